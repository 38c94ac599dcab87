# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Merging what is too small or left over, so that the segments are exactly everybody."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from landscape_factory import make_landscape

from houvast.engine.disclosure.segments import settle_segments
from houvast.engine.landscape.result import Landscape, SegmentKind, Verdict


@pytest.mark.parametrize("verdict", [Verdict.ONE_SPECTRUM, Verdict.GROUPS])
@pytest.mark.parametrize("k", [1, 10, 60, 120])
def test_segments_add_up_to_everybody(verdict: Verdict, k: int) -> None:
    landscape = make_landscape(verdict, left_out=7, block=12)
    settled = settle_segments(landscape, k=k)
    assert (settled.sizes >= k).all()
    if settled.kind is not SegmentKind.NONE:
        assert np.array_equal(settled.by_segment.sum(axis=0), landscape.figures.tally)
        assert settled.sizes.sum() == landscape.in_headline.sum()


def test_no_structure_has_no_segments() -> None:
    settled = settle_segments(make_landscape(Verdict.NO_STRUCTURE), k=10)
    assert (settled.kind, settled.labels) == (SegmentKind.NONE, ())


def test_people_without_a_place_stand_between_the_groups() -> None:
    landscape = make_landscape(Verdict.GROUPS, left_out=7)
    settled = settle_segments(landscape, k=10)
    assert settled.joined.tolist() == [False, False, True]
    assert (settled.of[-7:] == 2).all()


def test_a_small_middle_joins_the_largest_group() -> None:
    landscape = _move_the_middle(make_landscape(Verdict.GROUPS), keep=4)
    settled = settle_segments(landscape, k=10)
    assert settled.labels == ("1", "2")
    assert settled.joined.tolist() == [True, False]


def _move_the_middle(landscape: Landscape, *, keep: int) -> Landscape:
    """All but a few of the people in between become members of group 2, their votes with them."""
    of = landscape.segments.of.copy()
    of[np.flatnonzero(of == 2)[keep:]] = 1
    by_segment = landscape.figures.by_segment.copy()
    left = np.minimum(by_segment[2], 1)
    by_segment[1] += by_segment[2] - left
    by_segment[2] = left
    return replace(
        landscape,
        segments=replace(landscape.segments, of=of, sizes=np.bincount(of)),
        figures=replace(landscape.figures, by_segment=by_segment),
    )

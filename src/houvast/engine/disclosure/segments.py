# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which segments can be described? Those of at least k people, such that together they are exactly everybody.

People who stand in no segment (too few votes) and groups below k join the people in between, or the middle stretch; if
that is still below k it joins the largest segment. So nobody is left over whose answers follow by subtraction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.result import Landscape, SegmentKind

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class SettledSegments:
    """Segments fit to be shown. of: (P,), -1 for people outside the headline. by_segment: (G, S, 3).

    source: (G,), index of the landscape's segment. joined: (G,), whether others were added to it.
    place: for every segment of the landscape, its index here or -1 when it is not described by itself.
    """

    kind: SegmentKind
    labels: tuple[str, ...]
    of: Ints
    sizes: Ints
    by_segment: Ints
    source: Ints
    joined: NDArray[np.bool_]
    place: Ints
    middle: int


def settle_segments(landscape: Landscape, *, k: int) -> SettledSegments:
    """Merge what is too small and what is left over."""
    segments = landscape.segments
    count = len(segments.labels)
    if segments.kind is SegmentKind.NONE or count == 0:
        return _no_segments(landscape)
    middle = count - 1 if segments.kind is SegmentKind.GROUP else count // 2
    target = np.arange(count)
    sizes = np.bincount(segments.of[landscape.in_headline & (segments.of >= 0)], minlength=count)
    unplaced = landscape.in_headline & (segments.of < 0)
    target[sizes < k] = middle
    total = sizes[target == middle].sum() + unplaced.sum()
    if total < k:
        target[target == middle] = _largest_other(sizes, middle)
    kept = np.unique(target[sizes > 0]) if sizes.any() else np.array([], dtype=np.int64)
    home = target[middle]
    if unplaced.any() and home not in kept:
        kept = np.unique(np.append(kept, home))
    if len(kept) < 2:
        return _no_segments(landscape)
    return _merge(landscape, target=target, kept=kept, home=int(home), middle=middle, unplaced=unplaced)


def _largest_other(sizes: Ints, middle: int) -> int:
    others = sizes.copy()
    others[middle] = -1
    return int(np.argmax(others))


def _merge(
    landscape: Landscape, *, target: Ints, kept: Ints, home: int, middle: int, unplaced: NDArray[np.bool_]
) -> SettledSegments:
    """Renumber to the kept segments; what stands nowhere goes home."""
    segments, figures = landscape.segments, landscape.figures
    renumber = np.full(len(target), -1, dtype=np.int64)
    renumber[kept] = np.arange(len(kept))
    by_segment = np.zeros((len(kept), *figures.tally.shape), dtype=np.int64)
    np.add.at(by_segment, renumber[target], figures.by_segment)
    rest = figures.tally - figures.by_segment.sum(axis=0)
    by_segment[renumber[home]] += rest
    of = np.where(segments.of >= 0, renumber[target[segments.of]], renumber[home])
    of[~landscape.in_headline] = -1
    joined = (by_segment != figures.by_segment[kept]).any(axis=(1, 2))
    if unplaced.any():
        joined[renumber[home]] = True
    return SettledSegments(
        kind=segments.kind,
        labels=tuple(segments.labels[i] for i in kept),
        of=of,
        sizes=np.bincount(of[of >= 0], minlength=len(kept)),
        by_segment=by_segment,
        source=kept,
        joined=joined,
        place=np.where(target == np.arange(len(target)), renumber, -1),
        middle=int(renumber[middle]),
    )


def _no_segments(landscape: Landscape) -> SettledSegments:
    empty = np.array([], dtype=np.int64)
    return SettledSegments(
        kind=SegmentKind.NONE,
        labels=(),
        of=np.full(len(landscape.in_headline), -1, dtype=np.int64),
        sizes=empty,
        by_segment=np.zeros((0, *landscape.figures.tally.shape), dtype=np.int64),
        source=empty,
        joined=np.array([], dtype=np.bool_),
        place=np.full(len(landscape.segments.labels), -1, dtype=np.int64),
        middle=-1,
    )

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups differ in name, colour, shape and line."""

from __future__ import annotations

from disclosed_landscapes import disclosed

from houvast.charts.segment_look import SHAPES, Look, look_of_segments, mark
from houvast.charts.wording import PlainEnglish
from houvast.engine.landscape.result import Verdict


def test_looks_differ_in_everything() -> None:
    looks = look_of_segments(disclosed(), PlainEnglish())
    assert [look.name for look in looks] == ["Group 1", "Group 2", "In between"]
    for part in ("colour", "shape", "dash"):
        assert len({getattr(look, part) for look in looks}) == len(looks)


def test_sides_are_named_by_where_they_lie() -> None:
    looks = look_of_segments(disclosed(Verdict.ONE_SPECTRUM), PlainEnglish())
    assert [look.name for look in looks] == ["Side A", "The middle", "Side B"]


def test_every_shape_can_be_drawn() -> None:
    for shape in (*SHAPES, "ring"):
        assert mark(Look("", "#000000", shape, "none"), 5, 5).startswith("<")

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does my place stand where I stand, as wide as it is unsure?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.charts.own_place import Line, draw_own_place, share_between
from houvast.charts.wording import PlainEnglish

FLAT = Line(tuple(i / 10 for i in range(-30, 31)), (10.0,) * 61)


@pytest.mark.parametrize(
    ("x", "x_se", "told"),
    [
        (0.1, 0.3, "You stand near the middle of the people taking part. About 2 of 10 people stand"),
        (-1.5, 0.4, "You stand more towards side A than most people taking part. About 3 of 10 people stand"),
        (-1.5, 0.9, "You probably stand more towards side A than most; the middle is possible. About "),
        (1.5, 0.1, "You stand more towards side B than most people taking part. About 1 of 10 people stand"),
        (1.5, 0.9, "You probably stand more towards side B than most; the middle is possible. About "),
        (2.9, 0.05, "You stand more towards side B than most people taking part. Fewer than one in ten stand"),
        (0.0, 1.5, "Your place on the line is still unsure: it could be almost anywhere. About 10 of 10 people"),
    ],
)
def test_the_sentence_fits_the_place(x: float, x_se: float, told: str) -> None:
    assert draw_own_place(FLAT, x=x, x_se=x_se, wording=PlainEnglish()).sentence.startswith(told)


def test_the_table_gives_the_range_on_the_line() -> None:
    rows = draw_own_place(FLAT, x=2.5, x_se=1.0, wording=PlainEnglish()).table.rows
    assert rows[0] == ("Your place from A to B", "2.5")
    assert rows[1] == ("It could be", "0.5 – 3.0")


@given(st.floats(-4, 4), st.floats(0, 4), st.floats(0, 1))
def test_a_wider_range_never_holds_fewer_people(x: float, width: float, more: float) -> None:
    narrow, wide = share_between(FLAT, x - width, x + width), share_between(FLAT, x - width - more, x + width + more)
    assert 0 <= narrow <= wide <= 1 + 1e-9


def test_the_whole_line_holds_everybody() -> None:
    assert share_between(FLAT, -3, 3) == pytest.approx(1)


def test_most_is_said_of_people_not_of_places() -> None:
    """Where nearly everybody stands far to the right, the middle of the line is to the left of most."""
    right = Line(FLAT.x, tuple(100.0 if x > 1.5 else 1.0 for x in FLAT.x))
    assert draw_own_place(right, x=0.0, x_se=0.2, wording=PlainEnglish()).sentence.startswith(
        "You stand more towards side A than most"
    )


@given(st.floats(-9, 9), st.floats(0.01, 3))
def test_the_picture_is_well_formed_wherever_somebody_stands(x: float, x_se: float) -> None:
    ET.fromstring(draw_own_place(FLAT, x=x, x_se=x_se, wording=PlainEnglish()).svg)

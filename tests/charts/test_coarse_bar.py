# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the rough bar tell the three answers?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from houvast.charts.coarse_bar import WIDTH, Between, CoarseShares, draw_coarse_bar
from houvast.charts.wording import PlainEnglish

FINE = CoarseShares(Between(0.6, 0.7), Between(0.2, 0.3), Between(0.05, 0.1), 400)
ALL_AGREE = CoarseShares(Between(0.5, 1.0), Between(0.0, 0.4), Between(0.0, 0.2), 60)


def test_the_sentence_and_the_table_say_between_what() -> None:
    chart = draw_coarse_bar(FINE, PlainEnglish())
    assert chart.sentence == (
        "Between 60% and 70% agree, between 20% and 30% disagree, and between 5% and 10% pass. "
        "At least 400 people answered."
    )
    assert chart.table.rows == (("Agree", "60% to 70%"), ("Disagree", "20% to 30%"), ("Pass", "5% to 10%"))


def test_wide_ranges_are_said_to_be_rough() -> None:
    assert draw_coarse_bar(ALL_AGREE, PlainEnglish()).sentence.endswith(
        "That is still very rough: more answers are needed to say more."
    )


@pytest.mark.parametrize(
    "shares", [FINE, ALL_AGREE, CoarseShares(Between(0.0, 1.0), Between(0.0, 0.05), Between(0.95, 1.0), 20)]
)
def test_the_bars_stay_in_the_picture(shares: CoarseShares) -> None:
    picture = ET.fromstring(draw_coarse_bar(shares, PlainEnglish()).svg)
    for bar in picture.findall("{*}rect"):
        assert 0 <= float(bar.attrib["x"]) <= float(bar.attrib["x"]) + float(bar.attrib["width"]) <= WIDTH


def test_nothing_is_drawn_within_a_range() -> None:
    """Track, range and its two ends, for each answer."""
    picture = ET.fromstring(draw_coarse_bar(ALL_AGREE, PlainEnglish()).svg)
    track, reach, first, last = picture.findall("{*}rect")[:4]
    left, width = float(track.attrib["x"]), float(track.attrib["width"])
    assert float(reach.attrib["x"]) == float(first.attrib["x"]) == left + width / 2
    assert float(last.attrib["x"]) + float(last.attrib["width"]) == left + width

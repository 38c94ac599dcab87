# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the rough bar tell the three answers?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from houvast.charts.coarse_bar import WIDTH, CoarseShares, draw_coarse_bar
from houvast.charts.wording import PlainEnglish


def test_the_sentence_says_about_and_at_least() -> None:
    chart = draw_coarse_bar(CoarseShares(0.6, 0.25, 0.15, 40), PlainEnglish())
    assert chart.sentence == "About 60% agree and 25% disagree; 15% pass. At least 40 people answered."
    assert chart.table.rows == (("Agree", "60%"), ("Disagree", "25%"), ("Pass", "15%"))


@pytest.mark.parametrize("shares", [(0.6, 0.25, 0.15), (1.0, 0.0, 0.0), (0.5, 0.5, 0.05), (0.0, 1.0, 0.0)])
def test_the_bars_stay_in_the_picture(shares: tuple[float, float, float]) -> None:
    picture = ET.fromstring(draw_coarse_bar(CoarseShares(*shares, people=20), PlainEnglish()).svg)
    for bar in picture.findall("{*}rect"):
        assert 0 <= float(bar.attrib["x"]) <= float(bar.attrib["x"]) + float(bar.attrib["width"]) <= WIDTH

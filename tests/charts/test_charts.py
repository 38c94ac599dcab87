# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every chart: well-formed, named, readable, the same each time, and with nothing in it that can run."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from disclosed_landscapes import disclosed

from houvast.charts.chart import Chart
from houvast.charts.divisiveness_strip import draw_divisiveness_strip
from houvast.charts.opinion_map import draw_opinion_map
from houvast.charts.share_rows import draw_share_rows
from houvast.charts.spread_curves import draw_spread_curves
from houvast.charts.wording import PlainEnglish
from houvast.engine.disclosure import DisclosedLandscape
from houvast.engine.landscape.result import Verdict

Draw = Callable[[DisclosedLandscape], Chart]
WORDS = PlainEnglish()
CHARTS: dict[str, Draw] = {
    "map": lambda d: draw_opinion_map(d, WORDS),
    "curves": lambda d: draw_spread_curves(d, WORDS),
    "strip": lambda d: draw_divisiveness_strip(d, WORDS),
    "shares": lambda d: draw_share_rows(d, 3, WORDS),
}
CASES = [
    disclosed(),
    disclosed(public=True),
    disclosed(Verdict.ONE_SPECTRUM, dimensions=1),
    disclosed(Verdict.ONE_SPECTRUM, dimensions=1, public=True),
    disclosed(Verdict.NO_STRUCTURE),
    disclosed(people=12),
]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("case", range(len(CASES)))
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_named_picture_with_a_table_and_a_sentence(name: str, case: int) -> None:
    chart = CHARTS[name](CASES[case])
    root = ET.fromstring(chart.svg)
    assert root.get("role") == "img"
    assert root.get("viewBox") is not None
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert (root[0].text, root[1].text) == (chart.title, chart.sentence)
    assert all(len(row) == len(chart.table.head) for row in chart.table.rows)
    assert chart == CHARTS[name](CASES[case])


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_holds_no_script_and_no_address(name: str) -> None:
    chart = CHARTS[name](CASES[0])
    assert not re.search(r"<script|javascript:|\bon\w+=|url\(|href=", chart.svg)
    assert chart.svg.count("http") == chart.svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
    assert "nan" not in chart.svg.lower()


@pytest.mark.parametrize("name", CHARTS)
def test_text_is_large_and_dark_enough(name: str) -> None:
    root = ET.fromstring(CHARTS[name](CASES[0]).svg)
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("font-size", root.get("font-size", "0"))) >= 12
        assert _contrast_with_white(text.get("fill", root.get("fill", ""))) >= 4.5


def _contrast_with_white(colour: str) -> float:
    """WCAG 2.2 contrast ratio."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)

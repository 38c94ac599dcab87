# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the picture of what people expect say what the numbers say?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from houvast.charts.perception_gap import GapRow, draw_perception_gap
from houvast.charts.wording import PlainEnglish
from houvast.domain.estimate import Estimate


def row(text: str, perceived: float, actual: float, half: float = 0.05) -> GapRow:
    def about(value: float) -> Estimate:
        return Estimate(value, value - half, value + half, 0.95, 30)

    return GapRow(text, about(perceived), about(actual), about(perceived - actual))


def test_the_sentence_names_the_widest_difference_and_counts_the_sure_ones() -> None:
    chart = draw_perception_gap([row("More trees.", 0.4, 0.8), row("A toilet.", 0.52, 0.5)], PlainEnglish())
    assert chart.sentence == (
        "For 1 of 2 statements people expect something clearly different from what others answer. "
        'The largest difference: "More trees." People expected that 40% (35% to 45%) agree; 80% (75% to 85%) did.'
    )
    assert chart.table.rows[0] == ("1. More trees.", "40% (35% to 45%)", "80% (75% to 85%)", "-40 (-45 to -35)", "30")
    assert chart.table.rows[1][3] == "+2 (-3 to +7)"


def test_no_sure_difference_is_not_made_larger_than_it_is() -> None:
    chart = draw_perception_gap([row("A toilet.", 0.5, 0.48)], PlainEnglish())
    assert chart.sentence.startswith("For 0 of 1 statement ")
    assert "largest" not in chart.sentence


def test_unknown_differences_are_said_to_be_unknown() -> None:
    hidden = Estimate(None, 0.1, 0.9, 0.95, None)
    chart = draw_perception_gap([GapRow("x", hidden, hidden, Estimate(None, -0.8, 0.8, 0.95, None))], PlainEnglish())
    assert chart.sentence == "Too few people answered to compare."
    assert chart.table.rows[0][-1] == "hidden"


def test_the_picture_is_well_formed_and_escapes_text() -> None:
    chart = draw_perception_gap([row('<script>alert("1")</script>', 0.2, 0.9)], PlainEnglish())
    picture = ET.fromstring(chart.svg)
    assert picture.attrib["role"] == "img"
    assert "<script" not in chart.svg
    assert len(picture.findall("{*}circle")) == 2  # one answer, and its sign in the legend

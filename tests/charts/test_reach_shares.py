# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part beside who lives here, in a picture, a sentence and a table that say the same."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from houvast.charts.reach_shares import ReachRow, draw_reach_shares
from houvast.charts.wording import PlainEnglish
from houvast.domain.estimate import Estimate

ROWS = (
    ReachRow("Younger than 25", Estimate(0.1, 0.05, 0.2, 0.95, 100), 0.25),
    ReachRow(
        "Older <& wiser>, in one of the quarters around the old harbour", Estimate(None, 0.0, 1.0, 0.95, None), None
    ),
)
NAME = "{http://www.w3.org/2000/svg}"


def test_the_three_say_the_same() -> None:
    chart = draw_reach_shares("How old are you?", ROWS, PlainEnglish())
    assert chart.sentence.startswith("Younger than 25: 10% (5% to 20%); of the residents 25%; Older <& wiser>")
    assert chart.table.rows[0] == ("Younger than 25", "10% (5% to 20%)", "25%")
    assert chart.table.rows[1][1:] == ("too few people to show", "unknown")
    assert chart.sentence in (ET.fromstring(chart.svg).findtext(f"{NAME}desc") or "")


def test_what_is_hidden_has_no_dot_and_what_is_unknown_no_bar() -> None:
    def drawn(rows: tuple[ReachRow, ...], kind: str) -> int:
        svg = draw_reach_shares("?", rows, PlainEnglish()).svg
        return len(list(ET.fromstring(svg).iter(f"{NAME}{kind}"))) - 1  # one in the legend

    assert [drawn(ROWS[:1], kind) for kind in ("circle", "rect")] == [1, 1]
    assert [drawn(ROWS[1:], kind) for kind in ("circle", "rect")] == [0, 0]


def test_a_long_answer_is_cut_in_the_picture_alone() -> None:
    chart = draw_reach_shares("?", ROWS[1:], PlainEnglish())
    texts = [t.text or "" for t in ET.fromstring(chart.svg).iter(f"{NAME}text")]
    assert any(text.endswith("…") and len(text) == 42 for text in texts)
    assert chart.table.rows[0][0] == ROWS[1].text

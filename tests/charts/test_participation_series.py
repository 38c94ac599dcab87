# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the row of days show what may be shown, and nothing of what may not?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from houvast.charts.participation_series import Day, draw_participation_series
from houvast.charts.wording import PlainEnglish

DAYS = (Day("1 Nov", 40), Day("2 Nov", None, is_few=True), Day("3 Nov", None), Day("4 Nov", 0), Day("5 Nov", 55))


def test_the_busiest_day_is_named() -> None:
    chart = draw_participation_series(DAYS, k=10, wording=PlainEnglish())
    assert chart.sentence == "Busiest day: 5 Nov, with 55."
    assert [row[1] for row in chart.table.rows] == ["40", "fewer than 10", "hidden", "0", "55"]


def test_the_first_of_equally_busy_days_is_named() -> None:
    chart = draw_participation_series((Day("1 Nov", 20), Day("2 Nov", 20)), k=10, wording=PlainEnglish())
    assert chart.sentence == "Busiest day: 1 Nov, with 20."


def test_nobody_and_few_are_different_things() -> None:
    few = draw_participation_series((Day("1 Nov", None, is_few=True),), k=10, wording=PlainEnglish())
    nobody = draw_participation_series((), k=10, wording=PlainEnglish())
    assert (few.sentence, nobody.sentence) == ("On no day did 10 or more people join.", "Nobody has joined yet.")


def test_hidden_days_all_look_the_same() -> None:
    picture = ET.fromstring(draw_participation_series(DAYS, k=10, wording=PlainEnglish()).svg)
    bars = picture.findall("{*}rect")
    assert len(bars) == 4  # nothing is drawn for the day on which nobody came
    assert bars[1].attrib["height"] == bars[2].attrib["height"]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the course over the weeks say what it shows, also to who cannot see it?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from attention_evidence import series

from houvast.charts.series_band import draw_series_band, say_usual
from houvast.charts.wording import PlainEnglish
from houvast.engine.attention.kept_evidence import KeptSeries

WORDING = PlainEnglish()
EMPTY = KeptSeries((), (), (), (), ())


def test_the_sentence_counts_the_weeks_above_the_band() -> None:
    shown = series()
    chart = draw_series_band(shown, marked=(shown.weeks[-3], shown.weeks[-1]), wording=WORDING)
    assert chart.sentence == (
        "From 2026-W37 to 2026-W48: in 3 of the 3 weeks of this point there were more signals than is usual."
    )


def test_the_table_holds_every_week_the_newest_first() -> None:
    chart = draw_series_band(series(), marked=("2026-W46", "2026-W48"), wording=WORDING)
    assert chart.table.rows[0] == ("2026-W48", "5", "0 to 3")
    assert len(chart.table.rows) == 12


def test_weeks_above_the_band_have_another_shape() -> None:
    picture = ET.fromstring(draw_series_band(series(), marked=("2026-W46", "2026-W48"), wording=WORDING).svg)
    assert len(picture.findall("{*}rect")) == 3
    assert len(picture.findall("{*}circle")) == 9


def test_no_weeks_are_said_to_be_none() -> None:
    chart = draw_series_band(EMPTY, marked=("2026-W01", "2026-W01"), wording=WORDING)
    assert chart.sentence == "There are no weeks to show yet."
    assert chart.table.rows == ()


def test_usual_in_words() -> None:
    assert [say_usual(low, high, WORDING) for low, high in ((0.2, 3.6), (2.0, 2.1), (0, 0.3))] == [
        "0 to 4",
        "about 2",
        "about 0",
    ]

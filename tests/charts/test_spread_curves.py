# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overlap is said with its interval; stretches are said not to be groups."""

from __future__ import annotations

from disclosed_landscapes import disclosed

from houvast.charts.spread_curves import draw_spread_curves
from houvast.charts.wording import PlainEnglish
from houvast.engine.landscape.result import Verdict


def test_the_sentence_says_the_overlap() -> None:
    chart = draw_spread_curves(disclosed(), PlainEnglish())
    assert chart.sentence == "Group 1 and Group 2 overlap 23% (between 18% and 29%)."


def test_stretches_are_not_groups() -> None:
    assert "not groups" in draw_spread_curves(disclosed(Verdict.ONE_SPECTRUM), PlainEnglish()).sentence


def test_every_segment_has_a_column_in_the_table() -> None:
    table = draw_spread_curves(disclosed(), PlainEnglish()).table
    assert table.head == ("Place from A to B", "Everybody", "Group 1", "Group 2", "In between")

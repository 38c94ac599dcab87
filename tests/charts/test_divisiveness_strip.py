# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every statement that may be shown is a dot; the others are counted."""

from __future__ import annotations

from dataclasses import replace

from disclosed_landscapes import disclosed

from houvast.charts.divisiveness_strip import draw_divisiveness_strip
from houvast.charts.wording import PlainEnglish
from houvast.exchange.texts import Texts


def test_a_dot_for_each_statement_that_may_be_shown() -> None:
    shown = disclosed(people=200)
    known = sum(s.divisiveness.value is not None for s in shown.statements)
    chart = draw_divisiveness_strip(shown, PlainEnglish())
    assert chart.svg.count("<circle") == known < len(shown.statements)
    assert f"{len(shown.statements) - known} statement" in chart.sentence


def test_nothing_to_show_says_so() -> None:
    nothing = replace(disclosed(), statements=())
    assert draw_divisiveness_strip(nothing, PlainEnglish()).sentence.startswith("Too few people")


def test_hidden_is_not_called_too_few_answers() -> None:
    shown = disclosed(people=12)
    assert draw_divisiveness_strip(shown, PlainEnglish()).sentence == (
        "24 statements may not be shown because they say something about fewer than 10 people."
    )
    assert draw_divisiveness_strip(disclosed(), Texts("nl")).sentence.startswith("Naar schatting zijn mensen over ")

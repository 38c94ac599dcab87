# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said about a share, and about a hidden one."""

from __future__ import annotations

import pytest
from disclosed_landscapes import disclosed

from houvast.charts.share_rows import draw_share_rows, say_estimate
from houvast.charts.wording import PlainEnglish
from houvast.domain.estimate import Estimate


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Estimate(0.5, 0.4, 0.6, 0.95, 90), "50% (40% to 60%)"),
        (Estimate(None, 0.85, 1.0, 0.95, 90), "somewhere from 85% to 100%"),
        (Estimate(None, 0.0, 1.0, 0.95, None), "too few people to show"),
    ],
)
def test_a_share_in_words(share: Estimate, said: str) -> None:
    assert say_estimate(share, PlainEnglish()) == said


def test_a_hidden_share_has_a_line_and_no_mark() -> None:
    shown = disclosed(people=80)
    statement = next(i for i, s in enumerate(shown.statements) if s.answers.agree_share.value is None)
    chart = draw_share_rows(shown, statement, PlainEnglish())
    marks = sum(a.agree_share.value is not None for a in shown.statements[statement].by_segment)
    assert chart.svg.count("<circle") <= marks
    assert "2 4" in chart.svg
    assert chart.table.rows[0][1] == "hidden"


def test_a_tiny_share_is_not_called_nothing() -> None:
    tiny = Estimate(0.001, 0.0, 0.004, 0.95, 4000)
    assert say_estimate(tiny, PlainEnglish()) == "less than 1% (0% to less than 1%)"

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is nothing said about fewer than k people in the perception gap?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.disclosure.perception import disclose_gap
from houvast.engine.perception import StatementViews


def views(*, estimators: int, agreed: int, disagreed: int) -> StatementViews:
    votes = np.array([1.0] * agreed + [0.0] * disagreed)
    estimated = np.tile([0.3, 0.5, 0.4], estimators)[:estimators]
    return StatementViews(np.arange(estimators), estimated, np.arange(len(votes)), votes)


def test_enough_people_are_told_to_whole_per_cents() -> None:
    gap = disclose_gap(views(estimators=30, agreed=45, disagreed=22), number=3, text="Groen.", k=10)
    assert gap is not None
    assert (gap.statement_number, gap.text, gap.n) == (3, "Groen.", 30)
    assert gap.actual.value == 0.67
    assert gap.perceived.value == 0.4
    assert gap.gap.value == -0.27


@pytest.mark.parametrize(("estimators", "agreed", "disagreed"), [(9, 50, 50), (50, 5, 4), (0, 0, 0)])
def test_too_few_people_are_not_told(estimators: int, agreed: int, disagreed: int) -> None:
    few = views(estimators=estimators, agreed=agreed, disagreed=disagreed)
    assert disclose_gap(few, number=0, text="", k=10) is None


def test_a_small_number_who_agree_cannot_be_told_apart() -> None:
    shown = {disclose_gap(views(estimators=30, agreed=a, disagreed=60 - a), number=0, text="", k=10) for a in range(10)}
    assert len(shown) == 1
    (gap,) = shown
    assert gap is not None
    assert gap.actual.value is None
    assert gap.gap.value is None
    assert gap.actual.low == 0
    assert gap.actual.high > 9 / 60

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do judgements move the threshold as they should: up for what was unfounded, never down for what was right?"""

from __future__ import annotations

from datetime import date

import pytest
from attention_evidence import kept_point

from houvast.domain.attention import PointState
from houvast.domain.week import WEEK
from houvast.engine.attention.calibration import WEEKS_A_MONTH
from houvast.engine.attention.feedback import MOST_DOWN, MOST_UP, STEP
from houvast.engine.attention.points import Verdict
from houvast.queries.notice.judgements import judged_points, raised_by_judgements
from houvast.store.models import AttentionPoint

pytestmark = pytest.mark.django_db
NOW = date(2026, 11, 23)
DOWN = STEP / WEEKS_A_MONTH


def judged(state: PointState, *, weeks_ago: int = 1) -> None:
    point = kept_point(last=NOW - weeks_ago * WEEK, opened=NOW - weeks_ago * WEEK)
    AttentionPoint.objects.filter(pk=point.pk).update(state=state)


def raised(budget: float = 1.0) -> float:
    return raised_by_judgements(budget=budget, until=NOW)


def test_without_points_nothing_moves() -> None:
    assert raised() == 0.0
    assert judged_points(until=NOW) == ()


def test_unfounded_raises_and_confirmed_does_not_lower() -> None:
    judged(PointState.UNFOUNDED)
    assert raised() == pytest.approx(STEP - DOWN, abs=1e-6)
    AttentionPoint.objects.update(state=PointState.CONFIRMED)
    assert raised() == 0.0


def test_a_week_with_a_point_that_waits_moves_nothing() -> None:
    judged(PointState.NEW)
    judged(PointState.UNFOUNDED)
    assert raised() == 0.0


def test_weeks_add_up_and_stay_within_bounds() -> None:
    for weeks_ago in range(1, 20):
        judged(PointState.UNFOUNDED, weeks_ago=weeks_ago)
    assert raised() == MOST_UP
    AttentionPoint.objects.exclude(opened_on=NOW - 19 * WEEK).delete()
    AttentionPoint.objects.update(opened_on=NOW - 90 * WEEK)
    assert raised(budget=4.0) == MOST_DOWN


def test_the_engine_gets_the_verdict_of_each_state() -> None:
    for state in PointState:
        judged(state)
    assert [one.verdict for one in judged_points(until=NOW)] == [
        None,
        None,
        Verdict.CONFIRMED,
        Verdict.EXPLAINED,
        Verdict.DISMISSED,
        Verdict.TOO_LITTLE,
    ]
    assert {(one.week, one.score) for one in judged_points(until=NOW)} == {(-1, 6.0)}


def test_points_of_this_week_do_not_count_yet() -> None:
    judged(PointState.UNFOUNDED, weeks_ago=0)
    assert raised() == 0.0

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What did the weekly table make of the announced points, as the engine learns from it?"""

from __future__ import annotations

from datetime import date

from houvast.domain.attention import PointKind, PointState
from houvast.domain.week import WEEK, weeks_between
from houvast.engine.attention.feedback import JudgedPoint, moved_by_judgements
from houvast.engine.attention.points import Verdict
from houvast.store.models import AttentionPoint

WEEKS_KEPT = 104
VERDICTS = {
    PointState.CONFIRMED: Verdict.CONFIRMED,
    PointState.EXPLAINED: Verdict.EXPLAINED,
    PointState.UNFOUNDED: Verdict.DISMISSED,
    PointState.TOO_LITTLE: Verdict.TOO_LITTLE,
}


def judged_points(*, until: date) -> tuple[JudgedPoint, ...]:
    """Announced points of the two years before the week of `until`, in the order in which they came on the list.

    Weeks count back from `until`: −1 is the week before it.
    """
    points = AttentionPoint.objects.filter(
        kind=PointKind.COUNTS, is_announced=True, opened_on__gte=until - WEEKS_KEPT * WEEK, opened_on__lt=until
    ).order_by("opened_on", "id")
    return tuple(
        JudgedPoint(weeks_between(until, one.opened_on), one.score or 0.0, VERDICTS.get(PointState(one.state)))
        for one in points.only("opened_on", "score", "state")
    )


def raised_by_judgements(*, budget: float, until: date) -> float:
    """How much the judgements move the threshold, from the week of the first point to the one before `until`."""
    points = judged_points(until=until)
    if not points:
        return 0.0
    return round(moved_by_judgements(points, first_week=points[0].week, last_week=-1, budget=budget), 6)

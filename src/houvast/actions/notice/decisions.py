# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the weekly table make of a point? A judgement and a decision, with the reason and who saw it otherwise.

"Confirmed" takes a second colleague. "Explained" names the occasion, from which a multiplier is learned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from houvast.actions import audit
from houvast.actions.notice.kept_text import keep_text
from houvast.actions.permission import require
from houvast.domain.attention import Decision, PointKind, PointState, point_may_become
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Capability, Role, may
from houvast.domain.trigger import TriggerKind
from houvast.store.models import AttentionPoint, PointDecision, StaffMember, Trigger

LONGEST_REASON, LONGEST_DISSENT, LONGEST_TITLE = 1000, 1000, 120
LAST_DAY = timedelta(days=6)
PSEUDO_COUNT = 5.0
"""As many usual signals are added to both sides before a multiplier is learned."""
LEAST_TIMES, MOST_TIMES = 0.25, 10.0
NOT_WEIGHED = frozenset({PointKind.FEEDBACK})


@dataclass(frozen=True, slots=True)
class TableDecision:
    """What was decided. seconded_by: who else confirms. return_on: look again.

    trigger: the occasion that explains it; or new_occasion: the title of one that is not in the calendar yet.
    """

    state: PointState
    decision: Decision
    reason: str
    dissent: str = ""
    seconded_by: StaffMember | None = None
    trigger: Trigger | None = None
    new_occasion: str = ""
    return_on: date | None = None


@transaction.atomic
def decide(
    *, point: AttentionPoint, made: TableDecision, by: StaffMember, confirmed: frozenset[str] = frozenset()
) -> PointDecision:
    """Log the decision and put the point in its state. FieldRejected or StateRefused where it cannot be.

    confirmed: what the writer said of a text that may be misunderstood (observation_gate.Confirmation).
    """
    require(by, Capability.WEIGH)
    now = AttentionPoint.objects.select_for_update().get(pk=point.pk)
    _check(now, made, by)
    reason = keep_text("reason", made.reason, most=LONGEST_REASON, confirmed=confirmed)
    dissent = keep_text("dissent", made.dissent, most=LONGEST_DISSENT, confirmed=confirmed, optional=True)
    if made.state is PointState.EXPLAINED:
        _explain(now, made.trigger or _add_occasion(now, made.new_occasion, confirmed))
    now.state, now.return_on = made.state, made.return_on
    now.save(update_fields=["state", "return_on", "trigger"])
    logged = PointDecision.objects.create(
        point=now,
        at=timezone.localdate(),
        state=made.state,
        decision=made.decision,
        reason=reason,
        dissent=dissent,
        by=by,
        seconded_by=made.seconded_by if made.state is PointState.CONFIRMED else None,
    )
    audit.record(by=by, action="attention.decide", subject=now, state=made.state.value, decision=made.decision.value)
    return logged


def _check(now: AttentionPoint, made: TableDecision, by: StaffMember) -> None:
    if PointKind(now.kind) in NOT_WEIGHED:
        raise StateRefused("This is not for the table to weigh: give the answers, and it goes from the list.")
    if not point_may_become(PointState(now.state), made.state):
        raise FieldRejected("state", "This point cannot become that any more. Choose something else.")
    if made.state is PointState.CONFIRMED:
        _check_second(made.seconded_by, by)
    if made.state is PointState.EXPLAINED and made.trigger is None and not made.new_occasion.strip():
        raise FieldRejected("trigger", "Say which occasion explains it. Is it not in the list? Then add it below.")
    if made.return_on is not None and made.return_on <= timezone.localdate():
        raise FieldRejected("return_on", "Choose a day after today to look again.")


def _check_second(second: StaffMember | None, by: StaffMember) -> None:
    if second is None:
        raise FieldRejected("seconded_by", "Two colleagues confirm a point. Choose who else sees it so.")
    if second.pk == by.pk:
        raise FieldRejected("seconded_by", "You cannot be the second yourself. Choose another colleague.")
    if not second.is_active or not may(Role(second.role), Capability.SEE_OBSERVATIONS):
        raise FieldRejected("seconded_by", "Choose a colleague who may see the signals.")


def _add_occasion(point: AttentionPoint, title: str, confirmed: frozenset[str]) -> Trigger:
    """An occasion in the weeks of the point, where it was and about its theme."""
    kept = keep_text("new_occasion", title, most=LONGEST_TITLE, confirmed=confirmed)
    areas = list(point.areas.all()[:2])
    return Trigger.objects.create(
        kind=TriggerKind.OTHER,
        title=kept,
        starts_on=point.first_week,
        ends_on=point.last_week + LAST_DAY,
        theme=point.theme,
        area=areas[0] if len(areas) == 1 else None,
    )


def _explain(point: AttentionPoint, trigger: Trigger) -> None:
    """Tie the occasion to the point, and learn from points of counts how many times the usual it brought."""
    already = point.trigger_id == trigger.pk
    point.trigger = trigger
    counts = point.evidence.get("point") if point.kind == PointKind.COUNTS else None
    if counts and not already:
        learned = learn_multiplier(float(counts["observed"]), float(counts["mid"]), before=trigger.multiplier)
        Trigger.objects.filter(pk=trigger.pk).update(multiplier=learned)


def learn_multiplier(observed: float, expected: float, *, before: float | None = None) -> float:
    """(observed + 5) / (expected + 5), times what was known before, between 1/4 and 10.

    The expectation of a point already holds what was known of its occasion, so the new factor goes on top of that.
    """
    times = (observed + PSEUDO_COUNT) / (expected + PSEUDO_COUNT) * (before or 1.0)
    return round(min(max(times, LEAST_TIMES), MOST_TIMES), 3)

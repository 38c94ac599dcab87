# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a street-talk round planned, walked, closed and followed by a return visit?

Signals hang on rounds, so nothing says who walked: from the walking on, the trail keeps a role and a week.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from houvast.actions import audit
from houvast.actions.notice.kept_text import keep_text
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected, NotFound, StateRefused
from houvast.domain.observation import SourceKind
from houvast.domain.roles import Capability
from houvast.domain.street_talk import PartOfDay, RoundState, round_may_become
from houvast.queries.notice.choices import chosen_area, chosen_theme
from houvast.store.models import Area, Round, StaffMember

PLACE_MOST, QUESTION_MOST, REMARK_MOST, PROMISE_MOST = 120, 200, 1000, 300
MOST_QUESTIONS, MOST_WALKERS, MOST_CONVERSATIONS, MOST_MINUTES = 12, 50, 2000, 1440
FURTHEST = timedelta(days=730)
TAPS_KEPT = 30
NOTHING_HERE = "Write something here."
CHANGED = "Somebody has changed this round in the meantime. Load the page again."


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """What is planned. area, theme: codes, theme may be empty. questions: one a line. walkers: kinds of source."""

    area: str
    place: str
    planned_on: date
    part_of_day: PartOfDay
    questions: str
    walkers: tuple[SourceKind, ...]
    number_of_walkers: int
    theme: str = ""


@transaction.atomic
def plan_round(*, plan: RoundPlan, by: StaffMember, not_a_person: bool = False) -> Round:
    """Plan a round. FieldRejected where something cannot be used, also a text that leads to a person."""
    require(by, Capability.WALK)
    made = Round.objects.create(**_kept(plan, not_a_person))
    audit.record(by=by, action="round.plan", subject=made, planned_on=plan.planned_on.isoformat())
    return made


@transaction.atomic
def change_round(*, number: int, plan: RoundPlan, by: StaffMember, not_a_person: bool = False) -> None:
    """Change the plan of a round that was not held yet."""
    require(by, Capability.WALK)
    found = _lock_in(number, RoundState.PLANNED)
    Round.objects.filter(pk=found.pk).update(**_kept(plan, not_a_person))
    audit.record(by=by, action="round.change", subject=found, planned_on=plan.planned_on.isoformat())


@transaction.atomic
def count_conversation(*, number: int, step: int, tap: str, by: StaffMember) -> int:
    """One conversation more (step 1) or less (-1) in a round being walked; how many there are now.

    tap: a key made for the button that was pressed; the same key counts once. Never below none.
    """
    require(by, Capability.WALK)
    found = _lock_in(number, RoundState.PLANNED)
    now = found.conversations_held or 0
    if tap in found.recent_taps or step not in {1, -1}:
        return now
    found.conversations_held = min(max(now + step, 0), MOST_CONVERSATIONS)
    found.recent_taps = [*found.recent_taps[1 - TAPS_KEPT :], tap[:40]]
    found.save(update_fields=["conversations_held", "recent_taps"])
    return found.conversations_held


@transaction.atomic
def hold_round(
    *,
    number: int,
    conversations_held: int,
    minutes: int,
    by: StaffMember,
    remark: str = "",
    return_on: date | None = None,
    return_promise: str = "",
    confirmed: frozenset[str] = frozenset(),
) -> None:
    """Close a round that was walked: how many conversations, how long, and what was promised for when.

    confirmed, here and below: what the writer said of a text that may be misunderstood (observation_gate.Confirmation).
    """
    require(by, Capability.WALK)
    found = _lock_for(number, RoundState.HELD)
    if found.planned_on > timezone.localdate():
        raise StateRefused("This round is planned for a later day. Change the date first, or close it after the round.")
    found.conversations_held = _between("conversations_held", conversations_held, MOST_CONVERSATIONS)
    found.minutes = _between("minutes", minutes, MOST_MINUTES)
    found.remark = _keep(found, "remark", remark, REMARK_MOST, confirmed)
    _set_return(found, return_on, return_promise, confirmed)
    found.state, found.recent_taps = RoundState.HELD, []
    found.save()
    audit.record_in_week(role=by.role, action="round.hold", subject=found, conversations=found.conversations_held)


@transaction.atomic
def cancel_round(*, number: int, reason: str, by: StaffMember, confirmed: frozenset[str] = frozenset()) -> None:
    """Say that a round will not be held, and why."""
    require(by, Capability.WALK)
    found = _lock_for(number, RoundState.CANCELLED)
    if not reason.strip():
        raise FieldRejected("reason", NOTHING_HERE)
    found.remark = _keep(found, "reason", reason, REMARK_MOST, confirmed)
    found.state = RoundState.CANCELLED
    found.save(update_fields=["remark", "state"])
    audit.record(by=by, action="round.cancel", subject=found)


@transaction.atomic
def plan_again(*, number: int, by: StaffMember) -> None:
    """Bring back a round that was cancelled."""
    require(by, Capability.WALK)
    found = _lock_for(number, RoundState.PLANNED)
    found.state, found.remark = RoundState.PLANNED, ""
    found.save(update_fields=["remark", "state"])
    audit.record(by=by, action="round.plan again", subject=found)


@transaction.atomic
def promise_return(
    *, number: int, return_on: date, return_promise: str, by: StaffMember, confirmed: frozenset[str] = frozenset()
) -> None:
    """Say when somebody comes back to a place where a round was held, and with what."""
    require(by, Capability.WALK)
    found = _lock_in(number, RoundState.HELD)
    if found.returned_on:
        raise StateRefused("Somebody has been back already. Plan a new round.")
    _set_return(found, return_on, return_promise, confirmed)
    found.save(update_fields=["return_on", "return_promise"])
    audit.record_in_week(role=by.role, action="round.promise return", subject=found, due=return_on.isoformat())


@transaction.atomic
def tick_return(*, number: int, by: StaffMember) -> None:
    """Say that somebody went back. A second tick changes nothing."""
    require(by, Capability.WALK)
    found = _lock_in(number, RoundState.HELD)
    if found.return_on is None:
        raise StateRefused("No return visit was planned for this round. Plan one first.")
    if found.returned_on:
        return
    found.returned_on = timezone.localdate()
    found.save(update_fields=["returned_on"])
    audit.record_in_week(role=by.role, action="round.return", subject=found)


def _lock(number: int) -> Round:
    """The round, kept from others until the end of the transaction, or NotFound."""
    found = Round.objects.select_for_update(of=("self",)).select_related("area").filter(pk=number).first()
    if found is None:
        raise NotFound("There is no such round. Look in the list of rounds.")
    return found


def _lock_in(number: int, state: RoundState) -> Round:
    """The round. StateRefused where it is in another state."""
    found = _lock(number)
    if found.state != state:
        raise StateRefused(CHANGED)
    return found


def _lock_for(number: int, then: RoundState) -> Round:
    """The round. StateRefused where it cannot become this."""
    found = _lock(number)
    if not round_may_become(RoundState(found.state), then):
        raise StateRefused(CHANGED)
    return found


def _kept(plan: RoundPlan, not_a_person: bool) -> dict[str, object]:
    """The fields of a plan as they may be stored."""
    area = chosen_area(plan.area)
    if area is None:
        raise FieldRejected("area", "Choose an area.")
    if abs(plan.planned_on - timezone.localdate()) > FURTHEST:
        raise FieldRejected("planned_on", "This day is too far away. Choose a day within two years.")
    if not plan.walkers:
        raise FieldRejected("walkers", "Choose at least one kind of walker.")
    return {
        "area": area,
        "theme": chosen_theme(plan.theme),
        "place": _gate(area, "place", plan.place, PLACE_MOST, not_a_person, optional=False),
        "planned_on": plan.planned_on,
        "part_of_day": PartOfDay(plan.part_of_day),
        "questions": _questions(area, plan.questions, not_a_person),
        "walkers": [SourceKind(one).value for one in dict.fromkeys(plan.walkers)],
        "number_of_walkers": _between("number_of_walkers", plan.number_of_walkers, MOST_WALKERS, least=1),
    }


def _questions(area: Area, text: str, not_a_person: bool) -> Sequence[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_QUESTIONS:
        raise FieldRejected("questions", "Ask at most {most} questions.", most=MOST_QUESTIONS)
    kept = (_gate(area, "questions", line, QUESTION_MOST, not_a_person) for line in lines)
    return [one for one in kept if one]


def _set_return(found: Round, return_on: date | None, promised: str, confirmed: frozenset[str]) -> None:
    if return_on is None and not promised.strip():
        return
    if return_on is None:
        raise FieldRejected("return_on", "Say on which day somebody comes back.")
    if not found.planned_on <= return_on <= found.planned_on + FURTHEST:
        raise FieldRejected("return_on", "Choose a day after the round, within two years.")
    found.return_promise = _keep(found, "return_promise", promised, PROMISE_MOST, confirmed)
    found.return_on = return_on


def _keep(found: Round, field: str, text: str, most: int, confirmed: frozenset[str]) -> str:
    """What was written after a walk, through the gate: the walkers have just heard people."""
    return keep_text(field, text, most=most, confirmed=confirmed, optional=True, about=found.area.name)


def _between(field: str, number: int, most: int, *, least: int = 0) -> int:
    if not least <= number <= most:
        raise FieldRejected(field, "Give a number from {least} to {most}.", least=least, most=most)
    return number


def _gate(area: Area, field: str, text: str, most: int, not_a_person: bool, *, optional: bool = True) -> str:
    """A text of the plan, through the gate. The name of the area is nobody's."""
    return pass_gate(
        field=field,
        text=text,
        language="nl",
        not_a_person=not_a_person,
        most=most,
        optional=optional,
        about=area.name,
    )

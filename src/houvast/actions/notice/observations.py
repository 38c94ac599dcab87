# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens when somebody notes a signal, or that there was nothing special? It is kept once, and without persons.

Every free text goes through the gate before anything is stored; the trail says which role and which week, never who.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from houvast.actions.audit import record_in_week
from houvast.actions.notice.observation_gate import pass_observation_gate
from houvast.actions.notice.reporter import reporter_key
from houvast.actions.permission import require
from houvast.domain.errors import FieldRejected
from houvast.domain.observation import ObservationKind, Origin, SourceKind
from houvast.domain.participant_key import hash_key, is_key, new_token, personal_key
from houvast.domain.roles import Capability
from houvast.domain.week import monday_of, weeks_between
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Area, CheckIn, Observation, Round, StaffMember, Theme

MOST_OF_TEXT = {"seen": 1000, "reporter_reading": 600, "already_done": 600}
OLDEST_WEEKS = 26
DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedCodes:
    """The optional part of a signal without words of its own: values of domain/observation.py, or nothing."""

    dividing_line: str = ""
    need: str = ""
    place_kind: str = ""
    grounds: str = ""
    witness: str = ""
    tone: str = ""
    direction: str = ""
    extent: str = ""
    is_gut_feeling: bool = False
    is_us_them: bool = False
    is_repeated: bool = False
    concerns_government: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """A stored signal. is_new: False where it was stored already. reply_key: for the private link; empty where none."""

    observation: Observation
    is_new: bool
    reply_key: str


def note_observation(
    *,
    note_key: uuid.UUID,
    week: date,
    kind: ObservationKind,
    area: Area | None,
    theme: Theme | None,
    source_kind: SourceKind,
    seen: str,
    reporter_reading: str = "",
    already_done: str = "",
    codes: NotedCodes | None = None,
    wants_feedback: bool = False,
    reply_key: str = "",
    language: str = "nl",
    confirmed: frozenset[str] = frozenset(),
    origin: Origin = Origin.NOTED,
    round: Round | None = None,  # noqa: A002 -- the word of the subject
    reporter: str | None = None,
    by: StaffMember,
) -> Noted:
    """Keep a signal, once for every note_key: the same key again gives what is stored, whatever comes with it.

    week: any day in it. reply_key: made on the reporter's device; one is made here where it is left out.
    confirmed: what the writer said of a text that may be misunderstood (observation_gate.Confirmation).
    reporter: the pseudonym where somebody else than the colleague who types reported it.
    FieldRejected: a text that the gate refuses, a week that is to come or too long ago, a broken reply_key.
    """
    require(by, Capability.NOTE)
    stored = Observation.objects.filter(note_key=note_key).first()
    if stored:
        return Noted(stored, False, _same_key(stored, reply_key))
    monday = check_week(week, today=timezone.localdate())
    texts = pass_observation_gate(
        fields={"seen": seen, "reporter_reading": reporter_reading, "already_done": already_done},
        language=language,
        confirmed=confirmed,
        about=" ".join(one.name for one in (area, theme) if one),
        most=MOST_OF_TEXT,
        required=frozenset({"seen"}),
    )
    private = _private_key(reply_key) if wants_feedback else ""
    values: dict[str, object] = {
        "origin": origin, "week": monday, "area": area, "theme": theme, "kind": kind, "source_kind": source_kind,
        "language": language, "round": round, "reporter_key": reporter_key(by) if reporter is None else reporter,
        "entered_week": monday_of(timezone.localdate()),
        **asdict(codes or NotedCodes()), **texts, **_feedback(wants_feedback, private),
    }  # fmt: skip
    return _keep(note_key, values, private, role=by.role)


@transaction.atomic
def check_in(*, note_key: uuid.UUID, week: date, area: Area, source_kind: SourceKind, by: StaffMember) -> CheckIn:
    """Keep that somebody was there and saw nothing special; once a week, area and reporter."""
    require(by, Capability.NOTE)
    found = CheckIn.objects.filter(note_key=note_key).first()
    if found:
        return found
    made, is_new = CheckIn.objects.get_or_create(
        week=check_week(week, today=timezone.localdate()),
        area=area,
        reporter_key=reporter_key(by),
        defaults={"note_key": note_key, "source_kind": source_kind},
    )
    if is_new:
        record_in_week(role=by.role, action="check-in.make", subject=made)
    return made


@transaction.atomic
def take_up(*, observation: Observation, by: StaffMember) -> None:
    """This colleague goes on with the signal and owns what its reporter hears back; also instead of another one."""
    require(by, Capability.ANSWER)
    others = Observation.objects.filter(pk=observation.pk).exclude(feedback_owner=by)
    changed = others.update(feedback_owner=by, taken_up_at=Coalesce("taken_up_at", timezone.localdate()))
    if changed:
        record_in_week(role=by.role, action="observation.take up", subject=observation)


@transaction.atomic
def correct_codes(
    *, observation: Observation, area: Area | None, theme: Theme | None, kind: ObservationKind, by: StaffMember
) -> None:
    """Put a signal under another area, theme or kind; its words stay as they were written."""
    require(by, Capability.ANSWER)
    now = Observation.objects.select_for_update(of=("self",)).select_related("area", "theme").get(pk=observation.pk)
    before = (now.area, now.theme, now.kind)
    if before == (area, theme, kind):
        return
    now.area, now.theme, now.kind = area, theme, kind
    now.save(update_fields=["area", "theme", "kind"])
    # Which area or theme is not said: who reads the trail may not see signals.
    changed = [name for name, old in zip(("area", "theme", "kind"), before, strict=True) if getattr(now, name) != old]
    record_in_week(role=by.role, action="observation.correct", subject=now, changed=", ".join(changed))


def check_week(day: date, *, today: date) -> date:
    """The Monday of the week of a day. FieldRejected: the week is to come, or longer ago than is noted."""
    age = weeks_between(day, today)
    if age < 0:
        raise FieldRejected("week", "This week is still to come. Choose the week in which it was seen.")
    if age > OLDEST_WEEKS:
        raise FieldRejected(
            "week", "This week is more than {weeks} weeks ago. Choose a later week.", weeks=OLDEST_WEEKS
        )
    return monday_of(day)


@transaction.atomic
def _keep(note_key: uuid.UUID, values: Mapping[str, object], private: str, *, role: str) -> Noted:
    try:
        made, is_new = Observation.objects.get_or_create(note_key=note_key, defaults=values)
    except IntegrityError as clash:
        raise FieldRejected(
            "wants_feedback", "The private link could not be made. Note the signal once more."
        ) from clash
    if is_new:
        record_in_week(role=role, action="observation.note", subject=made)
    return Noted(made, is_new, private if is_new else _same_key(made, private))


def _private_key(given: str) -> str:
    """The key of the device, or a new one. A key that is used already is refused when it is kept."""
    if given and not is_key(given):
        raise _no_link()
    return given or personal_key(new_token(), settings.HOUVAST.text("HOUVAST_MUNICIPALITY"))


def _no_link() -> FieldRejected:
    return FieldRejected("wants_feedback", "The private link could not be made. Note the signal once more.")


def _feedback(wanted: bool, private: str) -> dict[str, object]:
    """The day counts from the Monday, at least a week on: with the day of the noting it would tell who noted it."""
    if not wanted:
        return {}
    due = monday_of(timezone.localdate()) + timedelta(days=max(notice_terms().feedback_days, DAYS_IN_WEEK))
    return {"wants_feedback": True, "feedback_due": due, "reply_hash": hash_key(private)}


def _same_key(stored: Observation, given: str) -> str:
    """The key that came along, where it is the one that was stored: what was made here is not known any more."""
    return given if given and stored.reply_hash == hash_key(given) else ""

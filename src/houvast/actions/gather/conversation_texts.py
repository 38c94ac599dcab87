# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a conversation say, when does it run, and by which rules? Changes of these by an adviser."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState, ModerationTiming
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Capability
from houvast.store.models import Conversation, StaffMember

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_LANGUAGE = 12
LONGEST_TITLE = 120
LONGEST = {
    "title": LONGEST_TITLE,
    "purpose": 2000,
    "question": 1000,
    "asked_by": 160,
    "use_of_answers": 2000,
    "hear_back": 200,
}
LINES = frozenset({"purpose", "question", "use_of_answers"})
OFFICE_WORDS = frozenset(
    [
        "team",
        "gemeente",
        "afdeling",
        "college",
        "raad",
        "dienst",
        "bureau",
        "programma",
        "project",
        "wijkteam",
        "griffie",
        "directie",
        "cluster",
        "regio",
        "department",
        "council",
        "office",
        "programme",
        "municipality",
    ]
)
LEAST_K, MOST_K = 3, 100
RETENTION = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Texts:
    """What residents read before they take part."""

    title: str
    purpose: str = ""
    question: str = ""
    asked_by: str = ""
    use_of_answers: str = ""
    hear_back: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """When it opens and closes by itself, when people hear back, and when the votes are removed."""

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    hear_back_by: date | None = None
    retention_until: date | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """How it is held."""

    moderation_timing: ModerationTiming = ModerationTiming.BEFORE
    policy_read: bool = False
    residents_add_statements: bool = True
    asks_estimates: bool = True
    is_listed: bool = True
    by_invitation: bool = False
    k: int = 10


def read_language(field: str, tag: str) -> str:
    """The tag as it is kept (nl, ar, pt-BR); FieldRejected where it is none."""
    plain = tag.strip()
    if not LANGUAGE.fullmatch(plain) or len(plain) > LONGEST_LANGUAGE:
        raise FieldRejected(field, "Choose a language, or give its code, such as nl, ar or pt-BR.")
    first, _, rest = plain.partition("-")
    return f"{first.lower()}-{rest}" if rest else first.lower()


def keep_title(title: str, *, language: str, not_a_person: bool = False) -> str:
    """The title as it may be kept."""
    return pass_gate(field="title", text=title, language=language, not_a_person=not_a_person, most=LONGEST_TITLE)


def keep_texts(texts: Texts, *, language: str, not_a_person: bool = False, before: Texts | None = None) -> Texts:
    """The texts as they may be kept; only the title may not be empty. before: what was kept earlier."""
    kept = {}
    for field, most in LONGEST.items():
        text = getattr(texts, field)
        if before is not None and text == getattr(before, field):
            kept[field] = text
            continue
        kept[field] = pass_gate(
            field=field,
            text=text,
            language=language,
            not_a_person=not_a_person,
            most=most,
            lines=field in LINES,
            optional=field != "title",
            about=office_in(texts.asked_by),
        )
    return Texts(**kept)


def office_in(asked_by: str) -> str:
    """The name of the office that asks, where it says so itself: its capitals are nobody's name."""
    return asked_by if OFFICE_WORDS & set(asked_by.lower().replace(",", " ").split()) else ""


@transaction.atomic
def change_preparation(
    *, conversation: Conversation, texts: Texts, dates: Dates, rules: Rules, by: StaffMember, not_a_person: bool = False
) -> None:
    """Texts, dates and rules at once: all are kept, or none."""
    change_texts(conversation=conversation, texts=texts, by=by, not_a_person=not_a_person)
    set_dates(conversation=conversation, dates=dates, by=by)
    set_rules(conversation=conversation, rules=rules, by=by)


@transaction.atomic
def change_texts(*, conversation: Conversation, texts: Texts, by: StaffMember, not_a_person: bool = False) -> None:
    """Change what residents read; while it runs too (a slip of the pen), and the audit names the fields."""
    require(by, Capability.PREPARE)
    _refuse_when_over(conversation)
    before = Texts(**{field: getattr(conversation, field) for field in LONGEST})
    kept = keep_texts(texts, language=conversation.language, not_a_person=not_a_person, before=before)
    _change(conversation, asdict(kept), by, "conversation.change texts")


@transaction.atomic
def set_dates(*, conversation: Conversation, dates: Dates, by: StaffMember) -> None:
    """Set the plan; without a day to remove the votes, a year after the closing."""
    require(by, Capability.PREPARE)
    _refuse_when_over(conversation)
    values = asdict(dates)
    if dates.closes_at and dates.retention_until is None:
        values["retention_until"] = (dates.closes_at + RETENTION).date()
    _check_dates(conversation, Dates(**values))
    _change(conversation, values, by, "conversation.set dates")


def _check_dates(conversation: Conversation, dates: Dates) -> None:
    if dates.closes_at and dates.opens_at and dates.closes_at <= dates.opens_at:
        raise FieldRejected("closes_at", "The closing comes before the opening. Choose a later date.")
    if dates.closes_at and dates.closes_at != conversation.closes_at and dates.closes_at <= timezone.now():
        raise FieldRejected("closes_at", "Choose a closing date in the future.")
    ends = dates.closes_at.date() if dates.closes_at else None
    if ends and dates.hear_back_by and dates.hear_back_by < ends:
        raise FieldRejected("hear_back_by", "People cannot hear back before the closing. Choose a later date.")
    if ends and dates.retention_until and dates.retention_until < ends:
        raise FieldRejected("retention_until", "Votes are needed until the closing. Choose a later date.")
    if conversation.closed_at and dates.retention_until is None:
        raise FieldRejected("retention_until", "A closed conversation needs a day on which its votes are removed.")


@transaction.atomic
def set_rules(*, conversation: Conversation, rules: Rules, by: StaffMember) -> None:
    """Set how it is held. Once people take part, k may go up and not down: they were promised it."""
    require(by, Capability.PREPARE)
    _refuse_when_over(conversation)
    if not LEAST_K <= rules.k <= MOST_K:
        raise FieldRejected("k", "Choose a number from {least} to {most}.", least=LEAST_K, most=MOST_K)
    if conversation.opened_at is not None and rules.k < conversation.k:
        raise FieldRejected("k", "People were promised {k}. It may go up, not down.", k=conversation.k)
    values = asdict(rules)
    read = values.pop("policy_read")
    values["policy_read_at"] = (conversation.policy_read_at or timezone.now()) if read else None
    _change(conversation, values, by, "conversation.set rules")


def _refuse_when_over(conversation: Conversation) -> None:
    if conversation.state == ConversationState.PUBLISHED:
        raise StateRefused("The result of this conversation was published: its texts and dates stay as they were.")


def _change(conversation: Conversation, values: dict[str, object], by: StaffMember, action: str) -> None:
    """Save what differs and name those fields in the audit; nothing where nothing differs."""
    found = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    changed = sorted(field for field, value in values.items() if getattr(found, field) != value)
    if not changed:
        return
    for field in changed:
        setattr(found, field, values[field])
        setattr(conversation, field, values[field])
    found.save(update_fields=changed)
    record(by=by, action=action, subject=found, fields=", ".join(changed), state=found.state)

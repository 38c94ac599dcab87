# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which texts have been kept long enough, and what was destroyed before? Coded fields stay, words go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from houvast.domain.inbox import MessageState
from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Contact, Destruction, InboxMessage, Observation, ObservationReply, Round

PER_PAGE = 50
REMOVED_HASH = "removed "  # no hash begins so: the link of a removed message opens nothing


@dataclass(frozen=True, slots=True)
class DestructionLine:
    """What was destroyed (a code), when, how many, and under which rule (a code) of how many weeks; 0: of no weeks."""

    at: datetime
    what: str
    number: int
    rule: str
    weeks: int


@dataclass(frozen=True, slots=True)
class DestructionPage:
    """A page of destructions, the newest first. text_weeks: how long words are kept now."""

    lines: tuple[DestructionLine, ...]
    number: int
    pages: int
    total: int
    text_weeks: int


def texts_due() -> bool:
    """Whether anything is to be destroyed today."""
    today = timezone.localdate()
    return any(found.exists() for found in all_due(today, notice_terms().text_weeks))


def all_due(today: date, weeks: int) -> tuple[QuerySet[Observation] | QuerySet[InboxMessage], ...]:
    """Everything that has to go, by kind."""
    found = (observation_texts, reply_texts, observation_links, message_texts, contacts, round_remarks)
    return tuple(one(today, weeks) for one in found)  # type: ignore[misc]


def observation_texts(today: date, weeks: int) -> QuerySet[Observation]:
    """Signals whose words came in at least so many weeks before this one."""
    old = Observation.objects.filter(text_removed_at__isnull=True, entered_week__lte=_oldest(today, weeks))
    return old.exclude(seen="", reporter_reading="", already_done="")


def reply_texts(today: date, weeks: int) -> QuerySet[ObservationReply]:
    """What reporters were told, so long ago."""
    return ObservationReply.objects.filter(at__lte=today - weeks * WEEK).exclude(text="")


def observation_links(today: date, weeks: int) -> QuerySet[Observation]:
    """Private links of reporters whose signal is so old. Who still waits keeps the link twice as long."""
    waits = Q(wants_feedback=True) & ~Exists(ObservationReply.objects.filter(observation=OuterRef("pk")))
    unread = Exists(ObservationReply.objects.filter(observation=OuterRef("pk")).exclude(text=""))
    old = Observation.objects.filter(reply_hash__isnull=False, entered_week__lte=_oldest(today, weeks))
    return old.filter(Q(entered_week__lte=_oldest(today, 2 * weeks)) | ~(waits | Q(unread)))


def message_texts(today: date, weeks: int) -> QuerySet[InboxMessage]:
    """Messages that were answered so many weeks ago."""
    return InboxMessage.objects.filter(
        state=MessageState.ANSWERED, answered_on__lte=today - weeks * WEEK, text_removed_at__isnull=True
    )


def contacts(today: date, weeks: int) -> QuerySet[Contact]:  # noqa: ARG001 -- as the others are called
    """E-mail addresses whose day has passed."""
    return Contact.objects.filter(remove_after__lt=today)


def round_remarks(today: date, weeks: int) -> QuerySet[Round]:
    """Remarks about street-talk rounds of so long ago."""
    return Round.objects.filter(planned_on__lte=today - weeks * WEEK).exclude(remark="")


def destruction_page(*, page: int = 1) -> DestructionPage:
    """The page with this number, from 1; the last one where there are fewer."""
    total = Destruction.objects.count()
    pages = max(1, -(-total // PER_PAGE))
    number = min(max(page, 1), pages)
    found = Destruction.objects.all()[(number - 1) * PER_PAGE : number * PER_PAGE]
    return DestructionPage(tuple(map(_line, found)), number, pages, total, notice_terms().text_weeks)


def _line(one: Destruction) -> DestructionLine:
    rule, _colon, weeks = one.rule.partition(":")
    return DestructionLine(one.at, one.what, one.number, rule, int(weeks) if weeks.isdecimal() else 0)


def _oldest(today: date, weeks: int) -> date:
    return monday_of(today) - timedelta(weeks=weeks)

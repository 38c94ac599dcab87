# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is there to do in the background? Found in the tables, not queued; the worker asks again and again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import Max, Q
from django.utils import timezone

from houvast.domain.conversation import ConversationState
from houvast.queries.gather.changed_people import stands
from houvast.queries.gather.landscapes import FULL, LIVE, WORKING
from houvast.queries.notice.looking import calibration_due, list_due
from houvast.queries.notice.retention import texts_due
from houvast.store.models import Conversation, Erasure, LandscapeSnapshot, Vote, WorkClaim

FULL_EVERY = timedelta(seconds=25)
REMINDER = "reminder of waiting statements"


class Work(StrEnum):
    """Kinds of background work."""

    DATES = "dates"
    LIVE = "live"
    FULL = "full"
    RETENTION = "retention"
    REMIND = "remind"
    ATTENTION = "attention"
    CALIBRATION = "calibration"
    TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do. mark: what of the conversation is to be taken in, (newest vote, newest erasure).

    is_final: it is to be done whatever was taken in before.
    """

    kind: Work
    conversation_id: int | None = None
    mark: tuple[int, int] = (0, 0)
    is_final: bool = True

    @property
    def name(self) -> str:
        """As it is claimed."""
        return self.kind.value if self.conversation_id is None else f"{self.kind.value} {self.conversation_id}"


def due() -> tuple[Task, ...]:
    """All that is to be done now: dates first, coarse results before whole ones, removal last."""
    now = timezone.now()
    wanted = Conversation.objects.filter(
        Q(state=ConversationState.OPEN) | Q(state=ConversationState.CLOSED, votes_removed_at__isnull=True)
    ).order_by("id")
    found = [_Standing.of(conversation) for conversation in wanted.only("id", "state")]
    return (
        *([Task(Work.DATES)] if _dates_due(now) else ()),
        *(one.task(Work.LIVE) for one in found if one.is_open and one.is_newer_than(LIVE)),
        *(one.task(Work.FULL) for one in found if one.wants_full(now)),
        *([Task(Work.RETENTION)] if _retention_due() else ()),
        *([Task(Work.REMIND)] if _reminder_due(now) else ()),
        *([Task(Work.CALIBRATION)] if calibration_due(now) else ()),
        *([Task(Work.ATTENTION)] if list_due(now) else ()),
        *([Task(Work.TEXTS)] if texts_due() else ()),
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """A conversation, its newest vote and erasure, and the newest result of each kind."""

    conversation_id: int
    is_open: bool
    mark: tuple[int, int]
    results: dict[str, LandscapeSnapshot]

    @classmethod
    def of(cls, conversation: Conversation) -> _Standing:
        """How it stands now."""
        pk = conversation.pk
        vote = Vote.objects.filter(conversation_id=pk).aggregate(last=Max("id"))["last"] or 0
        erasure = Erasure.objects.filter(conversation_id=pk).aggregate(last=Max("id"))["last"] or 0
        results = {}
        is_open = conversation.state == ConversationState.OPEN
        for kind in (LIVE, WORKING) if is_open else (FULL,):
            found = LandscapeSnapshot.objects.filter(conversation_id=pk, kind=kind).order_by("-id")
            newest = found.select_related("conversation").defer("content", "perception").first()
            if newest is not None:
                results[kind] = newest
        return cls(pk, is_open, (vote, erasure), results)

    def task(self, kind: Work) -> Task:
        """Work on it."""
        return Task(kind, self.conversation_id, self.mark, is_final=not self.is_open)

    def is_newer_than(self, kind: str) -> bool:
        """Whether there are votes or erasures that the newest result of this kind did not take in."""
        result = self.results.get(kind)
        return self.mark > (0, 0) if result is None else self._is_past(result)

    def _is_past(self, result: LandscapeSnapshot) -> bool:
        return self.mark[0] > result.last_vote or self.mark[1] > result.last_erasure

    def wants_full(self, now: datetime) -> bool:
        """While open now and then; after the closing to the last vote, and again when k people differ."""
        if self.is_open:
            result = self.results.get(WORKING)
            return self.is_newer_than(WORKING) and (result is None or result.at <= now - FULL_EVERY)
        final = self.results.get(FULL)
        return final is None or (self._is_past(final) and not stands(final))


def _dates_due(now: datetime) -> bool:
    opening = Q(state=ConversationState.DRAFT, opens_at__lte=now, opened_at__isnull=True)
    return Conversation.objects.filter(opening | Q(state=ConversationState.OPEN, closes_at__lte=now)).exists()


def _retention_due() -> bool:
    return Conversation.objects.filter(
        state__in=(ConversationState.CLOSED, ConversationState.PUBLISHED),
        retention_until__lt=timezone.localdate(),
        votes_removed_at__isnull=True,
    ).exists()


def _reminder_due(now: datetime) -> bool:
    """Whether mail is sent here, and the last reminder is a day old: the claim on it holds until then."""
    if not settings.HOUVAST.text("HOUVAST_MAIL"):
        return False
    return not WorkClaim.objects.filter(name=REMINDER, until__gt=now).exists()

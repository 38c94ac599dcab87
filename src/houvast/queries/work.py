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
from houvast.queries.gather.landscapes import FULL, LIVE
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
    found = [_Standing.of(conversation) for conversation in wanted.only("id", "state", "closed_at")]
    return (
        *([Task(Work.DATES)] if _dates_due(now) else ()),
        *(one.task(Work.LIVE) for one in found if one.is_open and one.is_newer_than(LIVE)),
        *(one.task(Work.FULL) for one in found if one.wants_full(now)),
        *([Task(Work.RETENTION)] if _retention_due() else ()),
        *([Task(Work.REMIND)] if _reminder_due(now) else ()),
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """A conversation, its newest vote and erasure, and per kind of result when it was made and what it took in."""

    conversation_id: int
    is_open: bool
    closed_at: datetime | None
    mark: tuple[int, int]
    results: dict[str, tuple[datetime, int, int]]

    @classmethod
    def of(cls, conversation: Conversation) -> _Standing:
        """How it stands now."""
        pk = conversation.pk
        vote = Vote.objects.filter(conversation_id=pk).aggregate(last=Max("id"))["last"] or 0
        erasure = Erasure.objects.filter(conversation_id=pk).aggregate(last=Max("id"))["last"] or 0
        results = {}
        for kind in (LIVE, FULL):
            found = LandscapeSnapshot.objects.filter(conversation_id=pk, kind=kind).order_by("-id")
            newest = found.values_list("at", "last_vote", "last_erasure").first()
            if newest is not None:
                results[kind] = newest
        is_open = conversation.state == ConversationState.OPEN
        return cls(pk, is_open, conversation.closed_at, (vote, erasure), results)

    def task(self, kind: Work) -> Task:
        """Work on it."""
        return Task(kind, self.conversation_id, self.mark, is_final=not self.is_open)

    def is_newer_than(self, kind: str) -> bool:
        """Whether there are votes or erasures that the newest result of this kind did not take in."""
        _at, vote, erasure = self.results.get(kind, (None, 0, 0))
        return self.mark[0] > vote or self.mark[1] > erasure

    def wants_full(self, now: datetime) -> bool:
        """While open now and then; after the closing once, to the last vote."""
        result = self.results.get(FULL)
        if self.is_open:
            return self.is_newer_than(FULL) and (result is None or result[0] <= now - FULL_EVERY)
        is_before_the_end = result is not None and self.closed_at is not None and result[0] < self.closed_at
        return result is None or is_before_the_end or self.is_newer_than(FULL)


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

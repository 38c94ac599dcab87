# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for a colleague, of all that a colleague with this role may do something about?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone

from houvast.domain.attention import PointState
from houvast.domain.inbox import MessageState
from houvast.domain.roles import Capability, Role, may
from houvast.domain.street_talk import RoundState
from houvast.queries.gather.front_page import AtWork, staff_home
from houvast.store.models import AttentionPoint, InboxMessage, Observation, Round


class Waits(StrEnum):
    """Kinds of things that wait for somebody."""

    FEEDBACK = "feedback"
    MESSAGES = "messages"
    POINTS = "points"
    RETURN_VISITS = "return visits"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many things wait; overdue: so many of them too long."""

    kind: Waits
    number: int
    overdue: int


@dataclass(frozen=True, slots=True)
class StartPage:
    """What waits, only kinds of which there are any, and the conversations."""

    waiting: tuple[Waiting, ...]
    conversations: tuple[AtWork, ...]


def start_page(role: Role) -> StartPage:
    """The first page of a colleague."""
    today = timezone.localdate()
    home = staff_home()
    found = [count(today) for capability, count in COUNTS if may(role, capability)]
    if may(role, Capability.MODERATE):
        found.append(Waiting(Waits.STATEMENTS, home.waiting, 0))
    return StartPage(tuple(one for one in found if one.number), home.conversations)


def _feedback(today: date) -> Waiting:
    """Reporters who wait to hear back."""
    waits = Observation.objects.filter(wants_feedback=True, replies__isnull=True)
    return Waiting(Waits.FEEDBACK, waits.count(), waits.filter(feedback_due__lt=today).count())


def _messages(today: date) -> Waiting:
    waits = InboxMessage.objects.exclude(state=MessageState.ANSWERED)
    return Waiting(Waits.MESSAGES, waits.count(), waits.filter(due__lt=today).count())


def _points(today: date) -> Waiting:
    unjudged = Q(state__in=(PointState.NEW, PointState.INTERPRETING))
    waits = AttentionPoint.objects.filter(unjudged, is_announced=True)
    return Waiting(Waits.POINTS, waits.count(), waits.filter(judge_by__lt=today).count())


def _return_visits(today: date) -> Waiting:
    waits = Round.objects.filter(state=RoundState.HELD, return_on__isnull=False, returned_on__isnull=True)
    return Waiting(Waits.RETURN_VISITS, waits.count(), waits.filter(return_on__lt=today).count())


COUNTS: tuple[tuple[Capability, Callable[[date], Waiting]], ...] = (
    (Capability.ANSWER, _feedback),
    (Capability.WEIGH, _points),
    (Capability.ANSWER, _messages),
    (Capability.WALK, _return_visits),
)

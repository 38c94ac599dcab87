# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which conversations are there, and in what state?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.store.models import Conversation

ORDER = (
    ConversationState.OPEN,
    ConversationState.REHEARSAL,
    ConversationState.DRAFT,
    ConversationState.CLOSED,
    ConversationState.PUBLISHED,
)


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """A conversation in a list for staff."""

    code: str
    title: str
    state: ConversationState
    asked_by: str
    opened_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None
    source: str
    statements: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ConversationGroup:
    """The conversations in one state, the newest first."""

    state: ConversationState
    lines: tuple[ConversationLine, ...]


@dataclass(frozen=True, slots=True)
class ConversationHeading:
    """The title, and whether what is in the conversation now is invented."""

    title: str
    is_in_rehearsal: bool


def get_conversation(code: str) -> Conversation:
    """The conversation with this code, or NotFound."""
    found = Conversation.objects.filter(code=code).first()
    if found is None:
        raise NotFound("There is no conversation at this address. Check the link.")
    return found


def list_conversations() -> tuple[ConversationGroup, ...]:
    """All conversations for staff: what runs first, then what is being made, then what is over."""
    shown = Q(statements__moderation=Moderation.IN, statements__is_rehearsal=False)
    waiting = Q(statements__moderation=Moderation.OPEN, statements__is_rehearsal=False)
    rows = Conversation.objects.annotate(
        accepted=Count("statements", filter=shown), waiting=Count("statements", filter=waiting)
    ).order_by("-id")
    lines = [
        ConversationLine(
            code=row.code,
            title=row.title,
            state=ConversationState(row.state),
            asked_by=row.asked_by,
            opened_at=row.opened_at,
            closes_at=row.closes_at,
            closed_at=row.closed_at,
            source=row.source,
            statements=row.accepted,
            waiting=row.waiting,
        )
        for row in rows
    ]
    groups = (ConversationGroup(state, tuple(line for line in lines if line.state is state)) for state in ORDER)
    return tuple(group for group in groups if group.lines)


def read_heading(code: str) -> ConversationHeading | None:
    """What stands above a screen of the conversation with this code; None where there is none."""
    row = Conversation.objects.filter(code=code).values_list("title", "state").first()
    return None if row is None else ConversationHeading(row[0], row[1] == ConversationState.REHEARSAL)

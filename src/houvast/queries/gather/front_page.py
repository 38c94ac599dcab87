# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be joined now and what came of earlier conversations, and for colleagues: what waits where?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime

from houvast.domain.conversation import ConversationState
from houvast.queries.gather.moderation import waiting_counts
from houvast.store.models import Conversation

ORDER_AT_WORK = ("open", "rehearsal", "draft", "closed", "published")


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation on the front page, in the reader's language where there is such a text."""

    code: str
    title: str
    question: str
    language: str  # of the texts
    closes_at: datetime | None
    hear_back_by: date | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Listed conversations: open, first those that close first; closed and published ones, newest first."""

    open: tuple[Listed, ...]
    closed: tuple[Listed, ...]
    published: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class AtWork:
    """A conversation as colleagues see it, with the number of statements that wait for a moderator."""

    code: str
    title: str
    state: ConversationState
    closes_at: datetime | None
    waiting: int


@dataclass(frozen=True, slots=True)
class StaffHome:
    """All conversations, those that go on first."""

    conversations: tuple[AtWork, ...]
    waiting: int


def front_page(*, language: str) -> FrontPage:
    """The listed conversations for residents; only what a municipality wants on its front page."""
    public = (ConversationState.OPEN, ConversationState.CLOSED, ConversationState.PUBLISHED)
    listed = Conversation.objects.filter(is_listed=True, state__in=public)
    listed = listed.prefetch_related("texts").order_by("-opened_at", "-id")
    by_state: dict[str, list[Listed]] = {}
    for conversation in listed:
        by_state.setdefault(conversation.state, []).append(_listed(conversation, language))
    still_open = sorted(by_state.get(ConversationState.OPEN, []), key=_closing)
    return FrontPage(
        tuple(still_open),
        tuple(by_state.get(ConversationState.CLOSED, [])),
        tuple(by_state.get(ConversationState.PUBLISHED, [])),
    )


def staff_home() -> StaffHome:
    """Every conversation with what waits in its queue."""
    waiting = waiting_counts()
    found = Conversation.objects.order_by("-id")
    rows = [AtWork(c.code, c.title, ConversationState(c.state), c.closes_at, waiting.get(c.pk, 0)) for c in found]
    rows.sort(key=lambda row: ORDER_AT_WORK.index(row.state))
    return StaffHome(tuple(rows), sum(row.waiting for row in rows))


def _closing(conversation: Listed) -> float:
    """When it closes; those without an end come last."""
    return conversation.closes_at.timestamp() if conversation.closes_at else math.inf


def _listed(conversation: Conversation, language: str) -> Listed:
    texts = {text.language: text for text in conversation.texts.all()}
    shown = texts.get(language) if language != conversation.language else None
    return Listed(
        conversation.code,
        shown.title if shown else conversation.title,
        (shown.question if shown else "") or conversation.question,
        language if shown else conversation.language,
        conversation.closes_at,
        conversation.hear_back_by,
    )

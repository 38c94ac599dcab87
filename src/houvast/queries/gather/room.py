# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a whole room see on the big screen? How to join, how many do, and one statement at a time."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from houvast.domain.conversation import ConversationState
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.live_results import LiveItem, live_part
from houvast.queries.gather.progress import progress_versions


@dataclass(frozen=True, slots=True)
class RoomPage:
    """All of the screen. people: rounded down to what may be told, 0 where that is nothing. place counts from 0."""

    code: str
    title: str
    language: str
    is_open: bool
    link: str
    k: int
    version: str
    people: int
    item: LiveItem | None
    place: int
    places: int
    previous: int
    next: int


def room_page(code: str, *, place: int, language: str) -> RoomPage:
    """The screen, with the statement at this place of what binds and what divides; after the last comes the first."""
    conversation = get_conversation(code)
    live = live_part(conversation.pk, language=language)
    items = (*live.binds, *live.divides) if live else ()
    here = place % len(items) if items else 0
    return RoomPage(
        code=code,
        title=conversation.title,
        language=conversation.language,
        is_open=conversation.state == ConversationState.OPEN,
        link=short_link(code),
        k=conversation.k,
        version=progress_versions([conversation.pk])[conversation.pk],
        people=live.people if live else 0,
        item=items[here] if items else None,
        place=here,
        places=len(items),
        previous=(here - 1) % len(items) if items else 0,
        next=(here + 1) % len(items) if items else 0,
    )


def short_link(code: str) -> str:
    """The address to type over, without what a browser adds by itself."""
    address: str = settings.HOUVAST.text("HOUVAST_ADDRESS")
    return f"{address.removeprefix('https://').removeprefix('http://')}/g/{code}"

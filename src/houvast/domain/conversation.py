# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can a conversation be in, where do its participants and statements come from, and what may follow what?"""

from __future__ import annotations

from enum import StrEnum

from houvast.domain.votes import Moderation


class ConversationState(StrEnum):
    """Where a conversation is. Residents see it from OPEN on."""

    DRAFT = "draft"
    REHEARSAL = "rehearsal"
    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"


TRANSITIONS: dict[ConversationState, frozenset[ConversationState]] = {
    ConversationState.DRAFT: frozenset({ConversationState.REHEARSAL, ConversationState.OPEN}),
    ConversationState.REHEARSAL: frozenset({ConversationState.DRAFT}),
    ConversationState.OPEN: frozenset({ConversationState.CLOSED}),
    ConversationState.CLOSED: frozenset({ConversationState.OPEN, ConversationState.PUBLISHED}),
    ConversationState.PUBLISHED: frozenset(),
}


class Mode(StrEnum):
    """How a participant's answers came in; kept, because people answer differently on paper and in the street."""

    ONLINE = "online"
    PAPER = "paper"
    STREET = "street"
    IMPORTED = "imported"
    REHEARSAL = "rehearsal"


class Origin(StrEnum):
    """Who a statement comes from; told to everybody who reads it."""

    MUNICIPALITY = "municipality"
    RESIDENT = "resident"
    IMPORTED = "imported"


class ModerationTiming(StrEnum):
    """Does a resident's statement wait for a moderator before others see it?"""

    BEFORE = "before"
    AFTER = "after"


class ModerationReason(StrEnum):
    """Why a statement was left out; the published policy explains each. WITHDRAWN: by its author."""

    PERSONAL_DATA = "personal data"
    ABOUT_A_PERSON = "about a person"
    INSULT = "insult"
    OFF_SUBJECT = "off subject"
    MORE_THAN_ONE_IDEA = "more than one idea"
    NOT_CLEAR = "not clear"
    DUPLICATE = "duplicate"
    ADVERTISEMENT = "advertisement"
    WITHDRAWN = "withdrawn"


class PromiseState(StrEnum):
    """How far a promise is."""

    OPEN = "open"
    KEPT = "kept"
    CHANGED = "changed"
    NOT_KEPT = "not kept"


RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "yi", "dv", "ug", "sd"})


def may_follow(now: ConversationState, then: ConversationState) -> bool:
    """Whether a conversation in one state may go to the other."""
    return then in TRANSITIONS[now]


def writing_direction(language: str) -> str:
    """The dir attribute, "rtl" or "ltr", of text in this language (BCP 47 tag)."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT else "ltr"


def is_offered(moderation: Moderation, timing: ModerationTiming, origin: Origin) -> bool:
    """Whether a statement is shown for votes. The municipality's own wait for nobody; nothing left out is shown."""
    if moderation is Moderation.OPEN:
        return origin is Origin.MUNICIPALITY or timing is ModerationTiming.AFTER
    return moderation is Moderation.IN

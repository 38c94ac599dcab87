# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes into the inbox, from whom, and how does it go on?"""

from __future__ import annotations

from enum import StrEnum


class MessageKind(StrEnum):
    """What somebody sends: the three that we ask for."""

    IDEA = "idea"
    EXPERIENCE = "experience"
    QUESTION = "question"


class SenderKind(StrEnum):
    """What kind of sender; never who."""

    RESIDENT = "resident"
    ORGANISATION = "organisation"
    COLLEAGUE = "colleague"


class MessageState(StrEnum):
    """Where a message is."""

    NEW = "new"
    TAKEN_UP = "taken up"
    ANSWERED = "answered"


MESSAGE_TRANSITIONS: dict[MessageState, frozenset[MessageState]] = {
    MessageState.NEW: frozenset({MessageState.TAKEN_UP, MessageState.ANSWERED}),
    MessageState.TAKEN_UP: frozenset({MessageState.ANSWERED}),
    # An answer can be followed by a better one.
    MessageState.ANSWERED: frozenset({MessageState.ANSWERED}),
}


def message_may_become(now: MessageState, then: MessageState) -> bool:
    """Whether a message in one state may go to the other."""
    return then in MESSAGE_TRANSITIONS[now]

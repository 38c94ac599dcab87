# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May answers come in now? Asked within the transaction of every answer; whether this person may is asked elsewhere."""

from __future__ import annotations

from django.utils import timezone

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound, StateRefused
from houvast.store.models import Conversation, Participant

NOT_HERE = "You do not take part in this conversation (any more). Start on its first page."


def require_answering(conversation: Conversation, *, is_test: bool = False) -> None:
    """StateRefused unless the conversation is open and not past its end; a rehearsal takes test answers."""
    if is_test and conversation.state == ConversationState.REHEARSAL:
        return
    if conversation.state in {ConversationState.DRAFT, ConversationState.REHEARSAL}:
        raise StateRefused("This conversation is not open yet. Come back later.")
    if conversation.state != ConversationState.OPEN or (
        conversation.closes_at and conversation.closes_at <= timezone.now()
    ):
        raise StateRefused("This conversation is closed. What you sent earlier is kept, but nothing can be added.")


def hold_conversation(pk: int) -> Conversation:
    """The conversation, held until the end of the transaction; people still add their votes meanwhile.

    Whoever holds a participant or tallies as well takes the conversation first. Not for their key: a vote's foreign
    key shares that, and two who hold one and wait for the other would never end.
    """
    return Conversation.objects.select_for_update(no_key=True).get(pk=pk)


def lock_participant(**which: object) -> Participant:
    """The participant with its conversation, for this transaction alone; NotFound where there is none (any more).

    One person's answers are taken one after the other, whatever number of windows or retries they come from.
    """
    found = (
        Participant.objects.select_for_update(no_key=True, of=("self",))
        .select_related("conversation")
        .filter(**which)
        .first()
    )
    if found is None:
        raise NotFound(NOT_HERE)
    return found

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How goes a rehearsal?"""

from __future__ import annotations

from dataclasses import dataclass

from houvast.domain.conversation import ConversationState
from houvast.domain.votes import Moderation
from houvast.queries.gather.conversations import get_conversation
from houvast.store.models import PerceivedView, Vote


@dataclass(frozen=True, slots=True)
class RehearsalPage:
    """What was invented so far; all zero outside a rehearsal."""

    code: str
    title: str
    state: ConversationState
    statements: int
    people: int
    votes: int
    estimates: int
    waiting: int

    @property
    def is_on(self) -> bool:
        """Whether it goes on now."""
        return self.state is ConversationState.REHEARSAL

    @property
    def can_start(self) -> bool:
        """Whether one can begin."""
        return self.state is ConversationState.DRAFT


def read_rehearsal(code: str) -> RehearsalPage:
    """The rehearsal of the conversation with this code."""
    found = get_conversation(code)
    invented = found.participants.filter(is_test=True)
    return RehearsalPage(
        code=found.code,
        title=found.title,
        state=ConversationState(found.state),
        statements=found.statements.filter(is_shown=True).count(),
        people=invented.count(),
        votes=Vote.objects.filter(conversation=found, participant__in=invented).count(),
        estimates=PerceivedView.objects.filter(participant__in=invented).count(),
        waiting=found.statements.filter(is_rehearsal=True, moderation=Moderation.OPEN).count(),
    )

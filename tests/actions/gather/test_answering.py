# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are answers taken exactly while the conversation is open, and is a participant's row found by any of its marks?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.db import transaction
from django.utils import timezone

from houvast.actions.gather.answering import lock_participant, require_answering
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound, StateRefused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", list(ConversationState))
@pytest.mark.parametrize("is_test", [False, True])
def test_answers_are_taken_while_open_and_in_a_rehearsal_from_simulated_people(
    state: ConversationState, is_test: bool
) -> None:
    conversation = cast.conversation(state=state)
    taken = state is ConversationState.OPEN or (is_test and state is ConversationState.REHEARSAL)
    if taken:
        require_answering(conversation, is_test=is_test)
        return
    with pytest.raises(StateRefused):
        require_answering(conversation, is_test=is_test)


@pytest.mark.parametrize(("minutes", "taken"), [(1, True), (-1, False)])
def test_the_announced_end_counts(minutes: int, taken: bool) -> None:
    conversation = cast.conversation(closes_at=timezone.now() + timedelta(minutes=minutes))
    if taken:
        require_answering(conversation)
        return
    with pytest.raises(StateRefused):
        require_answering(conversation)


def test_a_participant_is_held_with_its_conversation() -> None:
    dirk = cast.participant(cast.conversation())
    with transaction.atomic():
        held = lock_participant(key_hash=dirk.key_hash, conversation__code=dirk.conversation.code)
    assert (held, held.conversation) == (dirk, dirk.conversation)
    with transaction.atomic(), pytest.raises(NotFound):
        lock_participant(pk=dirk.pk, conversation__code="elders")

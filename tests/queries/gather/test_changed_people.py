# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is everybody who differs counted once, and nobody who was never in the result?"""

from __future__ import annotations

import cast
import pytest
from voters import add_voters, cast_again, leave

from houvast.actions.gather.landscapes import refresh_full
from houvast.domain.conversation import ConversationState
from houvast.queries.gather.changed_people import changed_people, is_up_to_date, stands
from houvast.store.models import Conversation, LandscapeSnapshot, Participant

pytestmark = pytest.mark.django_db


def counted(people: int = 20) -> tuple[Conversation, LandscapeSnapshot, list[Participant]]:
    conversation = cast.conversation(statements=4, k=3, state=ConversationState.CLOSED)
    voters = add_voters(conversation, people=people, share=1.0)
    refresh_full(conversation)
    return conversation, LandscapeSnapshot.objects.get(conversation=conversation), voters


def test_people_are_counted_once() -> None:
    conversation, snapshot, people = counted()
    assert (changed_people(snapshot), is_up_to_date(snapshot)) == (0, True)
    for statement in conversation.statements.all():
        cast_again(people[0], statement, 0)
    assert (changed_people(snapshot), is_up_to_date(snapshot)) == (1, False)
    leave(people[1])
    assert changed_people(snapshot) == 2
    assert stands(snapshot)
    add_voters(conversation, people=1, seed=4)
    assert not stands(snapshot)


def test_who_came_and_went_and_previews_are_nobody() -> None:
    conversation, snapshot, _ = counted()
    for person in add_voters(conversation, people=5, seed=2):
        leave(person)
    add_voters(conversation, people=5, seed=3, is_test=True)
    assert changed_people(snapshot) == 0


def test_up_to_what_was_read() -> None:
    conversation, snapshot, people = counted()
    add_voters(conversation, people=5, seed=2)
    leave(people[0])
    assert changed_people(snapshot, vote=snapshot.last_vote, erasure=snapshot.last_erasure) == 0
    assert changed_people(snapshot) == 6


def test_a_result_that_tells_nothing_stands_until_anything_changes() -> None:
    conversation, snapshot, _ = counted(people=2)
    assert stands(snapshot)
    add_voters(conversation, people=1, seed=2)
    assert not stands(snapshot)

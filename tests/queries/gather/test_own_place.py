# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a person's own place the place that the map has for those votes?"""

from __future__ import annotations

import cast
import pytest
from voters import add_voters, cast_again

from houvast.actions.gather.landscapes import refresh_full
from houvast.queries.gather.own_place import own_place
from houvast.store.models import Vote

pytestmark = pytest.mark.django_db


def test_people_who_answer_alike_stand_together_and_opposites_apart() -> None:
    conversation = cast.conversation(statements=10)
    add_voters(conversation, people=150)
    assert own_place(cast.participant(conversation)) is None
    refresh_full(conversation)
    places = []
    for side in (1, -1):
        somebody = cast.participant(conversation)
        for statement in conversation.statements.order_by("number"):
            cast_again(somebody, statement, side if statement.number < 5 else -side)
        place = own_place(somebody)
        assert place is not None
        places.append(place)
    assert places[0].x * places[1].x < 0
    assert {p.stretch for p in places} == {"low", "high"}
    assert all(0 < p.x_se < 1 for p in places)


def test_few_opinions_say_nothing_and_a_changed_vote_counts_once() -> None:
    conversation = cast.conversation(statements=10)
    add_voters(conversation, people=150)
    refresh_full(conversation)
    somebody = cast.participant(conversation)
    for statement in conversation.statements.order_by("number")[:4]:
        cast_again(somebody, statement, 1)
        cast_again(somebody, statement, -1)
    assert Vote.objects.filter(participant=somebody).count() == 8
    assert own_place(somebody) is None


def test_without_structure_there_is_no_place() -> None:
    conversation = cast.conversation(statements=10)
    for person in add_voters(conversation, people=40, share=0.0):
        for statement in conversation.statements.order_by("number"):
            cast_again(person, statement, 1 if (person.number * 7 + statement.number * 3) % 5 < 2 else -1)
    refresh_full(conversation)
    somebody = cast.participant(conversation)
    for statement in conversation.statements.order_by("number"):
        cast_again(somebody, statement, 1)
    place = own_place(somebody)
    assert place is None or 0 < place.x_se < 1

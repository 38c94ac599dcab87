# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""When people who take part already answer more, do their answers count, and does nothing else move with them?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.landscapes import refresh_live
from houvast.queries.gather.landscapes import latest_live
from houvast.store.models import Participant

pytestmark = pytest.mark.django_db


def test_further_answers_of_the_same_people_move_their_statement_alone() -> None:
    conversation = cast.conversation(statements=2, k=5)
    first, second = conversation.statements.order_by("number")
    people = [cast.participant(conversation) for _ in range(60)]
    for somebody in people:
        cast.vote(somebody, first, 1)
    for somebody in people[:40]:
        cast.vote(somebody, second, 1)
    assert refresh_live(conversation)
    before = latest_live(conversation.pk)

    def answer(some: list[Participant]) -> bool:
        for somebody in some:
            cast.vote(somebody, second, -1)
        return refresh_live(conversation)

    assert not answer(people[40:44])
    newcomers = [cast.participant(conversation) for _ in range(3)]
    assert answer([*people[44:60], *newcomers])
    after = latest_live(conversation.pk)
    assert before is not None
    assert after is not None
    assert after.statements[0] == before.statements[0]
    assert after.statements[1].disagree.low > before.statements[1].disagree.low
    assert (after.people, after.places) == (before.people, before.places)


def test_newcomers_who_trickle_in_are_counted_all_the_same() -> None:
    """Each result here is caused by answers to a statement; the newcomers between two of them are fewer than k."""
    conversation = cast.conversation(statements=2, k=5)
    first, second = conversation.statements.order_by("number")
    people = [cast.participant(conversation) for _ in range(120)]
    for somebody in people:
        cast.vote(somebody, first, 1)
    for somebody in people[:40]:
        cast.vote(somebody, second, 1)
    assert refresh_live(conversation)
    told = []
    for turn in range(4):
        for somebody in people[40 + 10 * turn : 50 + 10 * turn]:
            cast.vote(somebody, second, -1)
        for _ in range(3):
            cast.vote(cast.participant(conversation), first, 1)
        assert refresh_live(conversation)
        live = latest_live(conversation.pk)
        assert live is not None
        told.append(live.people)
    assert told == [120, 125, 125, 130]

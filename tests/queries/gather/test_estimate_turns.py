# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an estimate asked at every fifth vote, five times at most, of statements with enough votes, the same each time?"""

from __future__ import annotations

from dataclasses import replace

import cast
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from snapshots import live_result, live_snapshot

from houvast.queries.gather.estimate_turns import EVERY, MOST, forget_lists, is_turn, statement_to_estimate
from houvast.store.models import Conversation, Participant, PerceivedView

pytestmark = pytest.mark.django_db


def filled(*, statements: int = 30, votes: int = 3, **fields: object) -> Conversation:
    """A conversation in which each statement has this many votes; k is 3."""
    conversation = cast.conversation(statements=statements, k=3, **fields)
    for _ in range(votes):
        other = cast.participant(conversation)
        for statement in conversation.statements.all():
            cast.vote(other, statement, 1)
    return conversation


def vote_on(dirk: Participant, numbers: range) -> None:
    for statement in dirk.conversation.statements.filter(number__in=numbers).order_by("number"):
        cast.vote(dirk, statement, 1)


def test_of_one_of_the_last_five_and_the_same_at_every_look() -> None:
    dirk = cast.participant(filled())
    vote_on(dirk, range(4))
    assert not is_turn(dirk, answered=4)
    assert statement_to_estimate(dirk) is None
    vote_on(dirk, range(4, 10))
    chosen = statement_to_estimate(dirk)
    assert is_turn(dirk, answered=10)
    assert chosen in set(dirk.conversation.statements.filter(number__in=range(5, 10)).values_list("pk", flat=True))
    assert {statement_to_estimate(dirk) for _ in range(5)} == {chosen}


def test_people_are_asked_about_different_statements() -> None:
    conversation = filled(statements=5)
    people = [cast.participant(conversation) for _ in range(20)]
    for dirk in people:
        vote_on(dirk, range(5))
    assert len({statement_to_estimate(dirk) for dirk in people}) > 2


def test_five_times_at_most_also_when_somebody_does_not_know() -> None:
    dirk = cast.participant(filled())
    for turn in range(MOST + 1):
        vote_on(dirk, range(EVERY * turn, EVERY * (turn + 1)))
        assert is_turn(dirk, answered=EVERY * (turn + 1)) is (turn < MOST)
        statement_id = statement_to_estimate(dirk)
        if statement_id is not None:
            PerceivedView.objects.create(participant=dirk, statement_id=statement_id, of_ten=None, hour=0)
            assert statement_to_estimate(dirk) is None


@pytest.mark.parametrize("fields", [{"votes": 1}, {"asks_estimates": False}], ids=["few votes", "not asked here"])
def test_not_about_few_people_and_not_where_it_is_off(fields: dict[str, object]) -> None:
    dirk = cast.participant(filled(**fields))  # type: ignore[arg-type]
    vote_on(dirk, range(5))  # with the one vote of another that is two, under k
    assert statement_to_estimate(dirk) is None


def test_not_about_what_was_left_out() -> None:
    conversation = filled(statements=5)
    dirk = cast.participant(conversation)
    vote_on(dirk, range(5))
    conversation.statements.update(is_shown=False)
    assert statement_to_estimate(dirk) is None


def named(conversation: Conversation, *, binds: tuple[int, ...] = (), divides: tuple[int, ...] = ()) -> None:
    """A new live result, read at once."""
    live_snapshot(conversation, replace(live_result(conversation), binds=binds, divides=divides))
    forget_lists()


def test_not_about_what_people_can_read_on_the_live_page() -> None:
    conversation = filled(statements=5)
    dirk = cast.participant(conversation)
    vote_on(dirk, range(5))
    named(conversation, binds=(0, 1), divides=(2, 4))
    assert statement_to_estimate(dirk) == conversation.statements.get(number=3).pk
    named(conversation, binds=(0, 1, 3), divides=(2, 4))
    assert not is_turn(dirk, answered=5)
    named(conversation, binds=(0, 1), divides=(3, 4))  # only what it names now
    assert statement_to_estimate(dirk) == conversation.statements.get(number=2).pk


def test_the_live_result_is_not_read_at_every_turn() -> None:
    conversation = filled(statements=5)
    dirk, fatma = cast.participant(conversation), cast.participant(conversation)
    vote_on(dirk, range(5))
    vote_on(fatma, range(5))
    named(conversation)
    is_turn(dirk, answered=5)
    with CaptureQueriesContext(connection) as asked:
        assert is_turn(fatma, answered=5)
    assert len(asked) == 3
    with CaptureQueriesContext(connection) as asked:
        assert not is_turn(fatma, answered=6)
    assert not asked

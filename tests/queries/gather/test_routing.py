# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the next statement one that is on offer and not seen yet, with the chance that is told, in two questions?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import cast
import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from voters import add_voters, cast_again

from houvast.actions.gather.landscapes import refresh_full
from houvast.queries.gather.routing import Draw, draw_next, forget_offers
from houvast.store.models import Conversation, Exposure, Participant, RoutingModel, Statement, Tally

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget_offers()
    yield
    forget_offers()


def show(to: Participant, draw: Draw) -> Exposure:
    return Exposure.objects.create(participant=to, statement_id=draw.statement_id, probability=draw.probability, hour=1)


def numbers(of: Conversation) -> dict[int, int]:
    return dict(Statement.objects.filter(conversation=of).values_list("id", "number"))


def test_everything_comes_once_and_then_there_is_nothing_left() -> None:
    conversation = cast.conversation(statements=6)
    somebody, seen = cast.participant(conversation), []
    while (draw := draw_next(somebody)) is not None:
        assert 0 < draw.probability <= 1
        show(somebody, draw)
        cast_again(somebody, Statement.objects.get(pk=draw.statement_id), 1)
        seen.append(numbers(conversation)[draw.statement_id])
    assert sorted(seen) == [0, 1, 2, 3, 4, 5]


def test_a_statement_that_was_shown_and_not_answered_comes_back_with_its_chance() -> None:
    somebody = cast.participant(cast.conversation(statements=20))
    draw = draw_next(somebody)
    assert draw is not None
    show(somebody, draw)
    assert {draw_next(somebody) for _ in range(10)} == {draw}


def test_a_statement_that_was_left_out_since_does_not_come_back() -> None:
    conversation = cast.conversation(statements=3)
    somebody = cast.participant(conversation)
    draw = draw_next(somebody)
    assert draw is not None
    show(somebody, draw)
    Statement.objects.filter(pk=draw.statement_id).update(is_shown=False)
    forget_offers()
    drawn = {draw_next(somebody) for _ in range(30)}
    assert draw.statement_id not in {d.statement_id for d in drawn if d}


def test_only_what_is_on_offer_in_this_conversation() -> None:
    conversation = cast.conversation(statements=2)
    cast.conversation(statements=3)
    cast.statement(conversation, number=7, text="Wacht nog.", is_shown=False)
    somebody = cast.participant(conversation)
    drawn = {draw_next(somebody) for _ in range(60)}
    assert {numbers(conversation)[d.statement_id] for d in drawn if d} == {0, 1}


def test_the_chance_told_is_the_share_drawn() -> None:
    conversation = cast.conversation(statements=4)
    for statement, shown in zip(conversation.statements.order_by("number"), (0, 10, 40, 400), strict=True):
        Tally.objects.filter(statement=statement).update(shown=shown)
    somebody, rng = cast.participant(conversation), np.random.default_rng(1)
    drawn = [draw_next(somebody, rng=rng) for _ in range(3000)]
    told = {d.statement_id: d.probability for d in drawn if d}
    assert sum(told.values()) == pytest.approx(1)
    for statement, times in Counter(d.statement_id for d in drawn if d).items():
        assert times / 3000 == pytest.approx(told[statement], abs=0.03)


def test_with_a_model_what_tells_most_has_the_larger_chance() -> None:
    conversation = cast.conversation(statements=10)
    add_voters(conversation, people=150)
    Tally.objects.filter(statement__conversation=conversation).update(shown=150)
    refresh_full(conversation)
    assert RoutingModel.objects.get(conversation=conversation).version == 1
    somebody = cast.participant(conversation)
    told = {d.statement_id: d.probability for d in (draw_next(somebody) for _ in range(300)) if d}
    by_number = {number: told[pk] for pk, number in numbers(conversation).items() if pk in told}
    assert by_number[0] > by_number[4]  # in tests/voters.py the first and last statements split people most
    assert by_number[9] > by_number[5]
    assert min(told.values()) >= 0.04


def test_a_new_statement_shows_at_once() -> None:
    conversation = cast.conversation(statements=1)
    assert draw_next(cast.participant(conversation)) is not None
    cast.statement(conversation, number=1, text="Nieuw.")
    conversation.next_statement_number += 1
    conversation.save()
    later = cast.participant(conversation)
    assert {numbers(conversation)[d.statement_id] for d in (draw_next(later) for _ in range(40)) if d} == {0, 1}


def test_two_questions_a_draw() -> None:
    conversation = cast.conversation(statements=12)
    somebody = cast.participant(conversation)
    draw_next(somebody)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        draw_next(somebody)
    assert len(asked) == 2


def test_votes_that_the_caller_knows_are_not_asked_for() -> None:
    conversation = cast.conversation(statements=3)
    somebody = cast.participant(conversation)
    draw_next(somebody)
    first, second, third = conversation.statements.order_by("number").values_list("id", flat=True)
    with CaptureQueriesContext(connection) as asked:
        drawn = {draw_next(somebody, votes={first: 1, second: -1}) for _ in range(5)}
    assert drawn == {Draw(third, 1.0)}
    assert len(asked) == 5


def test_nothing_to_show_is_no_error() -> None:
    assert draw_next(cast.participant(cast.conversation(statements=0))) is None

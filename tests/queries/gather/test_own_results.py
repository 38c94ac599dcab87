# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does somebody see their own place and guesses, and are these true of what others answered?"""

from __future__ import annotations

import cast
import numpy as np
import pytest
from snapshots import live_result, live_snapshot

from houvast.engine.disclosure.live import coarsen
from houvast.engine.routing.statement_model import StatementModel
from houvast.queries.gather.landscapes import LivePlaces, LiveResult, LiveStatement
from houvast.queries.gather.own_results import OwnEstimate, own_result, summarise_estimates
from houvast.queries.gather.statement_models import write_model
from houvast.store.models import Conversation, Participant, PerceivedView, RoutingModel, StatementTranslation

pytestmark = pytest.mark.django_db
PLACES = LivePlaces((-2.0, -1.0, 0.0, 1.0, 2.0), (0.1, 0.2, 0.4, 0.2, 0.1))


def guess(by: Participant, number: int, of_ten: int | None) -> None:
    statement = by.conversation.statements.get(number=number)
    PerceivedView.objects.create(participant=by, statement=statement, of_ten=of_ten, hour=1)


def voter(conversation: Conversation, value: int) -> Participant:
    somebody = cast.participant(conversation)
    for statement in conversation.statements.all():
        cast.vote(somebody, statement, value)
    return somebody


def with_model(conversation: Conversation, *, slope: float, is_structured: bool = True) -> None:
    numbers = tuple(str(n) for n in conversation.statements.order_by("number").values_list("number", flat=True))
    model = StatementModel(
        statements=numbers,
        intercept=np.zeros(len(numbers)),
        slope=np.column_stack([np.full(len(numbers), slope), np.zeros(len(numbers))]),
        style_variance=0.1,
        is_structured=is_structured,
        is_spectrum=True,
    )
    RoutingModel.objects.create(conversation=conversation, content=write_model(model))


@pytest.mark.parametrize(("value", "side"), [(1, "kant B"), (-1, "kant A")])
def test_a_place_follows_the_own_votes(value: int, side: str) -> None:
    conversation = cast.conversation(statements=8)
    with_model(conversation, slope=1.5)
    live_snapshot(conversation, live_result(conversation, places=PLACES))
    assert side in own_result(voter(conversation, value), language="nl").place.sentence


@pytest.mark.parametrize("is_structured", [True, False])
def test_without_sides_or_people_to_stand_among_there_is_no_place(is_structured: bool) -> None:
    conversation = cast.conversation(statements=8)
    with_model(conversation, slope=1.5, is_structured=is_structured)
    live_snapshot(conversation, live_result(conversation, places=None if is_structured else PLACES))
    assert own_result(voter(conversation, 1), language="nl").place is None


def test_guesses_stand_beside_what_others_answered() -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    somebody = cast.participant(conversation)
    guess(somebody, 1, 9)
    guess(somebody, 0, 3)
    guess(somebody, 2, None)  # asked, and rather not answered
    guess(somebody, 4, 5)  # about a statement that too few people answered
    own = own_result(somebody, language="nl")
    assert [(one.mine, one.low, one.high) for one in own.estimates] == [(9, 4, 5), (3, 8, 9)]
    assert own.summary == (
        "U gaf een schatting bij 2 stellingen. Eén keer waren meer mensen het eens dan u dacht. "
        "Eén keer waren minder mensen het eens dan u dacht."
    )


def test_guesses_are_about_statements_in_the_language_asked_for() -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    StatementTranslation.objects.create(statement=conversation.statements.get(number=0), language="en", text="Green.")
    somebody = cast.participant(conversation)
    guess(somebody, 0, 3)
    (one,) = own_result(somebody, language="nl", reads="en").estimates
    assert (one.text, one.language) == ("Green.", "en")


def test_nobody_elses_guesses_are_shown() -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    guess(cast.participant(conversation), 0, 3)
    assert own_result(cast.participant(conversation), language="nl").estimates == ()


@pytest.mark.parametrize(
    ("guesses", "told"),
    [
        ([(5, 4, 6), (6, 6, 9)], "U gaf een schatting bij 2 stellingen. Uw schattingen kunnen kloppen: "),
        (
            [(2, 8, 9), (1, 7, 9)],
            "U gaf een schatting bij 2 stellingen. 2 keer waren meer mensen het eens dan u dacht.",
        ),
        ([(9, 2, 4)], "U gaf een schatting bij 1 stelling. Eén keer waren minder mensen het eens dan u dacht."),
        ([(9, 2, 8), (9, 2, 9)], "U gaf een schatting bij 2 stellingen. Er zijn nog te weinig antwoorden om te zeggen"),
        (
            [(9, 2, 8), (9, 2, 4)],
            "U gaf een schatting bij 2 stellingen. Eén keer waren minder mensen het eens dan u dacht.",
        ),
        ([], ""),
    ],
)
def test_the_summary_says_which_way_guesses_went(guesses: list[tuple[int, int, int]], told: str) -> None:
    made = summarise_estimates(tuple(OwnEstimate("x", "nl", *guess) for guess in guesses))
    assert made.startswith(told)
    assert bool(made) is bool(told)


@pytest.mark.parametrize("of_ten", range(5, 11))
def test_who_guessed_right_is_never_told_otherwise_when_all_agree(of_ten: int) -> None:
    """Sixty of sixty agree; by the rule of small cells that is somewhere from a half to all of them."""
    shares = coarsen(agreed=60, disagreed=0, passed=0, k=10)
    assert shares is not None
    conversation = cast.conversation()
    one = LiveStatement(0, "x", 60, *shares)
    live_snapshot(conversation, LiveResult(10, 60, (one,), binds=(0,), divides=(), places=None))
    somebody = cast.participant(conversation)
    guess(somebody, 0, of_ten)
    assert "dan u dacht" not in own_result(somebody, language="nl").summary

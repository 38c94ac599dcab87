# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a card hold the right words, the right origin and what somebody said, and is what was left out gone?"""

from __future__ import annotations

import time

import cast
import pytest

from houvast.domain.conversation import Origin
from houvast.domain.errors import NotFound
from houvast.queries.gather.cards import (
    ANSWERS_BEFORE_OFFER,
    KEEP_SECONDS,
    asked_card_page,
    card_page,
    estimate_page,
    forget_decks,
    own_statement_to_vote_on,
    present_votes,
    read_deck,
)
from houvast.store.models import Conversation, Participant, Statement, StatementTranslation

pytestmark = pytest.mark.django_db


@pytest.fixture
def plaza() -> Conversation:
    forget_decks()
    return cast.conversation(languages=["ar"])


@pytest.fixture
def dirk(plaza: Conversation) -> Participant:
    return cast.participant(plaza)


def numbered(conversation: Conversation, number: int) -> Statement:
    return conversation.statements.get(number=number)


def test_a_card_in_another_language_from_a_resident(plaza: Conversation, dirk: Participant) -> None:
    made = cast.statement(plaza, number=7, text="Er moet een fontein komen.", origin=Origin.RESIDENT)
    StatementTranslation.objects.create(statement=made, language="ar", text="نافورة")
    page = card_page(dirk, statement_id=made.pk, answered=2, previous_id=numbered(plaza, 1).pk, language="ar")
    assert page.card is not None
    assert (page.card.words.text, page.card.words.direction, page.card.words.original) == ("نافورة", "rtl", made.text)
    assert page.card.is_by_resident
    assert page.card.own_vote == ""
    assert (page.answered, page.offered, page.previous) == (2, 6, 1)


def test_every_card_names_its_own_click(plaza: Conversation, dirk: Participant) -> None:
    pages = [card_page(dirk, statement_id=None, answered=0, previous_id=None, language="nl") for _ in range(3)]
    assert len({page.request for page in pages}) == 3
    assert pages[0].card is None


@pytest.mark.parametrize("may_add", [True, False])
def test_an_own_statement_is_asked_for_after_some_answers(may_add: bool) -> None:
    dirk = cast.participant(cast.conversation(residents_add_statements=may_add))
    offers = [
        card_page(dirk, statement_id=None, answered=answered, previous_id=None, language="nl").offers_own
        for answered in (ANSWERS_BEFORE_OFFER - 1, ANSWERS_BEFORE_OFFER)
    ]
    assert offers == [False, may_add]


def test_going_back_shows_what_was_said(plaza: Conversation, dirk: Participant) -> None:
    for number, value in ((3, 1), (0, -1), (3, 0)):
        cast.vote(dirk, numbered(plaza, number), value)
    assert list(present_votes(dirk).items()) == [(numbered(plaza, 3).pk, 0), (numbered(plaza, 0).pk, -1)]
    back = asked_card_page(dirk, number=0, language="nl")
    assert back.card is not None
    assert (back.card.own_vote, back.previous, back.answered) == ("disagree", 3, 2)
    first = asked_card_page(dirk, number=3, language="nl")
    assert first.card is not None
    assert (first.card.own_vote, first.previous) == ("pass", None)


def test_a_statement_that_is_asked_for_has_no_vote_yet(plaza: Conversation, dirk: Participant) -> None:
    cast.vote(dirk, numbered(plaza, 2), 1)
    asked = asked_card_page(dirk, number=4, language="nl")
    assert asked.card is not None
    assert (asked.card.own_vote, asked.previous) == ("", 2)


def test_what_is_left_out_cannot_be_asked_for(plaza: Conversation, dirk: Participant) -> None:
    cast.vote(dirk, numbered(plaza, 2), 1)
    plaza.statements.filter(number=2).update(is_shown=False)
    forget_decks()
    for number in (2, 99):
        with pytest.raises(NotFound):
            asked_card_page(dirk, number=number, language="nl")


def test_what_is_left_out_is_gone_within_a_second(plaza: Conversation) -> None:
    assert len(read_deck(plaza).statements) == 5
    plaza.statements.filter(number=2).update(is_shown=False)
    time.sleep(KEEP_SECONDS)
    assert len(read_deck(plaza).statements) == 4


def test_a_new_statement_is_there_at_once(plaza: Conversation) -> None:
    read_deck(plaza)
    made = cast.statement(plaza, number=7, text="Er moet een fontein komen.")
    assert made.pk in read_deck(plaza, holding=made.pk).statements


def test_another_conversation_under_the_same_code_is_another_deck(plaza: Conversation) -> None:
    read_deck(plaza)
    code = plaza.code
    plaza.delete()
    assert len(read_deck(cast.conversation(code=code, statements=2)).statements) == 2


def test_own_statements_wait_for_their_writer(plaza: Conversation, dirk: Participant) -> None:
    assert own_statement_to_vote_on(dirk) is None
    hidden = cast.statement(plaza, number=7, text="Er moet een fontein komen.", author=dirk, is_shown=False)
    assert own_statement_to_vote_on(dirk) is None
    Statement.objects.filter(pk=hidden.pk).update(is_shown=True)
    assert own_statement_to_vote_on(dirk) == hidden.pk
    cast.vote(dirk, hidden, 1)
    assert own_statement_to_vote_on(dirk) is None


def test_an_estimate_shows_the_statement_and_what_one_said() -> None:
    conversation = cast.conversation(k=3)
    people = [cast.participant(conversation) for _ in range(3)]
    assert estimate_page(people[0], language="nl") is None
    for somebody in people:
        for statement in conversation.statements.all():
            cast.vote(somebody, statement, -1)
    page = estimate_page(people[0], language="nl")
    assert page is not None
    assert (page.card.own_vote, page.is_missing) == ("disagree", False)

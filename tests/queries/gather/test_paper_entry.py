# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The desk of somebody who types ballots over."""

from __future__ import annotations

from uuid import uuid4

import cast
import pytest

from houvast.actions.gather.paper_answers import PaperBallot, PaperPile, enter_ballot
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation, Vote
from houvast.queries.gather.paper_entry import (
    ballot_number,
    ballot_statements,
    count_same_ballots,
    entry_page,
    find_last_entered,
    list_piles,
)
from houvast.store.models import Conversation, Participant

pytestmark = pytest.mark.django_db
LIBRARY, MARKET = PaperPile(Mode.PAPER, "bibliotheek"), PaperPile(Mode.STREET, "weekmarkt")


def enter(
    conversation: Conversation, pile: PaperPile, answers: dict[int, Vote], role: Role = Role.ADVISER
) -> Participant:
    ballot = PaperBallot(answers=answers, request=uuid4(), has_consent=True, is_another=True)
    return enter_ballot(conversation=conversation, pile=pile, ballot=ballot, by=cast.staff(role))


def test_the_statements_of_the_ballot_by_number() -> None:
    made = cast.conversation(statements=2, languages=["ar"])
    cast.statement(made, number=5, text="هناك", language="ar")
    cast.statement(made, number=6, text="Wacht.", moderation=Moderation.OPEN)
    cast.statement(made, number=7, text="Geoefend.", is_rehearsal=True)
    assert [(s.number, s.direction) for s in ballot_statements(made)] == [(0, "ltr"), (1, "ltr"), (5, "rtl")]


def test_the_page_of_a_pile() -> None:
    made = cast.conversation(languages=["en"])
    enter(made, LIBRARY, {0: Vote.AGREE})
    last = enter(made, LIBRARY, {0: Vote.AGREE, 1: Vote.PASS})
    page = entry_page(made, by=cast.staff(), mode=Mode.PAPER, batch="bibliotheek")
    assert page.pile is not None
    assert page.last is not None
    assert (page.pile.people, page.last.number, page.last.answers, page.is_open) == (2, ballot_number(last), 2, True)
    assert page.languages == (("nl", "Nederlands"), ("en", "English"))
    elsewhere = entry_page(made, by=cast.staff(), mode=Mode.STREET, batch="weekmarkt")
    assert elsewhere.last is None
    assert elsewhere.pile is not None
    assert elsewhere.pile.people == 0
    none = entry_page(made, by=cast.staff())
    assert (none.pile, none.last) == (None, None)
    assert not entry_page(cast.conversation(state=ConversationState.CLOSED), by=cast.staff()).is_open


def test_piles_are_counted_apart_and_nobody_online_is_in_one() -> None:
    made = cast.conversation()
    for pile in (LIBRARY, MARKET, MARKET):
        enter(made, pile, {0: Vote.AGREE})
    cast.participant(made)
    assert [(p.mode, p.batch, p.people) for p in list_piles(made)] == [
        (Mode.PAPER, "bibliotheek", 1),
        (Mode.STREET, "weekmarkt", 2),
    ]


def test_the_last_is_of_this_colleague() -> None:
    made = cast.conversation()
    mine = enter(made, LIBRARY, {0: Vote.AGREE})
    enter(made, LIBRARY, {0: Vote.AGREE}, Role.PROFESSIONAL)
    assert find_last_entered(made, cast.staff()) == mine
    assert find_last_entered(made, cast.staff(Role.READER)) is None


def test_only_exactly_the_same_answers_are_the_same() -> None:
    made = cast.conversation()
    enter(made, LIBRARY, {0: Vote.AGREE, 1: Vote.DISAGREE})
    asked = [{0: 1, 1: -1}, {0: 1}, {0: 1, 1: 0}, {0: 1, 1: -1}]
    assert count_same_ballots(made, mode=Mode.PAPER, batch="bibliotheek", ballots=asked) == 2
    assert count_same_ballots(made, mode=Mode.STREET, batch="bibliotheek", ballots=asked) == 0

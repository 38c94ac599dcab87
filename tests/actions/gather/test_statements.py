# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a resident's statement get its number, wait where it must, and is nobody named in it?"""

from __future__ import annotations

import cast
import pytest
from residents import joined

from houvast.actions.gather.statements import MOST_CHARACTERS, MOST_OF_ONE, add_statement
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState, ModerationTiming, Origin
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.votes import Moderation
from houvast.store.models import Conversation, Participant, Statement, Tally

pytestmark = pytest.mark.django_db
TEXT = "Er moeten meer bankjes op het plein komen."


@pytest.fixture
def dirk() -> Participant:
    return joined(cast.conversation())[1]


def test_a_statement_waits_for_a_moderator(dirk: Participant) -> None:
    made = add_statement(participant=dirk, text=f"  {TEXT} ", language="nl")
    assert (made.text, made.number, made.origin, made.author) == (TEXT, 5, Origin.RESIDENT, dirk)
    assert (made.moderation, made.is_shown) == (Moderation.OPEN, False)
    assert Tally.objects.filter(statement=made).exists()
    assert Conversation.objects.get().next_statement_number == 6


def test_or_is_shown_at_once_where_moderation_comes_after() -> None:
    _, dirk = joined(cast.conversation(moderation_timing=ModerationTiming.AFTER))
    assert add_statement(participant=dirk, text=TEXT, language="nl").is_shown


@pytest.mark.parametrize("text", ["Bel mij op 06-12345678 over het plein.", "Mail piet@voorbeeld.nl over het plein."])
def test_what_leads_to_a_person_never_passes(dirk: Participant, text: str) -> None:
    with pytest.raises(PersonDataRejected):
        add_statement(participant=dirk, text=text, language="nl", not_a_person=True)
    assert not Statement.objects.filter(origin=Origin.RESIDENT).exists()


def test_length_and_language(dirk: Participant) -> None:
    with pytest.raises(FieldRejected) as long:
        add_statement(participant=dirk, text="woord " * 40, language="nl")
    assert (long.value.field, long.value.values) == ("text", {"most": MOST_CHARACTERS})
    with pytest.raises(FieldRejected) as foreign:
        add_statement(participant=dirk, text=TEXT, language="xx")
    assert foreign.value.field == "language"


def test_the_same_sentence_once_and_five_in_all(dirk: Participant) -> None:
    add_statement(participant=dirk, text=TEXT, language="nl")
    with pytest.raises(FieldRejected):
        add_statement(participant=dirk, text=TEXT, language="nl")
    for number in range(MOST_OF_ONE - 1):
        add_statement(participant=dirk, text=f"Er moeten {number + 2} fonteinen op het plein komen.", language="nl")
    with pytest.raises(StateRefused) as full:
        add_statement(participant=dirk, text="Er moet meer groen komen.", language="nl")
    assert full.value.values == {"most": MOST_OF_ONE}


@pytest.mark.parametrize(
    "fields", [{"residents_add_statements": False}, {"state": ConversationState.CLOSED}], ids=["not here", "closed"]
)
def test_where_no_statement_is_taken(fields: dict[str, object]) -> None:
    conversation = cast.conversation(**fields)
    with pytest.raises(StateRefused):
        add_statement(participant=cast.participant(conversation), text=TEXT, language="nl")

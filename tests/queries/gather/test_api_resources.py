# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do other programs read what residents may read, and nothing before its time or about too few?"""

from __future__ import annotations

import json
import re

import cast
import pytest
from snapshots import full_snapshot

from houvast.actions.gather.publication import publish
from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.errors import NotFound, PermissionRefused, StateRefused
from houvast.exchange.landscape_document import SCHEMA
from houvast.queries.gather.api_resources import (
    conversation_facts,
    joinable_conversation,
    landscape_text,
    list_public_conversations,
    list_public_statements,
    publication_facts,
    statement_with_number,
)
from houvast.queries.gather.resident_pages import Stage
from houvast.store.models import Conversation, StatementTranslation

pytestmark = pytest.mark.django_db
HIDDEN = (ConversationState.DRAFT, ConversationState.REHEARSAL)


def published(**fields: object) -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED, **fields)
    full_snapshot(conversation)
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    return conversation


def test_the_list_holds_what_is_listed_and_opened_the_newest_first() -> None:
    made = [cast.conversation(state=state) for state in ConversationState]
    cast.conversation(is_listed=False)
    found = list_public_conversations(page=1, size=10)
    assert [item.code for item in found.items] == [c.code for c in reversed(made) if c.state not in HIDDEN]
    assert (found.total, found.has_next) == (3, False)


def test_the_list_comes_in_pages() -> None:
    codes = [cast.conversation(statements=0).code for _ in range(5)]
    first, last = (list_public_conversations(page=page, size=2) for page in (1, 3))
    assert [item.code for item in first.items] == codes[:2:-1]
    assert [item.code for item in last.items] == codes[:1]
    assert (first.has_next, last.has_next, last.total) == (True, False, 5)


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_is_known_of_a_conversation_before_it_opens(state: ConversationState) -> None:
    code = cast.conversation(state=state).code
    for read in (conversation_facts, list_public_statements, landscape_text, publication_facts, joinable_conversation):
        with pytest.raises(NotFound):
            read(code)


def test_an_unlisted_conversation_is_found_by_its_code() -> None:
    conversation = cast.conversation(is_listed=False, languages=["ar"])
    found = conversation_facts(conversation.code)
    assert (found.stage, found.languages, found.asked_by) == (Stage.OPEN, ("nl", "ar"), "Team Samenleven")


def test_statements_that_are_offered_by_number_with_translations_and_origin() -> None:
    conversation = cast.conversation(statements=0)
    cast.statement(conversation, number=1, text="Meer bankjes.", origin=Origin.RESIDENT)
    first = cast.statement(conversation, number=0, text="Meer groen.")
    cast.statement(conversation, number=2, text="Niet getoond.", is_shown=False)
    StatementTranslation.objects.create(statement=first, language="en", text="More green.")
    found = list_public_statements(conversation.code)
    assert [(s.number, s.text, s.origin, s.answers) for s in found] == [
        (0, "Meer groen.", "municipality", None),
        (1, "Meer bankjes.", "resident", None),
    ]
    assert [(t.language, t.text) for t in found[0].translations] == [("en", "More green.")]


def test_answers_are_not_told_before_publication_whatever_their_number() -> None:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    statement = conversation.statements.order_by("number").first()
    assert statement is not None
    for _ in range(15):
        cast.vote(cast.participant(conversation), statement, 1)
    assert {s.answers for s in list_public_statements(conversation.code)} == {None}
    with pytest.raises(StateRefused):
        landscape_text(conversation.code)
    with pytest.raises(StateRefused):
        publication_facts(conversation.code)


def test_after_publication_the_published_answers_and_not_the_counts_of_now() -> None:
    conversation = cast.conversation(state=ConversationState.CLOSED, statements=2)
    snapshot = full_snapshot(conversation)
    snapshot.content = re.sub(r'"id":\s*"s(\d+)"', r'"id":"\1"', snapshot.content)  # as the worker names statements
    snapshot.save()
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    told = json.loads(landscape_text(conversation.code))["statements"][1]
    found = list_public_statements(conversation.code)[1]
    assert found.answers is not None
    assert (found.answers.agree, found.answers.n) == (told["agree"], told["n"])
    assert found.answers.agree_share.low <= found.answers.agree_share.high


def test_the_landscape_is_the_document_that_files_hold_the_same_every_time() -> None:
    code = published().code
    assert json.loads(landscape_text(code))["schema"] == SCHEMA
    assert landscape_text(code) == landscape_text(code)


def test_the_reading_comes_with_what_was_promised() -> None:
    found = publication_facts(published().code)
    assert found.reading[0].paragraphs == ("Het groen.",)


def test_statements_of_a_conversation_by_invitation_are_for_the_invited_while_it_runs() -> None:
    with pytest.raises(PermissionRefused):
        list_public_statements(cast.conversation(by_invitation=True).code)
    assert list_public_statements(published(by_invitation=True).code)


def test_a_number_leads_to_a_statement_that_is_offered_or_was_voted_on() -> None:
    conversation = cast.conversation(statements=2)
    somebody = cast.participant(conversation)
    shown, hidden = conversation.statements.order_by("number")
    assert statement_with_number(somebody, 0) == shown.pk
    conversation.statements.filter(pk=hidden.pk).update(is_shown=False)
    with pytest.raises(NotFound):
        statement_with_number(somebody, 1)
    cast.vote(somebody, hidden, 1)
    assert statement_with_number(somebody, 1) == hidden.pk
    with pytest.raises(NotFound):
        statement_with_number(somebody, 99)

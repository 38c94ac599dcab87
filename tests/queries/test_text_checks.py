# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a writer hear what a careful reader would say, and which statements are there already?"""

from __future__ import annotations

import cast
import pytest

from houvast.queries.text_checks import check_statement, near_duplicates, words_of

pytestmark = pytest.mark.django_db


def test_personal_data_comes_first_and_blocks() -> None:
    found = check_statement("Bel mij op 06-12345678, waarom luistert niemand?", language="nl")
    assert [(one.code, one.blocks) for one in found] == [("phone", True), ("question", False)]
    assert found[0].excerpt == "06-12345678"


def test_a_possible_name_does_not_block() -> None:
    found = check_statement("Volgens Fatima Yilmaz moet het anders.", language="nl")
    assert [(one.code, one.blocks, one.excerpt) for one in found] == [("name", False, "Fatima Yilmaz")]


def test_names_in_the_title_of_the_conversation_are_nobodys() -> None:
    assert (
        check_statement("Meer groen bij Wytemahof in de zomer.", language="nl", about="Praat mee over Wytemahof") == ()
    )
    assert words_of("Praat mee over Wytemahof") == {"praat", "wytemahof"}


def test_hidden_signs_do_not_help() -> None:
    found = check_statement("Bel mij maar op 06\u200b1234\u200b5678 graag.", language="nl")
    assert [one.code for one in found] == ["phone"]


def test_messages_are_filled_by_their_values() -> None:
    found = check_statement("Het plein " + "heel " * 40 + "groen maken", language="nl")
    assert found[0].message.format(**found[0].values).endswith("140 characters.")


def test_near_duplicates_among_what_is_offered() -> None:
    conversation = cast.conversation(statements=0)
    same = cast.statement(conversation, number=0, text="Er wordt te hard gereden in de Dorpsstraat")
    other = cast.statement(conversation, number=1, text="Er wordt te hard geblaft in de Dorpsstraat")
    cast.statement(conversation, number=2, text="Er moet een zebrapad bij de school komen")
    cast.statement(conversation, number=3, text="Er wordt te hard gereden in de Dorpsstraat!", is_shown=False)
    near = near_duplicates("er word te hard gereden in de dorpstraat", conversation_id=conversation.pk)
    assert [(one.statement_id, one.number, one.is_same) for one in near] == [(same.pk, 0, True), (other.pk, 1, False)]
    assert near[0].text == same.text


def test_a_new_statement_is_seen_at_once_and_a_hidden_one_no_longer() -> None:
    conversation = cast.conversation(statements=0)
    text = "Er wordt te hard gereden in de Dorpsstraat"
    assert near_duplicates(text, conversation_id=conversation.pk) == ()
    added = cast.statement(conversation, number=0, text=text)
    assert [one.statement_id for one in near_duplicates(text, conversation_id=conversation.pk)] == [added.pk]
    added.is_shown = False
    added.save()
    assert near_duplicates(text, conversation_id=conversation.pk) == ()


def test_only_of_this_conversation() -> None:
    text = "Er wordt te hard gereden in de Dorpsstraat"
    elsewhere = cast.conversation(statements=0)
    cast.statement(elsewhere, number=0, text=text)
    assert near_duplicates(text, conversation_id=cast.conversation(statements=2).pk) == ()

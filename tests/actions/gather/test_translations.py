# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.conversation_texts import Texts
from houvast.actions.gather.translations import save_translations, set_languages
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.store.models import Conversation, ConversationText, StatementTranslation

pytestmark = pytest.mark.django_db


def test_languages_are_chosen_once_each_and_never_the_own_one() -> None:
    conversation = cast.conversation()
    set_languages(conversation=conversation, languages=["en", "ar", "EN", "nl", "pt-BR"], by=cast.staff())
    assert Conversation.objects.get().languages == ["en", "ar", "pt-BR"]
    with pytest.raises(FieldRejected):
        set_languages(conversation=conversation, languages=["klingons"], by=cast.staff())


def test_texts_and_statements_beside_the_original() -> None:
    conversation = cast.conversation(languages=["ar"])
    save_translations(
        conversation=conversation,
        language="ar",
        texts=Texts(title="كيف نعيش معا؟", purpose="نريد أن نعرف."),
        statements={0: "يجب أن يتغير شيء ما.", 3: " ", 99: "not there"},
        by=cast.staff(),
    )
    assert ConversationText.objects.get().title == "كيف نعيش معا؟"
    assert list(StatementTranslation.objects.values_list("statement__number", "language")) == [(0, "ar")]


def test_an_empty_text_takes_the_translation_away() -> None:
    conversation = cast.conversation(languages=["en"])
    for statement, title in (("Something should change.", "The square"), ("", "")):
        save_translations(
            conversation=conversation,
            language="en",
            texts=Texts(title=title),
            statements={0: statement},
            by=cast.staff(),
        )
        assert ConversationText.objects.count() == StatementTranslation.objects.count() == bool(title)


def test_a_stale_form_brings_no_withdrawn_words_back() -> None:
    conversation = cast.conversation(languages=["en"])
    conversation.statements.filter(number=1).update(text="")
    save_translations(
        conversation=conversation,
        language="en",
        texts=Texts(title="The square"),
        statements={0: "Something should change.", 1: "There should be a fountain."},
        by=cast.staff(),
    )
    assert list(StatementTranslation.objects.values_list("statement__number", flat=True)) == [0]


def test_the_gate_reads_translations() -> None:
    conversation = cast.conversation(languages=["en"])
    with pytest.raises(PersonDataRejected) as refused:
        save_translations(
            conversation=conversation,
            language="en",
            texts=Texts(title="The square"),
            statements={1: "Write to somebody@example.com."},
            by=cast.staff(),
        )
    assert refused.value.field == "statement-1"
    assert ConversationText.objects.count() == 0


def test_only_into_chosen_languages_and_not_after_publication() -> None:
    for conversation, error in (
        (cast.conversation(languages=["en"]), FieldRejected),
        (cast.conversation(languages=["fr"], state=ConversationState.PUBLISHED), StateRefused),
    ):
        with pytest.raises(error):
            save_translations(
                conversation=conversation, language="fr", texts=Texts(title="La place"), statements={}, by=cast.staff()
            )

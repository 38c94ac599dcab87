# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.background_questions import (
    MOST_QUESTIONS,
    OptionText,
    remove_question,
    save_question,
)
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.store.models import BackgroundQuestion, Conversation

pytestmark = pytest.mark.django_db
AGES = (OptionText("Jonger dan 35", 0.4), OptionText("35 tot 65", 0.4), OptionText("65 of ouder", 0.2))


def draft() -> Conversation:
    return cast.conversation(state=ConversationState.DRAFT)


def test_a_question_with_its_answers_and_known_shares() -> None:
    conversation = draft()
    made = save_question(
        conversation=conversation, text="Hoe oud bent u?", options=AGES, source="CBS 2025", by=cast.staff()
    )
    assert [(o.order, o.text, o.known_share) for o in made.options.all()] == [
        (0, "Jonger dan 35", 0.4), (1, "35 tot 65", 0.4), (2, "65 of ouder", 0.2),
    ]  # fmt: skip
    save_question(
        conversation=conversation, text="Hoe oud bent u nu?", options=AGES[:2], source="CBS 2025", by=cast.staff(),
        question_id=made.pk,
    )  # fmt: skip
    made.refresh_from_db()
    assert (made.text, made.options.count()) == ("Hoe oud bent u nu?", 2)


@pytest.mark.parametrize(
    ("field", "text", "options", "source"),
    [
        ("text", "Wat is uw geloof?", AGES, "CBS"),
        ("options", "Wat past bij u?", (OptionText("Moslim"), OptionText("Christen")), ""),
        ("options", "Hoe oud bent u?", AGES[:1], "CBS"),
        ("options", "Hoe oud bent u?", (OptionText("Oud"), OptionText("oud")), ""),
        ("options", "Hoe oud bent u?", (OptionText("Jong", 0.7), OptionText("Oud", 0.4)), "CBS"),
        ("options", "Hoe oud bent u?", (OptionText("Jong", 1.4), OptionText("Oud")), "CBS"),
        ("source", "Hoe oud bent u?", AGES, ""),
        ("text", " ", AGES, "CBS"),
    ],
)
def test_what_is_refused(field: str, text: str, options: tuple[OptionText, ...], source: str) -> None:
    with pytest.raises(FieldRejected) as refused:
        save_question(conversation=draft(), text=text, options=options, source=source, by=cast.staff())
    assert refused.value.field == field


def test_a_few_questions_and_only_before_the_opening() -> None:
    conversation = draft()
    for number in range(MOST_QUESTIONS):
        save_question(
            conversation=conversation, text=f"Vraag {number}: wat past?", options=AGES, source="CBS", by=cast.staff()
        )
    with pytest.raises(FieldRejected):
        save_question(conversation=conversation, text="Nog een vraag?", options=AGES, source="CBS", by=cast.staff())
    first = BackgroundQuestion.objects.order_by("id").first()
    assert first is not None
    remove_question(conversation=conversation, question_id=first.pk, by=cast.staff())
    assert BackgroundQuestion.objects.count() == MOST_QUESTIONS - 1
    with pytest.raises(StateRefused):
        save_question(
            conversation=cast.conversation(), text="Hoe oud bent u?", options=AGES, source="CBS", by=cast.staff()
        )


def test_no_other_conversation_s_question() -> None:
    made = save_question(conversation=draft(), text="Hoe oud bent u?", options=AGES, source="CBS", by=cast.staff())
    with pytest.raises(FieldRejected):
        remove_question(conversation=draft(), question_id=made.pk, by=cast.staff())

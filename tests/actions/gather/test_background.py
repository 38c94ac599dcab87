# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can what somebody tells about themselves be given, changed and taken back, question by question?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.background import answer_background, remove_background
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.store.models import BackgroundAnswer, BackgroundOption, BackgroundQuestion, Conversation, Participant

pytestmark = pytest.mark.django_db


def ask(conversation: Conversation, text: str = "Hoe oud bent u?") -> tuple[BackgroundQuestion, list[BackgroundOption]]:
    """A question with two options."""
    question = BackgroundQuestion.objects.create(conversation=conversation, text=text)
    return question, [BackgroundOption.objects.create(question=question, order=n, text=f"Optie {n}") for n in (0, 1)]


def kept(participant: Participant) -> set[int]:
    return set(BackgroundAnswer.objects.filter(participant=participant).values_list("option_id", flat=True))


def test_answers_are_given_changed_and_taken_back_one_by_one() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    (age, ages), (street, streets) = ask(conversation), ask(conversation, "Waar woont u?")
    answer_background(participant=dirk, answers={age.pk: ages[0].pk, street.pk: streets[1].pk})
    answer_background(participant=dirk, answers={age.pk: ages[1].pk})
    assert kept(dirk) == {ages[1].pk, streets[1].pk}
    answer_background(participant=dirk, answers={age.pk: None})
    assert kept(dirk) == {streets[1].pk}


def test_an_answer_that_stays_the_same_is_not_a_new_one() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    (age, ages), (street, streets) = ask(conversation), ask(conversation, "Waar woont u?")
    answer_background(participant=dirk, answers={age.pk: ages[0].pk})
    (before,) = BackgroundAnswer.objects.values_list("pk", flat=True)
    answer_background(participant=dirk, answers={age.pk: ages[0].pk, street.pk: streets[0].pk})
    assert BackgroundAnswer.objects.get(option=ages[0]).pk == before


def test_an_option_belongs_to_its_question_and_its_conversation() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    (age, _), (_, streets), (elsewhere, theirs) = ask(conversation), ask(conversation), ask(cast.conversation())
    for answers in ({age.pk: streets[0].pk}, {elsewhere.pk: theirs[0].pk}, {age.pk: 99_999}):
        with pytest.raises(FieldRejected):
            answer_background(participant=dirk, answers=answers)
    assert kept(dirk) == set()


def test_everything_can_be_taken_back_also_after_the_end() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    age, ages = ask(conversation)
    answer_background(participant=dirk, answers={age.pk: ages[0].pk})
    conversation.state = ConversationState.CLOSED
    conversation.save()
    with pytest.raises(StateRefused):
        answer_background(participant=dirk, answers={age.pk: ages[1].pk})
    remove_background(participant=dirk)
    assert kept(dirk) == set()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody want to tell about themselves? Coarse answers, each voluntary, to change and take back."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from houvast.actions.gather.answering import lock_participant, require_answering
from houvast.domain.errors import FieldRejected
from houvast.store.models import BackgroundAnswer, BackgroundOption, Participant


@transaction.atomic
def answer_background(*, participant: Participant, answers: Mapping[int, int | None]) -> None:
    """Keep one option a question (ids of both); None takes an answer back. Questions left out stay as they were."""
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    chosen = {question: option for question, option in answers.items() if option is not None}
    known = BackgroundOption.objects.filter(question__conversation=somebody.conversation, pk__in=chosen.values())
    if set(known.values_list("question_id", "pk")) != set(chosen.items()):
        raise FieldRejected("answers", "This answer does not belong to the question. Load the page again.")
    BackgroundAnswer.objects.filter(participant=somebody, option__question_id__in=answers).delete()
    BackgroundAnswer.objects.bulk_create(
        BackgroundAnswer(participant=somebody, option_id=option) for option in chosen.values()
    )


@transaction.atomic
def remove_background(*, participant: Participant) -> None:
    """Take all of somebody's answers away, whether the conversation is open or not."""
    BackgroundAnswer.objects.filter(participant=lock_participant(pk=participant.pk)).delete()

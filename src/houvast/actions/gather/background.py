# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody want to tell about themselves? Coarse answers, each voluntary, to change and take back."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from houvast.actions.gather.answering import hold_conversation, lock_participant, require_answering
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.domain.errors import FieldRejected
from houvast.store.models import BackgroundAnswer, BackgroundOption, Participant


@transaction.atomic
def answer_background(*, participant: Participant, answers: Mapping[int, int | None]) -> None:
    """Keep one option a question (ids of both); None takes an answer back. Questions left out stay as they were."""
    held = hold_conversation(participant.conversation_id)
    somebody = lock_participant(pk=participant.pk)
    require_answering(held, is_test=somebody.is_test)
    chosen = {question: option for question, option in answers.items() if option is not None}
    known = BackgroundOption.objects.filter(question__conversation=somebody.conversation, pk__in=chosen.values())
    if set(known.values_list("question_id", "pk")) != set(chosen.items()):
        raise FieldRejected("answers", "This answer does not belong to the question. Load the page again.")
    mine = BackgroundAnswer.objects.filter(participant=somebody, option__question_id__in=answers)
    # What stays the same keeps its row: the meter takes a new row for a changed answer.
    mine.exclude(option_id__in=chosen.values()).delete()
    kept = set(mine.values_list("option_id", flat=True))
    BackgroundAnswer.objects.bulk_create(
        BackgroundAnswer(participant=somebody, option_id=option) for option in chosen.values() if option not in kept
    )
    if not somebody.is_test:
        refresh_reach(held)


@transaction.atomic
def remove_background(*, participant: Participant) -> None:
    """Take all of somebody's answers away, whether the conversation is open or not."""
    held = hold_conversation(participant.conversation_id)
    BackgroundAnswer.objects.filter(participant=lock_participant(pk=participant.pk)).delete()
    refresh_reach(held)

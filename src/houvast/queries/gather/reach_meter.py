# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the meter of who takes part say, and how many people changed it since? Kept, so that it moves by k people.

Counted to the newest participant, answer and erasure of its moment, which it keeps. A person counts as changed who
joined or answered anew after that, or was in it and is erased. Who only took an answer back is not counted: with that
the meter waits longer, never shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from houvast.engine.reach import QuestionReach, measure_reach
from houvast.exchange.typed_json import read_typed, write_typed
from houvast.store.models import BackgroundAnswer, BackgroundQuestion, Conversation, Erasure, Participant

REACH = "reach"  # a kind of snapshot


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """What may be said of one background question; its options by row id, in their order."""

    question_id: int
    option_ids: tuple[int, ...]
    reach: QuestionReach


@dataclass(frozen=True, slots=True)
class StoredMeter:
    """The meter at a moment. people: 0 where they were fewer than k."""

    people: int
    last_participant: int
    last_answer: int
    last_erasure: int
    questions: tuple[StoredQuestion, ...]


@dataclass(frozen=True, slots=True)
class ShownMeter:
    """The newest meter, and when it was counted."""

    meter: StoredMeter
    at: datetime


def latest_meter(conversation_id: int) -> ShownMeter | None:
    """The newest one; None before k people took part, and where no background question is asked."""
    found = Conversation(pk=conversation_id).snapshots.filter(kind=REACH).order_by("-id")
    row = found.values_list("content", "at").first()
    return None if row is None else ShownMeter(read_typed(StoredMeter, row[0]), row[1])


def write_meter(meter: StoredMeter) -> str:
    """The meter as it is stored."""
    return write_typed(meter)


def count_changed(conversation_id: int, *, since: StoredMeter | None) -> int:
    """How many people joined, answered anew or were erased after this meter."""
    person, answer, stone = (since.last_participant, since.last_answer, since.last_erasure) if since else (0, 0, 0)
    joined = Participant.objects.filter(conversation_id=conversation_id, is_test=False, pk__gt=person)
    answered = BackgroundAnswer.objects.filter(
        participant__conversation_id=conversation_id, participant__is_test=False, pk__gt=answer
    )
    erased = Erasure.objects.filter(conversation_id=conversation_id, pk__gt=stone, former_participant__lte=person)
    there = {*joined.values_list("pk", flat=True), *answered.values_list("participant_id", flat=True)}
    return len(there) + erased.values("former_participant").distinct().count()


def measure(conversation: Conversation) -> StoredMeter:
    """The meter of everybody who takes part now."""
    people = Participant.objects.filter(conversation=conversation, is_test=False)
    answers = BackgroundAnswer.objects.filter(participant__conversation=conversation, participant__is_test=False)
    number = people.count()
    counts = dict(answers.order_by().values_list("option_id").annotate(n=Count("id")))
    questions = conversation.background_questions.prefetch_related("options") if number >= conversation.k else ()
    return StoredMeter(
        people=number if number >= conversation.k else 0,
        last_participant=people.aggregate(last=Max("id"))["last"] or 0,
        last_answer=answers.aggregate(last=Max("id"))["last"] or 0,
        last_erasure=Erasure.objects.filter(conversation=conversation).aggregate(last=Max("id"))["last"] or 0,
        questions=tuple(_measure_one(question, counts, number, conversation.k) for question in questions),
    )


def _measure_one(question: BackgroundQuestion, counts: dict[int, int], participants: int, k: int) -> StoredQuestion:
    options = list(question.options.all())
    reach = measure_reach(
        counts=[counts.get(option.pk, 0) for option in options],
        known=[option.known_share for option in options],
        participants=participants,
        k=k,
    )
    return StoredQuestion(question.pk, tuple(option.pk for option in options), reach)

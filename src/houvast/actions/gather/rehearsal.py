# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does an adviser try a conversation before anybody sees it? Invented residents take part, and leave no trace."""

from __future__ import annotations

import uuid
from enum import StrEnum

import numpy as np
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.gather.landscapes import refresh_full
from houvast.actions.permission import require
from houvast.domain.conversation import ConversationState, Mode, Origin, may_follow
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.hour import hour_of
from houvast.domain.roles import Capability
from houvast.domain.votes import Moderation
from houvast.engine.landscape.tally import AGREE, DISAGREE, PASS, count_votes
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.conversations import simulate_conversation
from houvast.store.models import (
    Conversation,
    Erasure,
    Exposure,
    LandscapeSnapshot,
    Participant,
    PerceivedView,
    Publication,
    RoutingModel,
    StaffMember,
    Statement,
    Tally,
    Vote,
)

LEAST_PEOPLE, MOST_PEOPLE = 5, 500
LEAST_STATEMENTS = 3
VOTES_EACH = 15.0
ESTIMATED_STATEMENTS = 3
ESTIMATING = 0.4  # share of the invented people
GUESS_SD = 1.8  # of ten
BATCH = 2000

# What invented residents add: accepted, and waiting for a moderator to practise on. Two of them say the same.
ACCEPTED = {
    "nl": (
        "Verzonnen: er zijn te weinig bankjes.",
        "Verzonnen: het is hier fijn wonen.",
        "Verzonnen: buren groeten elkaar.",
    ),
    "en": (
        "Invented: there are too few benches.",
        "Invented: this is a good place to live.",
        "Invented: neighbours say hello.",
    ),
}
WAITING = {
    "nl": (
        "Verzonnen: er is 's avonds te weinig licht.",
        "Verzonnen: 's avonds is er te weinig licht.",
        "Verzonnen: er moet meer groen komen en de auto's moeten weg.",
        "Verzonnen: ik ben het er niet mee oneens dat het niet druk is.",
    ),
    "en": (
        "Invented: there is too little light in the evening.",
        "Invented: in the evening there is too little light.",
        "Invented: there should be more green and the cars must go.",
        "Invented: I do not disagree that it is not busy.",
    ),
}


class Shape(StrEnum):
    """How the invented opinions lie."""

    CONTINUUM = "continuum"
    TWO_GROUPS = "two groups"
    NOISE = "noise"


def start_rehearsal(
    *, conversation: Conversation, people: int, shape: Shape, by: StaffMember, seed: int | None = None
) -> None:
    """Let invented residents take part, and compute the landscape of what they said."""
    _fill(conversation=conversation, people=people, shape=shape, by=by, rng=np.random.default_rng(seed))
    refresh_full(conversation)


@transaction.atomic
def _fill(*, conversation: Conversation, people: int, shape: Shape, by: StaffMember, rng: np.random.Generator) -> None:
    require(by, Capability.PREPARE)
    if not LEAST_PEOPLE <= people <= MOST_PEOPLE:
        raise FieldRejected("people", "Choose a number from {least} to {most}.", least=LEAST_PEOPLE, most=MOST_PEOPLE)
    found = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    if not may_follow(ConversationState(found.state), ConversationState.REHEARSAL):
        raise StateRefused("A rehearsal is only possible before the opening, one at a time.")
    if found.statements.filter(is_shown=True).count() < LEAST_STATEMENTS:
        raise StateRefused("A rehearsal needs at least {least} statements.", least=LEAST_STATEMENTS)
    participants = _invent_people(found, people)
    _invent_statements(found, participants)
    statements = list(found.statements.filter(is_shown=True).order_by("number"))
    table = _invent_votes(people, len(statements), shape, rng)
    _write_votes(found, table, statements, participants, rng)
    _write_estimates(table, statements, participants, rng)
    found.state = conversation.state = ConversationState.REHEARSAL
    found.save(update_fields=["state", "next_participant_number", "next_statement_number"])
    conversation.refresh_from_db()
    record(by=by, action="rehearsal.start", subject=found, people=people, shape=shape.value)


def _invent_people(found: Conversation, number: int) -> list[Participant]:
    first, hour = found.next_participant_number, hour_of(timezone.now())
    found.next_participant_number += number
    return Participant.objects.bulk_create(
        Participant(
            conversation=found, number=first + at, mode=Mode.REHEARSAL, language=found.language, joined_hour=hour,
            is_test=True,
        )
        for at in range(number)
    )  # fmt: skip


def _invent_statements(found: Conversation, authors: list[Participant]) -> None:
    """Statements by residents: some to vote on, some to moderate."""
    language = "en" if found.language.startswith("en") else "nl"
    texts = [(text, Moderation.IN) for text in ACCEPTED[language]]
    texts += [(text, Moderation.OPEN) for text in WAITING[language]]
    hour = hour_of(timezone.now())
    made = Statement.objects.bulk_create(
        Statement(
            conversation=found, number=found.next_statement_number + at, text=text, language=language,
            origin=Origin.RESIDENT, author=authors[at % len(authors)], moderation=moderation,
            is_shown=moderation is Moderation.IN, is_rehearsal=True, created_hour=hour,
        )
        for at, (text, moderation) in enumerate(texts)
    )  # fmt: skip
    Tally.objects.bulk_create(Tally(statement=statement) for statement in made)
    found.next_statement_number += len(made)


def _invent_votes(people: int, statements: int, shape: Shape, rng: np.random.Generator) -> VoteTable:
    return simulate_conversation(
        participants=people,
        statements=statements,
        votes_per_participant=min(VOTES_EACH, float(statements)),
        groups=2 if shape is Shape.TWO_GROUPS else 1,
        distribution="none" if shape is Shape.NOISE else "normal",
        rng=rng,
    ).table


def _write_votes(
    found: Conversation, table: VoteTable, statements: list[Statement], participants: list[Participant],
    rng: np.random.Generator,
) -> None:  # fmt: skip
    hour = hour_of(timezone.now())
    chance = 1 / len(statements)
    cells = list(zip(table.rows().tolist(), table.statement.tolist(), table.value.tolist(), strict=True))
    Exposure.objects.bulk_create(
        (
            Exposure(participant=participants[i], statement=statements[j], probability=chance, hour=hour)
            for i, j, _ in cells
        ),
        batch_size=BATCH,
    )
    Vote.objects.bulk_create(
        (
            Vote(
                conversation=found, participant=participants[i], statement=statements[j], value=v, hour=hour,
                request=uuid.UUID(bytes=rng.bytes(16)),
            )
            for i, j, v in cells
        ),
        batch_size=BATCH,
    )  # fmt: skip
    counts = count_votes(table)[0]
    for statement, row in zip(statements, counts.tolist(), strict=True):
        Tally.objects.filter(statement=statement).update(
            agree=row[AGREE], disagree=row[DISAGREE], passed=row[PASS], shown=sum(row)
        )


def _write_estimates(
    table: VoteTable, statements: list[Statement], participants: list[Participant], rng: np.random.Generator
) -> None:
    """Guesses of how many of ten agree, about the truth, on a few statements."""
    hour = hour_of(timezone.now())
    counts = count_votes(table)[0]
    views = []
    for j in range(min(ESTIMATED_STATEMENTS, len(statements))):
        truth = 10 * counts[j, AGREE] / max(int(counts[j].sum()), 1)
        for person in participants:
            if rng.random() < ESTIMATING:
                guess = int(np.clip(np.rint(truth + GUESS_SD * rng.standard_normal()), 0, 10))
                views.append(PerceivedView(participant=person, statement=statements[j], of_ten=guess, hour=hour))
    PerceivedView.objects.bulk_create(views, batch_size=BATCH)


@transaction.atomic
def stop_rehearsal(*, conversation: Conversation, by: StaffMember) -> None:
    """Throw away everything that was invented; the conversation is as it was before, ready to be opened."""
    require(by, Capability.PREPARE)
    found = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    if found.state != ConversationState.REHEARSAL:
        raise StateRefused("There is no rehearsal to stop.")
    people = found.participants.filter(is_test=True)
    invented = found.statements.filter(is_rehearsal=True)
    _give_numbers_back(found)
    Vote.objects.filter(conversation=found).delete()
    number = people.count()
    invented.delete()
    people.delete()
    Tally.objects.filter(statement__conversation=found).update(agree=0, disagree=0, passed=0, shown=0)
    Publication.objects.filter(conversation=found).delete()
    LandscapeSnapshot.objects.filter(conversation=found).delete()
    RoutingModel.objects.filter(conversation=found).delete()
    Erasure.objects.filter(conversation=found).delete()
    found.state = ConversationState.DRAFT
    found.save(update_fields=["state", "next_participant_number", "next_statement_number"])
    conversation.refresh_from_db()
    record(by=by, action="rehearsal.stop", subject=found, people=number)


def _give_numbers_back(found: Conversation) -> None:
    """Numbers go on where they were, so that nobody can tell that there was a rehearsal."""
    first = found.participants.filter(is_test=True).aggregate(at=Min("number"))["at"]
    if first is not None:
        found.next_participant_number = first
    invented = found.statements.filter(is_rehearsal=True).aggregate(at=Min("number"))["at"]
    if invented is not None:
        kept = found.statements.filter(is_rehearsal=False).aggregate(at=Max("number"))["at"]
        found.next_statement_number = max(invented, 0 if kept is None else kept + 1)

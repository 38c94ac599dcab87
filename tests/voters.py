# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations with votes in the store, for the tests of landscapes and of the worker."""

from __future__ import annotations

import uuid

import cast
import numpy as np
from django.utils import timezone

from houvast.domain.hour import hour_of
from houvast.store.models import Conversation, Erasure, Participant, Statement, Vote


def add_voters(
    of: Conversation, *, people: int, seed: int = 1, passes: float = 0.1, share: float = 0.9, **fields: object
) -> list[Participant]:
    """People along a line, who answer most statements; one request to the store."""
    rng = np.random.default_rng(seed)
    statements = list(Statement.objects.filter(conversation=of).order_by("number"))
    slopes = np.linspace(-2.5, 2.5, len(statements))
    made = [cast.participant(of, **fields) for _ in range(people)]
    rows = []
    for person in made:
        place = rng.standard_normal()
        for statement, slope in zip(statements, slopes, strict=True):
            if rng.random() < share:
                opinion = 1 if rng.random() < 1 / (1 + np.exp(-slope * place)) else -1
                rows.append(_row(person, statement, 0 if rng.random() < passes else opinion))
    Vote.objects.bulk_create(rows)
    return made


def cast_again(person: Participant, statement: Statement, value: int) -> Vote:
    """One more vote, straight into the store, without its tally."""
    made = _row(person, statement, value)
    made.save()
    return made


def leave(person: Participant) -> None:
    """Somebody is erased, without their tallies."""
    votes = Vote.objects.filter(participant=person).count()
    Erasure.objects.create(
        conversation=person.conversation, former_participant=person.pk, votes=votes, hour=hour_of(timezone.now())
    )
    Participant.objects.filter(pk=person.pk).delete()


def _row(person: Participant, statement: Statement, value: int) -> Vote:
    return Vote(
        conversation=person.conversation, participant=person, statement=statement, value=value,
        hour=hour_of(timezone.now()), request=uuid.uuid4(),
    )  # fmt: skip

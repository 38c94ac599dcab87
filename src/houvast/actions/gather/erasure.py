# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does somebody leave no trace? Everything of theirs goes; the counts follow; a stone says it was."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from houvast.actions.gather.answering import lock_participant
from houvast.actions.gather.votes import COLUMN
from houvast.domain.conversation import ModerationReason
from houvast.domain.errors import NotFound
from houvast.domain.hour import hour_of
from houvast.domain.votes import Moderation, Vote
from houvast.queries.gather.cards import present_votes
from houvast.store.models import (
    Erasure,
    Exposure,
    ModerationDecision,
    Participant,
    Statement,
    StatementTranslation,
    Tally,
)


@transaction.atomic
def erase(*, participant: Participant, with_statements: bool = True) -> None:
    """Take away the participant with votes, estimates and answers; a second time changes nothing.

    with_statements: the texts of their own statements go too, and these are no longer put to people. Otherwise the
    statements stay, and nothing says whose they were. What was published before stays as it was.
    """
    try:
        somebody = lock_participant(pk=participant.pk)
    except NotFound:
        return
    votes = present_votes(somebody)
    if with_statements:
        _withdraw_statements(somebody)
    _uncount(somebody, votes)
    Erasure.objects.create(
        conversation=somebody.conversation,
        former_participant=somebody.pk,
        votes=len(votes),
        hour=hour_of(timezone.now()),
    )
    somebody.delete()


def _withdraw_statements(somebody: Participant) -> None:
    own = list(Statement.objects.filter(author=somebody).order_by("pk").values_list("pk", flat=True))
    StatementTranslation.objects.filter(statement_id__in=own).delete()
    Statement.objects.filter(pk__in=own).update(text="", moderation=Moderation.OUT, is_shown=False)
    ModerationDecision.objects.bulk_create(
        ModerationDecision(
            statement_id=pk, decision=Moderation.OUT, reason=ModerationReason.WITHDRAWN, at=timezone.now()
        )
        for pk in own
    )


def _uncount(somebody: Participant, votes: dict[int, int]) -> None:
    """Take this person's votes and showings from the tallies, the lowest statement first."""
    less = Counter((statement, COLUMN[Vote(value)]) for statement, value in votes.items())
    shown = Exposure.objects.filter(participant=somebody).values_list("statement_id", flat=True)
    less.update((statement, "shown") for statement in shown)
    for statement in sorted({statement for statement, _ in less}):
        columns = {name: F(name) - count for (of, name), count in less.items() if of == statement}
        Tally.objects.filter(statement_id=statement).update(**columns)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does somebody leave no trace? Everything of theirs goes; the counts follow; a stone says it was."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from houvast.actions.gather.answering import hold_conversation, lock_participant
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.actions.gather.votes import COLUMN
from houvast.domain.conversation import ModerationReason
from houvast.domain.errors import NotFound
from houvast.domain.hour import hour_of
from houvast.domain.votes import Moderation, Vote
from houvast.exchange.withdrawn_words import blank_texts
from houvast.queries.gather.cards import present_votes
from houvast.queries.gather.landscapes import FULL, LIVE
from houvast.store.models import (
    Erasure,
    Exposure,
    LandscapeSnapshot,
    ModerationDecision,
    Participant,
    Publication,
    Statement,
    StatementTranslation,
    Tally,
)


@transaction.atomic
def erase(*, participant: Participant, with_statements: bool = True) -> None:
    """Take away the participant with votes, estimates and answers; a second time changes nothing.

    with_statements: the texts of their own statements go too, and these are no longer put to people. Otherwise the
    statements stay, and nothing says whose they were. Of results that were stored or published the figures stay and the
    words go.
    """
    held = hold_conversation(participant.conversation_id)
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
    refresh_reach(held)


def _withdraw_statements(somebody: Participant) -> None:
    """Their words go from everywhere they are kept, stored results and notes of moderators included."""
    numbers = dict(Statement.objects.filter(author=somebody).order_by("pk").values_list("pk", "number"))
    if not numbers:
        return
    own = list(numbers)
    _blank_results(somebody.conversation_id, list(numbers.values()))
    ModerationDecision.objects.filter(statement_id__in=own).update(note_to_author="")
    StatementTranslation.objects.filter(statement_id__in=own).delete()
    Statement.objects.filter(pk__in=own).update(text="", moderation=Moderation.OUT, is_shown=False)
    ModerationDecision.objects.bulk_create(
        ModerationDecision(
            statement_id=pk, decision=Moderation.OUT, reason=ModerationReason.WITHDRAWN, at=timezone.now()
        )
        for pk in own
    )


def _blank_results(conversation_id: int, numbers: list[int]) -> None:
    results = LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind__in=(LIVE, FULL))
    for pk, content, perception in list(results.order_by("pk").values_list("pk", "content", "perception")):
        results.filter(pk=pk).update(
            content=blank_texts(content, numbers=numbers), perception=blank_texts(perception, numbers=numbers)
        )
    published = Publication.objects.filter(conversation_id=conversation_id)
    for pk, perception in list(published.order_by("pk").values_list("pk", "perception")):
        published.filter(pk=pk).update(perception=blank_texts(perception, numbers=numbers))


def _uncount(somebody: Participant, votes: dict[int, int]) -> None:
    """Take this person's votes and showings from the tallies, the lowest statement first."""
    less = Counter((statement, COLUMN[Vote(value)]) for statement, value in votes.items())
    shown = Exposure.objects.filter(participant=somebody).values_list("statement_id", flat=True)
    less.update((statement, "shown") for statement in shown)
    for statement in sorted({statement for statement, _ in less}):
        columns = {name: F(name) - count for (of, name), count in less.items() if of == statement}
        Tally.objects.filter(statement_id=statement).update(**columns)

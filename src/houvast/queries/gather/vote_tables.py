# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What are the votes of a conversation, as the engine and the exports want them?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.db.models import Max
from numpy.typing import NDArray

from houvast.domain.conversation import ConversationState, Mode, Origin
from houvast.domain.votes import Moderation
from houvast.domain.votes import Statement as VotedStatement
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.live.vote_log import VoteRows, count_last_votes
from houvast.queries.gather.vote_rows import read_votes_after
from houvast.store.models import Conversation, Erasure, Participant, Statement

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class GatheredVotes:
    """All votes of a conversation as they were cast, and who and what they are counted for.

    people: (P, 2), row id and number. statement_ids: (S,), row ids. last_erasure: the newest taken into account.
    """

    conversation_id: int
    rows: VoteRows
    people: Ints
    statement_ids: Ints
    statements: tuple[VotedStatement, ...]
    last_erasure: int

    @property
    def last_vote(self) -> int:
        """The id of the newest row."""
        return int(self.rows.id.max(initial=0))

    def count(self) -> VoteTable:
        """The votes that count."""
        return count_last_votes(
            self.rows, people=self.people, statement_ids=self.statement_ids, statements=self.statements
        )


def vote_table(conversation_id: int, *, modes: frozenset[Mode] | None = None) -> VoteTable:
    """The last vote of everybody on every statement; without rehearsals and previews, except in a rehearsal.

    Participants and statements are named by their number. Who did not vote is not in it. Statements that a moderator
    left out are in it, marked so; those still waiting for one are not. modes: only answers that came in that way.
    """
    return gather_votes(conversation_id, modes=modes).count()


def gather_votes(conversation_id: int, *, modes: frozenset[Mode] | None = None) -> GatheredVotes:
    """Everything from the table. Who is erased while this reads is not in it, and is asked for again afterwards."""
    last_erasure = newest_erasure(conversation_id)
    rows = read_votes_after(conversation_id)
    return with_people(conversation_id, rows=rows, last_erasure=last_erasure, modes=modes)


def with_people(
    conversation_id: int, *, rows: VoteRows, last_erasure: int, modes: frozenset[Mode] | None = None
) -> GatheredVotes:
    """These rows with the people and statements of now; votes of people who are not there any more do not count."""
    state = Conversation.objects.values_list("state", flat=True).get(pk=conversation_id)
    rehearsal = state == ConversationState.REHEARSAL
    ids, statements = voted_statements(conversation_id, rehearsal=rehearsal)
    people = _counted_people(conversation_id, modes, rehearsal=rehearsal)
    return GatheredVotes(conversation_id, rows, people, ids, statements, last_erasure)


def voted_statements(conversation_id: int, *, rehearsal: bool = False) -> tuple[Ints, tuple[VotedStatement, ...]]:
    """Row ids and statements, shown or left out, in order of number."""
    found = Statement.objects.filter(conversation_id=conversation_id).order_by("number")
    if not rehearsal:
        found = found.filter(is_rehearsal=False)
    rows = [
        (pk, VotedStatement(str(number), text, Moderation(moderation), is_seed=origin == Origin.MUNICIPALITY))
        for pk, number, text, moderation, origin, shown in found.values_list(
            "id", "number", "text", "moderation", "origin", "is_shown"
        )
        if shown or moderation == Moderation.OUT
    ]
    return np.array([pk for pk, _ in rows], dtype=np.int64), tuple(statement for _, statement in rows)


def newest_erasure(conversation_id: int) -> int:
    """The id of the newest erasure, 0 where there is none."""
    return Erasure.objects.filter(conversation_id=conversation_id).aggregate(last=Max("id"))["last"] or 0


def _counted_people(conversation_id: int, modes: frozenset[Mode] | None, *, rehearsal: bool) -> Ints:
    """Id and number, (P, 2), of the people whose votes count, in order of number."""
    chosen = Participant.objects.filter(conversation_id=conversation_id, is_test=rehearsal)
    if modes is not None:
        chosen = chosen.filter(mode__in=[str(mode) for mode in modes])
    pairs = list(chosen.order_by("number").values_list("id", "number"))
    return np.array(pairs, dtype=np.int64).reshape(len(pairs), 2)

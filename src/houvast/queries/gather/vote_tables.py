# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What are the votes of a conversation, as the engine and the exports want them?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from houvast.domain.conversation import Mode, Origin
from houvast.domain.votes import Moderation
from houvast.domain.votes import Statement as VotedStatement
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.live.vote_log import count_last_votes
from houvast.queries.gather.vote_rows import counted_participants, read_votes_after
from houvast.store.models import Statement


def vote_table(conversation_id: int, *, modes: frozenset[Mode] | None = None) -> VoteTable:
    """The last vote of everybody on every statement, without rehearsals and previews.

    Participants and statements are named by their number. Who did not vote is not in it. Statements that a moderator
    left out are in it, marked so; those still waiting for one are not. modes: only answers that came in that way.
    """
    rows = read_votes_after(conversation_id)
    people = counted_participants(conversation_id, modes=modes)
    ids, statements = voted_statements(conversation_id)
    return count_last_votes(rows, people=people, statement_ids=ids, statements=statements)


def voted_statements(conversation_id: int) -> tuple[NDArray[np.int64], tuple[VotedStatement, ...]]:
    """Row ids and statements, shown or left out, in order of number."""
    found = Statement.objects.filter(conversation_id=conversation_id, is_rehearsal=False).order_by("number")
    rows = [
        (pk, VotedStatement(str(number), text, Moderation(moderation), is_seed=origin == Origin.MUNICIPALITY))
        for pk, number, text, moderation, origin, shown in found.values_list(
            "id", "number", "text", "moderation", "origin", "is_shown"
        )
        if shown or moderation == Moderation.OUT
    ]
    return np.array([pk for pk, _ in rows], dtype=np.int64), tuple(statement for _, statement in rows)

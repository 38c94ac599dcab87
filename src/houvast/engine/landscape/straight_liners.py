# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gave the same answer to everything where that is improbable? One answer at a time: agree, disagree or pass.

Some people agree more readily than others, so the chance of a straight line is averaged over that readiness u:

    P(all the same) = E_u prod_j expit(logit s_j + u),    u ~ N(0, READINESS^2)

s_j: the share that gave this answer to statement j. Named are people with LEAST_VOTES votes or more whose chance is
so small that not one in CHANCE conversations of this size would hold such a person. A straight line is also what
inattention or a broken device gives, so it is named and nobody is left out for it; many who draw the same line through
exactly the same statements are another matter (straight_cohorts.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, logsumexp

from houvast.domain.votes import Vote
from houvast.engine.landscape.tally import COLUMN, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST_VOTES = 10
READINESS = 1.0
CHANCE = 0.05
NODES = 41
NOT_ONE = 9


@dataclass(frozen=True, eq=False)
class StraightLine:
    """People who gave `answer` to everything. members: int64, ascending. evidence: mean of -log P. votes: median."""

    answer: Vote
    members: Ints
    evidence: float
    votes: int


def find_straight_lines(votes: VoteTable, *, leave_out: NDArray[np.bool_] | None = None) -> list[StraightLine]:
    """At most one set of people an answer, in the order agree, disagree, pass. leave_out: (P,), named already."""
    constant = answer_everywhere(votes)
    if leave_out is not None:
        constant[leave_out] = NOT_ONE
    counts = count_votes(votes)[0]
    able = int(np.count_nonzero(votes.votes_per_participant >= LEAST_VOTES))
    found = []
    for answer in (Vote.AGREE, Vote.DISAGREE, Vote.PASS):
        people = np.flatnonzero(constant == int(answer))
        share = (counts[:, COLUMN[int(answer) + 1]] + 0.5) / (counts.sum(axis=1) + 1.0)
        logs = np.array([chance_of_line(share[_seen(votes, i)]) for i in people.tolist()])
        odd = logs < np.log(CHANCE / max(able, 1))
        if odd.any():
            length = int(np.median(votes.votes_per_participant[people[odd]]))
            found.append(StraightLine(answer, people[odd], float(-logs[odd].mean()), length))
    return found


def chance_of_line(share: Floats) -> float:
    """log P(all the same) for statements on which `share`, shape (n,), strictly between 0 and 1, gave this answer."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    logs = np.log(expit(logit(share)[:, None] + READINESS * nodes[None, :])).sum(axis=0)
    return float(logsumexp(logs, b=weights / weights.sum()))


def answer_everywhere(votes: VoteTable) -> Ints:
    """The one answer of each person with LEAST_VOTES votes or more, and NOT_ONE where there is none, shape (P,)."""
    answer = np.full(votes.n_participants, NOT_ONE, dtype=np.int64)
    enough = np.flatnonzero(votes.votes_per_participant >= LEAST_VOTES)
    if len(enough):
        filled = np.flatnonzero(votes.votes_per_participant > 0)
        low, high = (np.zeros(votes.n_participants, dtype=np.int64) for _ in range(2))
        low[filled] = np.minimum.reduceat(votes.value, votes.indptr[filled])
        high[filled] = np.maximum.reduceat(votes.value, votes.indptr[filled])
        same = enough[low[enough] == high[enough]]
        answer[same] = low[same]
    return answer


def _seen(votes: VoteTable, i: int) -> NDArray[np.int32]:
    return votes.statement[votes.indptr[i] : votes.indptr[i + 1]]

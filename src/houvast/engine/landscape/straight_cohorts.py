# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gave one and the same answer to exactly the same statements, more often than chance allows?

One straight line says little: inattention gives it too. But people who draw a line rarely saw exactly the same
statements as others who draw one. Of C people who saw exactly the same statements, m drew the same line; elsewhere a
share p of people does so (at least the chance that readiness to agree alone gives, straight_liners.py). Evidence is

    m log(m / (C p)) - (m - C p)      (log likelihood ratio of Poisson counts, as in near_identical.py)

Named are m >= LEAST_PEOPLE that are most of their C, with evidence STRONG and more than TIMES_EXPECTED times expected.
Where everybody saw everything a set of statements tells nobody apart, and nobody is named here.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.domain.votes import Vote
from houvast.engine.landscape.near_identical import STRONG, TIMES_EXPECTED, NearIdentical
from houvast.engine.landscape.straight_liners import LEAST_VOTES, answer_everywhere, chance_of_line
from houvast.engine.landscape.tally import COLUMN, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]

LEAST_PEOPLE = 8
MOST_OF_COHORT = 0.5


def find_straight_cohorts(votes: VoteTable) -> list[NearIdentical]:
    """The sets of people, strongest first; nobody is in two of them."""
    line = answer_everywhere(votes)
    able = votes.votes_per_participant >= LEAST_VOTES
    sets = hash_statements(votes.indptr, votes.statement)
    found = []
    for answer in (Vote.AGREE, Vote.DISAGREE, Vote.PASS):
        drew = line == int(answer)
        values, counts = np.unique(sets[drew], return_counts=True)
        for value in values[counts >= LEAST_PEOPLE]:
            cohort = able & (sets == value)
            block = _judge(votes, cohort=cohort, drew=drew, able=able, answer=answer)
            if block is not None:
                found.append(block)
    return sorted(found, key=lambda block: -block.evidence)


def _judge(
    votes: VoteTable, *, cohort: NDArray[np.bool_], drew: NDArray[np.bool_], able: NDArray[np.bool_], answer: Vote
) -> NearIdentical | None:
    members = np.flatnonzero(cohort & drew)
    size = int(cohort.sum())
    if len(members) < MOST_OF_COHORT * size:
        return None
    outside = able & ~cohort
    seen = votes.statement[votes.indptr[members[0]] : votes.indptr[members[0] + 1]]
    # Shares among the others: a brigade must not make its own line look usual.
    counts = count_votes(votes, segment=np.where(cohort, -1, 0))[0][seen]
    share = (counts[:, COLUMN[int(answer) + 1]] + 0.5) / (counts.sum(axis=1) + 1.0)
    usual = (float(np.count_nonzero(drew & outside)) + 0.5) / (float(outside.sum()) + 1.0)
    expected = size * max(usual, float(np.exp(chance_of_line(share))))
    evidence = len(members) * float(np.log(len(members) / expected)) - (len(members) - expected)
    if len(members) <= TIMES_EXPECTED * expected or evidence < STRONG:
        return None
    return NearIdentical(members.astype(np.int64), evidence, expected, len(seen))


@njit(cache=True, nogil=True)
def hash_statements(indptr: Ints, statement: NDArray[np.int32]) -> Words:
    """A hash per person of the set of statements answered, (P,): FNV-1a over the ascending indices."""
    out = np.empty(len(indptr) - 1, dtype=np.uint64)
    for i in range(len(out)):
        key = np.uint64(14695981039346656037)
        for v in range(indptr[i], indptr[i + 1]):
            key = (key ^ np.uint64(statement[v])) * np.uint64(1099511628211)
            key ^= key >> np.uint64(29)
        out[i] = key
    return out

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which people voted so much alike that they are more likely one hand than many people of one opinion?

For every set of look-alikes (look_alikes.py) a template is made: the answer most of them gave. Its followers are the
people who saw nearly all of it and differ on at most one answer in ten. Honest people of one opinion also resemble
each other, so the number of followers m is compared with the number lambda that could be expected without any plan:

    evidence = m log(m / lambda) - (m - lambda)      (log likelihood ratio of Poisson counts)

and m must be more than TIMES_EXPECTED times lambda. lambda is the larger of two, each computed without the followers
themselves, because a model that has seen a brigade takes it for an opinion:
  1. the people who most resemble the template otherwise: how often do they give the template's answer, statement by
     statement, and with which chance would such a person differ on so few;
  2. the rings around the template: how many people differ on somewhat more answers. Among honest people these numbers
     shrink smoothly towards zero difference (a log-concave count), so two rings bound what may lie inside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.look_alikes import find_look_alikes
from houvast.engine.landscape.tally import AGREE, DISAGREE, PASS, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Answers = NDArray[np.int8]

UNSEEN = 9
LEAST_VOTES = 10
LEAST_PEOPLE = 4
NEAR = 0.1
SEEN_SHARE = 0.8
STRONG = 12.0
LOOKED_AT = 200
NEIGHBOURS = 20
OTHER_ANSWERS = 0.1
TIMES_EXPECTED = 4
FEWEST = 0.5


@dataclass(frozen=True, eq=False)
class NearIdentical:
    """members: int64 indices, ascending. expected: lambda. shared: statements of the template."""

    members: Ints
    evidence: float
    expected: float
    shared: int


def find_near_identical(votes: VoteTable, *, rng: np.random.Generator, needed: float = STRONG) -> list[NearIdentical]:
    """Blocks with at least the needed evidence, strongest first; nobody is in two of them."""
    alike = find_look_alikes(votes, least_votes=LEAST_VOTES, least_people=LEAST_PEOPLE, rng=rng)
    found: list[NearIdentical] = []
    taken = np.zeros(votes.n_participants, dtype=np.bool_)
    for candidates in _most_surprising(votes, alike):
        free = candidates[~taken[candidates]]
        if len(free) >= LEAST_PEOPLE:
            block = judge_template(votes, template=make_template(votes, people=free), taken=taken)
            if block is not None and block.evidence >= needed:
                found.append(block)
                taken[block.members] = True
    return sorted(found, key=lambda block: -block.evidence)


def make_template(votes: VoteTable, *, people: Ints) -> Answers:
    """The answer most of these people gave, int8 (S,); 9 where not even half of them answered."""
    counts = np.zeros((votes.n_statements, 3), dtype=np.int64)
    for i in people:
        span = slice(votes.indptr[i], votes.indptr[i + 1])
        counts[votes.statement[span], votes.value[span] + 1] += 1
    answer = counts.argmax(axis=1) - 1
    return np.where(2 * counts.sum(axis=1) > len(people), answer, UNSEEN).astype(np.int8)


def judge_template(votes: VoteTable, *, template: Answers, taken: NDArray[np.bool_]) -> NearIdentical | None:
    """The followers of a template and the evidence that they are not there by chance; None where there is no case.

    taken: (P,), people of an earlier block; they are left out of every count. A template with the same answer to nearly
    everything is no case: that is also what one inattentive person does (straight_liners.py).
    """
    size = int(np.count_nonzero(template != UNSEEN))
    _, repeats = np.unique(template[template != UNSEEN], return_counts=True)
    if size < LEAST_VOTES or size - repeats.max(initial=0) < max(2, OTHER_ANSWERS * size):
        return None
    shared, differ = compare_with_template(votes, template=template)
    shared[taken] = 0
    allowed = max(1, int(NEAR * size))
    saw = shared >= max(LEAST_VOTES, int(np.ceil(SEEN_SHARE * size)))
    follows = saw & (differ <= allowed)
    followers = int(follows.sum())
    able = int(np.count_nonzero((votes.votes_per_participant >= LEAST_VOTES) & ~taken))
    if followers < LEAST_PEOPLE or 3 * followers > able:
        return None
    expected = max(
        (able - followers) * _chance_to_follow(votes, template, shared, differ, follows, allowed),
        _bound_by_rings(differ[saw], allowed),
    )
    if followers <= TIMES_EXPECTED * expected:
        return None
    evidence = followers * float(np.log(followers / expected)) - (followers - expected)
    return NearIdentical(np.flatnonzero(follows).astype(np.int64), evidence, expected, size)


def compare_with_template(votes: VoteTable, *, template: Answers) -> tuple[Ints, Ints]:
    """Per person the number of template statements answered and of those the number answered otherwise, each (P,)."""
    shared = np.zeros(votes.n_participants, dtype=np.int64)
    differ = np.zeros(votes.n_participants, dtype=np.int64)
    rows = (votes.indptr, votes.statement, votes.value, template, shared, differ)
    run_chunks(votes.n_participants, _compare, *rows)
    return shared, differ


def _most_surprising(votes: VoteTable, alike: tuple[Ints, ...]) -> list[Ints]:
    """The sets to judge: those whose votes together are most surprising if everybody voted independently."""
    if not alike:
        return []
    counts = count_votes(votes)[0][:, [DISAGREE, PASS, AGREE]]
    logs = np.log((counts + 1) / (counts.sum(axis=1, keepdims=True) + 3))
    surprise = np.zeros(votes.n_participants)
    run_chunks(votes.n_participants, _surprise, votes.indptr, votes.statement, votes.value, logs, surprise)
    whole = np.array([float(surprise[people].sum()) for people in alike])
    return [alike[at] for at in np.argsort(-whole, kind="stable")[:LOOKED_AT]]


def _chance_to_follow(
    votes: VoteTable, template: Answers, shared: Ints, differ: Ints, follows: NDArray[np.bool_], allowed: int
) -> float:
    """Chance that somebody like those who most resemble the template, followers apart, differs on <= allowed."""
    size = int(np.count_nonzero(template != UNSEEN))
    others = np.flatnonzero(~follows & (shared >= size / 3))
    likeness = (shared[others] - differ[others] + 1) / (shared[others] + 2)
    count = max(NEIGHBOURS, int(follows.sum()))
    nearest = others[np.argsort(-likeness, kind="stable")[:count]]
    answered, same = np.zeros(len(template)), np.zeros(len(template))
    for i in nearest:
        span = slice(votes.indptr[i], votes.indptr[i + 1])
        answered[votes.statement[span]] += 1
        same[votes.statement[span]] += votes.value[span] == template[votes.statement[span]]
    seen = template != UNSEEN
    return chance_of_few(1 - (same[seen] + 1) / (answered[seen] + 2), at_most=allowed)


def chance_of_few(chances: Floats, *, at_most: int) -> float:
    """P(at most so many of independent events happen), chances (n,): the Poisson-binomial distribution."""
    counts = np.zeros(at_most + 1)
    counts[0] = 1.0
    for p in chances:
        counts[1:] = counts[1:] * (1 - p) + counts[:-1] * p
        counts[0] *= 1 - p
    return float(counts.sum())


def _bound_by_rings(differ: Ints, allowed: int) -> float:
    """How many of those who saw the template could differ on 0..allowed answers, judging by the two next rings."""
    width = allowed + 1
    first = np.count_nonzero((differ >= width) & (differ < 2 * width))
    second = np.count_nonzero((differ >= 2 * width) & (differ < 3 * width))
    # A few people more or less in a ring are chance: the ratio is drawn towards 1, and lambda is never below FEWEST.
    return float(max(FEWEST, (first + 0.5) * (first + 2) / (second + 2)))


@njit(cache=True, nogil=True)
def _compare(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    template: Answers,
    shared: Ints,
    differ: Ints,
) -> None:
    for i in range(first, last):
        for v in range(indptr[i], indptr[i + 1]):
            answer = template[statement[v]]
            if answer != 9:
                shared[i] += 1
                if answer != value[v]:
                    differ[i] += 1


@njit(cache=True, nogil=True)
def _surprise(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    logs: Floats,
    surprise: Floats,
) -> None:
    for i in range(first, last):
        for v in range(indptr[i], indptr[i + 1]):
            surprise[i] -= logs[statement[v], value[v] + 1]

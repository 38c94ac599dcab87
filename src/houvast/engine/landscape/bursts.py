# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Did unusually many people come in within one hour, who moreover vote alike? Silent when the source has no times.

A newsletter also brings many people at once, so the number alone says nothing. Two things must hold:
  1. newcomers c in an hour against the usual hour (median m of hours with newcomers, spread from the median absolute
     deviation, at least Poisson): 2 (sqrt c - sqrt m) / sqrt(spread) above MANY, and c at least LEAST_PEOPLE;
  2. those people vote more alike than DRAWS random sets of as many people: mean product of residual votes (vote less
     the statement's mean) over all pairs and shared statements, standardised by the random sets, above ALIKE.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST_PEOPLE = 8
LEAST_VOTES = 5
MANY = 5.0
ALIKE = 5.0
DRAWS = 99
PEOPLE_COMPARED = 300


@dataclass(frozen=True, eq=False)
class Burst:
    """members: int64, ascending. hour: since 1970. alike: how many standard deviations more alike than other people."""

    members: Ints
    hour: int
    alike: float
    shared: int


def find_bursts(
    votes: VoteTable, *, rng: np.random.Generator, leave_out: NDArray[np.bool_] | None = None
) -> list[Burst]:
    """Bursts, most alike first; empty when the votes have no hour. leave_out: (P,), people named for something else.

    After each one the other hours are compared again without its members, who would make everybody else look alike.
    """
    if votes.hour is None:
        return []
    left = votes.votes_per_participant > 0
    if leave_out is not None:
        left &= ~leave_out
    if not left.any():
        return []
    arrival = np.full(votes.n_participants, -1, dtype=np.int64)
    filled = np.flatnonzero(votes.votes_per_participant > 0)
    arrival[filled] = np.minimum.reduceat(votes.hour, votes.indptr[filled])
    hours = busy_hours(arrival[left])
    found: list[Burst] = []
    while hours:
        judged = [_judge_hour(votes, hour, arrival, left, rng) for hour in hours]
        bursts = [burst for burst in judged if burst is not None]
        if not bursts:
            break
        strongest = max(bursts, key=lambda burst: burst.alike)
        found.append(strongest)
        left[strongest.members] = False
        hours = [burst.hour for burst in bursts if burst is not strongest]
    return found


def _judge_hour(
    votes: VoteTable, hour: int, arrival: Ints, left: NDArray[np.bool_], rng: np.random.Generator
) -> Burst | None:
    """The burst of one hour among the people who are left, or None."""
    people = np.flatnonzero(left & (votes.votes_per_participant >= LEAST_VOTES))
    members, others = people[arrival[people] == hour], people[arrival[people] != hour]
    if min(len(members), len(others)) < LEAST_PEOPLE:
        return None
    alike, shared = _compare(votes, members, others, rng)
    return Burst(members, hour, alike, shared) if alike > ALIKE else None


def busy_hours(arrival: Ints) -> list[int]:
    """Hours with unusually many newcomers, ascending. arrival: int64 (P,), hour of each person's first vote."""
    hours, counts = np.unique(arrival, return_counts=True)
    usual = float(np.median(counts))
    spread = max(1.0, (1.4826 * float(np.median(np.abs(counts - usual)))) ** 2 / usual)
    excess = 2 * (np.sqrt(counts) - np.sqrt(usual)) / np.sqrt(spread)
    return [int(hour) for hour in hours[(excess > MANY) & (counts >= LEAST_PEOPLE)]]


def _compare(votes: VoteTable, members: Ints, others: Ints, rng: np.random.Generator) -> tuple[float, int]:
    """How many standard deviations the members are more alike than random sets, and statements a pair shares."""
    pool = np.concatenate((members, others))
    means = _means(votes, pool)
    size = min(len(members), PEOPLE_COMPARED)
    own, shared = likeness(votes, people=rng.choice(members, size, replace=False), means=means)
    sets = [likeness(votes, people=rng.choice(pool, size, replace=False), means=means)[0] for _ in range(DRAWS)]
    spread = float(np.std(sets, ddof=1))
    return (own - float(np.mean(sets))) / spread if spread > 0 else 0.0, round(shared)


def _means(votes: VoteTable, people: Ints) -> Floats:
    """Mean vote of these people per statement, shape (S,), 0 where none of them voted."""
    chosen = np.zeros(votes.n_participants, dtype=np.bool_)
    chosen[people] = True
    rows = np.repeat(chosen, votes.votes_per_participant)
    count = np.bincount(votes.statement[rows], minlength=votes.n_statements)
    total = np.bincount(votes.statement[rows], weights=votes.value[rows], minlength=votes.n_statements)
    return np.asarray(total / np.maximum(count, 1))


def likeness(votes: VoteTable, *, people: Ints, means: Floats) -> tuple[float, float]:
    """Mean product of residual votes over pairs of these people and the statements both saw; statements a pair."""
    rows = np.concatenate([np.arange(votes.indptr[i], votes.indptr[i + 1]) for i in people])
    statement = votes.statement[rows]
    residual = votes.value[rows] - means[statement]
    total = np.bincount(statement, weights=residual, minlength=len(means))
    square = np.bincount(statement, weights=residual**2, minlength=len(means))
    seen = np.bincount(statement, minlength=len(means)).astype(np.float64)
    pairs = float(np.sum(seen * (seen - 1)))
    count = len(people) * max(len(people) - 1, 1)
    return (float(np.sum(total**2 - square)) / pairs if pairs > 0 else 0.0), pairs / count

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which few statements together give everybody something to agree with? Proportional approval, one statement at a time.

A person who agrees with k statements of the set counts 1 + 1/2 + ... + 1/k (Thiele 1895: proportional approval voting);
the greedy order gives every further statement to those who have least. Nobody answered everything, so an answer not
given is replaced by its chance: P(agree) = (1 - pass_j) expit(a_j + b_j . theta_i + u_i) of the trait model. Gains are
exact expectations over the unknown answers. With more than PEOPLE people a random sample of them is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from houvast.domain.estimate import Estimate
from houvast.domain.votes import Vote
from houvast.engine.landscape.result import Estimates, Ranked
from houvast.engine.landscape.tally import PASS, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

PEOPLE = 5_000
LENGTH = 8
LEAST_GAIN = 0.02


@dataclass(frozen=True, eq=False)
class RepresentativeSet:
    """statements: int64, in the order chosen. covered: Estimates (length,), expected share of people who agree with at
    least one of the first 1, 2, ... of them; the interval is about which people took part."""

    statements: Ints
    covered: Estimates


def agree_chances(
    votes: VoteTable, *, people: Ints, intercept: Floats, slope: Floats, theta: Floats, style: Floats
) -> Floats:
    """Chance that each of these people agrees with each statement, (len(people), S): 0 or 1 where they answered.

    intercept (S,), slope (S, D), theta (P, D), style (P,) of the trait model.
    """
    counts = count_votes(votes)[0]
    passing = (counts[:, PASS] + 0.5) / (counts.sum(axis=1) + 1.0)
    chance = expit(intercept + theta[people] @ slope.T + style[people][:, None]) * (1 - passing)
    for row, i in enumerate(people):
        span = slice(votes.indptr[i], votes.indptr[i + 1])
        chance[row, votes.statement[span]] = votes.value[span] == Vote.AGREE
    return np.asarray(chance)


def choose_representative(
    chance: Floats,
    *,
    weights: Floats | None = None,
    candidates: NDArray[np.bool_] | None = None,
    length: int = LENGTH,
    level: float = 0.95,
) -> RepresentativeSet:
    """Choose at most `length` statements; stops when one more would add less than LEAST_GAIN of a person on average.

    chance: (N, S). weights: (N,). candidates: (S,), statements that may be chosen. Ties: the lowest index.
    """
    share = np.full(len(chance), 1 / max(len(chance), 1)) if weights is None else weights / weights.sum()
    open_ = np.ones(chance.shape[1], dtype=np.bool_) if candidates is None else candidates.copy()
    # has[i, k]: chance that person i agrees with exactly k of the chosen statements.
    has = np.zeros((len(chance), length + 1))
    has[:, 0] = 1.0
    chosen: list[int] = []
    for _ in range(length if len(chance) else 0):
        worth = (share * (has @ (1 / np.arange(1, length + 2)))) @ chance
        best = int(np.argmax(np.where(open_, worth, -np.inf)))
        if not open_.any() or (chosen and worth[best] < LEAST_GAIN):
            break
        chosen.append(best)
        open_[best] = False
        agreed = has * chance[:, [best]]
        has = has - agreed
        has[:, 1:] += agreed[:, :-1]
    return RepresentativeSet(np.array(chosen, dtype=np.int64), _coverage(chance, chosen, share, level))


def find_representative(
    votes: VoteTable,
    *,
    intercept: Floats,
    slope: Floats,
    theta: Floats,
    style: Floats,
    rng: np.random.Generator,
    weights: Floats | None = None,
    candidates: NDArray[np.bool_] | None = None,
    level: float = 0.95,
) -> RepresentativeSet:
    """The short set for the people with at least one vote, from the arrays of the trait model (see agree_chances)."""
    people = np.flatnonzero(votes.votes_per_participant > 0)
    if len(people) > PEOPLE:
        people = np.sort(rng.choice(people, PEOPLE, replace=False))
    chance = agree_chances(votes, people=people, intercept=intercept, slope=slope, theta=theta, style=style)
    own = None if weights is None else weights[people]
    return choose_representative(chance, weights=own, candidates=candidates, level=level)


def list_representative(found: RepresentativeSet, *, agree: Estimates) -> tuple[Ranked, ...]:
    """The set as an ordered list; the score is the share agreeing. Places are choices, so each rank is certain."""
    places = []
    for rank, j in enumerate(found.statements.tolist(), start=1):
        score = agree.at(j) or Estimate(None, 0.0, 1.0, agree.level, 0)
        places.append(Ranked(j, "agree", score, rank, rank))
    return tuple(places)


def _coverage(chance: Floats, chosen: list[int], share: Floats, level: float) -> Estimates:
    """Expected share with at least one agreement after each choice, with a normal interval over people."""
    covered = 1 - np.cumprod(1 - chance[:, chosen], axis=1)
    value = share @ covered
    spread = np.sqrt(share**2 @ (covered - value) ** 2)
    half = float(ndtri(0.5 + level / 2)) * spread
    people = np.full(len(chosen), len(chance), dtype=np.int64)
    return Estimates(value, np.clip(value - half, 0, 1), np.clip(value + half, 0, 1), people, level)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which few answers together are something of everybody's? Proportional approval, one answer at a time.

An answer is a statement agreed with or disagreed with: "no" can be what people share. A person who gives k answers of
the set counts 1 + 1/2 + ... + 1/k (Thiele 1895: proportional approval voting); the greedy order gives every further
place to those who have least. Nobody answered everything, so an answer not given is replaced by its chance: P(agree) =
(1 - pass_j) expit(a_j + b_j . theta_i + u_i) of the trait model, and likewise for disagreement. Gains are exact
expectations over the unknown answers. With more than PEOPLE people a random sample of them is used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtri

from houvast.domain.estimate import Estimate
from houvast.domain.votes import Vote
from houvast.engine.landscape.result import Estimates, Ranked
from houvast.engine.landscape.shares import wilson_interval
from houvast.engine.landscape.tally import PASS, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

PEOPLE = 5_000
LENGTH = 8
LEAST_GAIN = 0.02
NOT_MEANT = 9


@dataclass(frozen=True, eq=False)
class RepresentativeSet:
    """statements: int64, in the order chosen; agrees: bool, whether agreement is meant, otherwise disagreement.
    covered: Estimates (length,), expected share of people who give at least one of the first 1, 2, ... answers; the
    interval is about which people took part."""

    statements: Ints
    agrees: NDArray[np.bool_]
    covered: Estimates


def answer_chances(
    votes: VoteTable, *, people: Ints, intercept: Floats, slope: Floats, theta: Floats, style: Floats
) -> Floats:
    """Chance that each of these people agrees (first S columns) or disagrees (last S) with each statement,
    (len(people), 2 S): 0 or 1 where they answered.

    intercept (S,), slope (S, D), theta (P, D), style (P,) of the trait model.
    """
    size = votes.n_statements
    counts = count_votes(votes)[0]
    passing = (counts[:, PASS] + 0.5) / (counts.sum(axis=1) + 1.0)
    agrees = expit(intercept + theta[people] @ slope.T + style[people][:, None])
    chance = np.hstack([agrees, 1 - agrees]) * np.tile(1 - passing, 2)
    for row, i in enumerate(people):
        span = slice(votes.indptr[i], votes.indptr[i + 1])
        seen, given = votes.statement[span], votes.value[span]
        chance[row, seen] = given == Vote.AGREE
        chance[row, size + seen] = given == Vote.DISAGREE
    return np.asarray(chance)


def choose_representative(
    chance: Floats,
    *,
    weights: Floats | None = None,
    candidates: NDArray[np.bool_] | None = None,
    length: int = LENGTH,
    level: float = 0.95,
) -> RepresentativeSet:
    """Choose at most `length` answers, one a statement; stops when one more would add less than LEAST_GAIN on average.

    chance: (N, 2 S), see answer_chances. weights: (N,). candidates: (S,), statements that may be chosen. Ties: the
    lowest index.
    """
    size = chance.shape[1] // 2
    share = np.full(len(chance), 1 / max(len(chance), 1)) if weights is None else weights / weights.sum()
    open_ = np.ones(2 * size, dtype=np.bool_) if candidates is None else np.tile(candidates, 2)
    # has[i, k]: chance that person i gives exactly k of the chosen answers.
    has = np.zeros((len(chance), length + 1))
    has[:, 0] = 1.0
    chosen: list[int] = []
    for _ in range(length if len(chance) else 0):
        worth = (share * (has @ (1 / np.arange(1, length + 2)))) @ chance
        best = int(np.argmax(np.where(open_, worth, -np.inf)))
        if not open_.any() or (chosen and worth[best] < LEAST_GAIN):
            break
        chosen.append(best)
        open_[[best, (best + size) % (2 * size)]] = False
        agreed = has * chance[:, [best]]
        has = has - agreed
        has[:, 1:] += agreed[:, :-1]
    index = np.array(chosen, dtype=np.int64)
    return RepresentativeSet(index % max(size, 1), index < size, _coverage(chance, chosen, share, level))


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
    """The short set for the people with at least one vote, from the arrays of the trait model (see answer_chances)."""
    people = np.flatnonzero(votes.votes_per_participant > 0)
    if len(people) > PEOPLE:
        people = np.sort(rng.choice(people, PEOPLE, replace=False))
    chance = answer_chances(votes, people=people, intercept=intercept, slope=slope, theta=theta, style=style)
    own = None if weights is None else weights[people]
    return choose_representative(chance, weights=own, candidates=candidates, level=level)


def list_representative(found: RepresentativeSet, *, agree: Estimates, disagree: Estimates) -> tuple[Ranked, ...]:
    """The set as an ordered list; the score is the share giving that answer. Places are choices, so ranks are sure."""
    places = []
    for rank, (j, agrees) in enumerate(zip(found.statements.tolist(), found.agrees.tolist(), strict=True), start=1):
        shares = agree if agrees else disagree
        score = shares.at(j) or Estimate(None, 0.0, 1.0, shares.level, 0)
        places.append(Ranked(j, "agree" if agrees else "disagree", score, rank, rank))
    return tuple(places)


def cover_people(votes: VoteTable, *, found: RepresentativeSet, level: float = 0.95) -> Estimate | None:
    """Share of those who answered at least one statement of the set who gave at least one of its answers.

    Counted in the votes, nothing predicted; Wilson's interval. None when nobody answered any.
    """
    meant = np.full(votes.n_statements, NOT_MEANT, dtype=np.int8)
    meant[found.statements] = np.where(found.agrees, int(Vote.AGREE), int(Vote.DISAGREE))
    asked = meant[votes.statement] != NOT_MEANT
    rows = votes.rows()
    answered = np.bincount(rows[asked], minlength=votes.n_participants) > 0
    given = asked & (votes.value == meant[votes.statement])
    gave = np.bincount(rows[given], minlength=votes.n_participants) > 0
    n = int(answered.sum())
    if n == 0:
        return None
    share = float(gave.sum() / n)
    low, high = wilson_interval(np.array([share]), np.array([float(n)]), level=level)
    return Estimate(share, float(low[0]), float(high[0]), level, n)


def _coverage(chance: Floats, chosen: list[int], share: Floats, level: float) -> Estimates:
    """Expected share with at least one agreement after each choice, with a normal interval over people."""
    covered = 1 - np.cumprod(1 - chance[:, chosen], axis=1)
    value = share @ covered
    spread = np.sqrt(share**2 @ (covered - value) ** 2)
    half = float(ndtri(0.5 + level / 2)) * spread
    people = np.full(len(chosen), len(chance), dtype=np.int64)
    return Estimates(value, np.clip(value - half, 0, 1), np.clip(value + half, 0, 1), people, level)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What could one hostile participant in a hundred do to the order of what binds? Worst cases, in closed form.

m = ceil(SHARE P) people all agree (or all disagree) with statement j and for the rest pass for people at the edge of
the population: their own (i, f) is that corner of the central 98 % of real people that moves j most (the pseudo-raters
of Community Notes). Their votes enter the statement's 2 x 2 system:

    (A_j + m [1 f; f f^2] + ridge) (i_j, f_j)' = b_j + m y (1, f)',      y = ±1/2 - mu - i

The shift is taken COORDINATED times, because people who also vote alike on other statements turn the whole fit a
little. The factor is measured, not proved: in refits after such attacks on three conversations a statement moved up to
1.99 times the closed form (docs/explanation/integrity.md).
A statement's worst ranks follow when it alone is pushed up, or down.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.bridging import BridgingFit, sum_residuals
from houvast.engine.landscape.result import Ranked
from houvast.engine.landscape.vote_table import VoteTable

Floats = NDArray[np.float64]

SHARE = 0.01
EDGE = 0.01
COORDINATED = 2.0


def hostile_scores(
    votes: VoteTable, *, fit: BridgingFit, weights: Floats | None = None, share: float = SHARE
) -> tuple[Floats, Floats]:
    """Lowest and highest intercept that hostile people could give each statement, two arrays (S,)."""
    weight = np.ones(votes.n_participants) if weights is None else weights
    state = np.concatenate(([fit.mu], fit.statement_intercept, fit.statement_factor))
    sums = sum_residuals(votes, state, weight, np.zeros((votes.n_participants, 2)), fit.person_ridge)
    people = int(np.count_nonzero(votes.votes_per_participant))
    extra = float(np.ceil(share * people))
    moved = [
        _solve(sums, fit, extra, vote, corner_own, corner_side)
        for vote in (-0.5, 0.5)
        for corner_own in _edges(votes, fit.person_intercept)
        for corner_side in _edges(votes, fit.person_factor)
    ]
    shift = COORDINATED * (np.array(moved) - fit.statement_intercept)
    low, high = np.minimum(shift.min(axis=0), 0.0), np.maximum(shift.max(axis=0), 0.0)
    return fit.statement_intercept + low, fit.statement_intercept + high


def add_hostile_ranks(ranked: tuple[Ranked, ...], *, scores: Floats, low: Floats, high: Floats) -> tuple[Ranked, ...]:
    """The same list with hostile_low and hostile_high: ranks among `scores` when one statement is pushed.

    scores: (N,), the scores (towards the own side) of all statements that were ranked. low, high: (S,), from
    hostile_scores, of each statement's intercept.
    """
    placed = []
    for place in ranked:
        sign = 1.0 if place.direction == "agree" else -1.0
        own = sign * np.array([low[place.statement], high[place.statement]])
        now = np.nan if place.score.value is None else place.score.value
        worst = int(np.count_nonzero(scores > own.min())) - int(now > own.min())
        best = int(np.count_nonzero(scores > own.max()))
        placed.append(replace(place, hostile_low=1 + best, hostile_high=1 + worst))
    return tuple(placed)


def _edges(votes: VoteTable, figure: Floats) -> tuple[float, float]:
    """The central 98 % of people with votes; 0 where there are none."""
    known = figure[votes.votes_per_participant > 0]
    if not len(known):
        return 0.0, 0.0
    low, high = np.quantile(known, [EDGE, 1 - EDGE])
    return float(low), float(high)


def _solve(sums: Floats, fit: BridgingFit, extra: float, vote: float, own: float, side: float) -> Floats:
    """Intercepts (S,) after `extra` people with these parameters gave this vote to every statement apart."""
    count, factor, square, total, product = sums
    y = vote - fit.mu - own
    first = count + extra + fit.statement_ridge[0]
    second = square + extra * side**2 + fit.statement_ridge[1]
    cross = factor + extra * side
    return np.asarray(
        (second * (total + extra * y) - cross * (product + extra * side * y)) / (first * second - cross**2)
    )

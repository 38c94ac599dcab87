# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do people agree with whatever side they are on? The matrix factorisation of Community Notes.

    r_ij = mu + i_i + i_j + f_i f_j,   minimise  mean w (r - fit)^2 + .15 (mean i_i^2 + mean i_j^2 + mu^2)
                                                                    + .03 (mean f_i^2 + mean f_j^2)

(Wojcik et al. 2022, arXiv 2210.15723; the means, not sums, are what their code minimises.) f is the side somebody is
on, i_i how readily a person agrees with anything. What is left, the statement's intercept i_j, is high only when people
on both sides agree: the connecting score. It is low (negative) when both sides disagree.

One deviation: votes are rated +1/2, 0, -1/2 and not 1, 1/2, 0, so that turning all votes round turns the sign of the
score and nothing else. Solved by exact alternating least squares: a 2 x 2 system per person and per statement, and one
pass over the votes per round; rounds are extrapolated (Anderson 1965) until no score changes by more than TOLERANCE.
With more than a million votes the number of passes is bounded: the factor may then still turn a little between two
directions that are equally strong, which moves the scores by less than a tenth of their standard error.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

INTERCEPT_PENALTY = 0.15
FACTOR_PENALTY = 0.03
TOLERANCE = 1e-6
ROUNDS = 200
LEAST_ROUNDS = 40
VOTES_PASSED = 200_000_000
MEMORY = 5


@dataclass(frozen=True, eq=False)
class BridgingFit:
    """mu; per statement intercept and factor (S,), 0 without votes; per person likewise (P,).

    person_ridge, statement_ridge: the (intercept, factor) penalties of one person and one statement as added squares,
    against residuals that are summed with participant weights. rounds: passes over the votes.
    """

    mu: float
    statement_intercept: Floats
    statement_factor: Floats
    person_intercept: Floats
    person_factor: Floats
    person_ridge: tuple[float, float]
    statement_ridge: tuple[float, float]
    rounds: int
    converged: bool


def fit_bridging(votes: VoteTable, *, start: Floats, weights: Floats | None = None) -> BridgingFit:
    """Fit the factorisation. start: (S,), a first guess of the factors, such as the first principal component.

    weights: (P,) participant weights or None. Where the start is 0 everywhere the factors stay 0.
    """
    weight = np.ones(votes.n_participants) if weights is None else weights
    per_person = votes.votes_per_participant
    mass = float(weight @ per_person)
    people = float(weight[per_person > 0].sum())
    seen = int(np.count_nonzero(np.bincount(votes.statement, minlength=votes.n_statements)))
    penalties = (INTERCEPT_PENALTY, FACTOR_PENALTY)
    person_ridge = (penalties[0] * mass / max(people, 1e-300), penalties[1] * mass / max(people, 1e-300))
    statement_ridge = (penalties[0] * mass / max(seen, 1), penalties[1] * mass / max(seen, 1))
    size = votes.n_statements
    scale = float(np.sqrt(np.mean(start**2))) if size else 0.0
    state = np.concatenate(([0.0], np.zeros(size), start * (0.5 / scale) if scale > 0 else np.zeros(size)))
    person = np.zeros((votes.n_participants, 2))
    history: list[tuple[Floats, Floats]] = []
    rounds, change = 0, np.inf
    limit = int(np.clip(VOTES_PASSED / max(votes.n_votes, 1), LEAST_ROUNDS, ROUNDS))
    while mass > 0 and rounds < limit and change > TOLERANCE:
        after = _round(votes, state, weight, person, person_ridge, statement_ridge)
        change = float(np.abs(after - state)[: size + 1].max())
        history = [*history, (state, after)][-MEMORY:]
        state = _extrapolate(history) if change > TOLERANCE else after
        rounds += 1
    return BridgingFit(
        mu=float(state[0]),
        statement_intercept=state[1 : size + 1].copy(),
        statement_factor=state[size + 1 :].copy(),
        person_intercept=person[:, 0].copy(),
        person_factor=person[:, 1].copy(),
        person_ridge=person_ridge,
        statement_ridge=statement_ridge,
        rounds=rounds,
        converged=change <= TOLERANCE,
    )


def _round(
    votes: VoteTable,
    state: Floats,
    weight: Floats,
    person: Floats,
    person_ridge: tuple[float, float],
    statement_ridge: tuple[float, float],
) -> Floats:
    """People given statements (person is written), then statements given people, then mu; the new state (1 + 2S,)."""
    count, factor, square, total, product = sum_residuals(votes, state, weight, person, person_ridge)
    first, last = count + statement_ridge[0], square + statement_ridge[1]
    determinant = first * last - factor * factor
    intercept = (last * total - factor * product) / determinant
    slope = (first * product - factor * total) / determinant
    left = float(np.sum(total + state[0] * count - count * intercept - factor * slope))
    mu = left / (float(count.sum()) * (1 + INTERCEPT_PENALTY))
    return _balance(mu, intercept, slope, person, weight * (votes.votes_per_participant > 0), count > 0)


def sum_residuals(
    votes: VoteTable, state: Floats, weight: Floats, person: Floats, person_ridge: tuple[float, float]
) -> Floats:
    """Per statement the sums of w, w f, w f^2, w r and w r f over its people, r = vote - mu - i, shape (5, S).

    state (1 + 2S,): mu, i_j, f_j. The people's best (i, f) given it are written to person (P, 2).
    """
    rows = (votes.indptr, votes.statement, votes.value)
    parts = run_chunks(votes.n_participants, solve_people, *rows, weight, state, *person_ridge, person)
    sums = np.ascontiguousarray(sum(parts[1:], parts[0]).T)
    sums[3:] -= state[0] * sums[:2]
    return sums


def _balance(mu: float, intercept: Floats, slope: Floats, person: Floats, weight: Floats, seen: Flags) -> Floats:
    """The same fit with the least penalty: equal means of mu, i and i_j, equal mean squares of f and f_j.

    The penalised means are over people (weights) and over statements that were seen. Alone, rounds get there slowly.
    """
    share = weight / weight.sum()
    centre = float(intercept[seen].mean())
    third = (mu + centre + float(share @ person[:, 0])) / 3
    spread, side = float(np.mean(slope[seen] ** 2)), float(share @ person[:, 1] ** 2)
    stretch = (side / spread) ** 0.25 if spread > 0 and side > 0 else 1.0
    return np.concatenate(([third], np.where(seen, intercept + (third - centre), 0.0), slope * stretch))


def _extrapolate(history: list[tuple[Floats, Floats]]) -> Floats:
    """Anderson mixing: the combination of past rounds whose change is smallest in least squares."""
    changes = np.array([after - before for before, after in history])
    afters = np.array([after for _, after in history])
    if len(history) < 3:
        return np.asarray(afters[-1])
    steps = changes[1:] - changes[:-1]
    gram = steps @ steps.T
    gram += np.eye(len(gram)) * (1e-10 * np.trace(gram) + 1e-300)
    blend = np.linalg.solve(gram, steps @ changes[-1])
    if np.abs(blend).sum() > 20:
        return np.asarray(afters[-1])
    return np.asarray(afters[-1] - blend @ (afters[1:] - afters[:-1]))


@njit(cache=True, nogil=True)
def solve_people(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    weight: Floats,
    state: Floats,
    intercept_ridge: float,
    factor_ridge: float,
    person: Floats,
) -> Floats:
    """Best (i, f) of persons first..last-1, written into person (P, 2); returns what statements need, (S, 5).

    That is: sums over votes of w, w f, w f^2, w y and w f y with y = vote / 2 - i. state: (1 + 2S,), mu, i_j, f_j.
    """
    size = (len(state) - 1) // 2
    sums = np.zeros((size, 5))
    mu = state[0]
    for i in range(first, last):
        n, f1, f2, y0, y1 = 0.0, 0.0, 0.0, 0.0, 0.0
        for v in range(indptr[i], indptr[i + 1]):
            j = statement[v]
            f = state[1 + size + j]
            y = 0.5 * value[v] - mu - state[1 + j]
            n += 1.0
            f1 += f
            f2 += f * f
            y0 += y
            y1 += f * y
        a, c = n + intercept_ridge, f2 + factor_ridge
        determinant = a * c - f1 * f1
        own = (c * y0 - f1 * y1) / determinant
        side = (a * y1 - f1 * y0) / determinant
        person[i, 0] = own
        person[i, 1] = side
        w = weight[i]
        for v in range(indptr[i], indptr[i + 1]):
            row = sums[statement[v]]
            y = w * (0.5 * value[v] - own)
            row[0] += w
            row[1] += w * side
            row[2] += w * side * side
            row[3] += y
            row[4] += side * y
    return sums

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How sure is a connecting score? Its spread if other people from the same population had taken part.

The factorisation of bridging.py minimises a sum over people, each person's own (i, f) being chosen best: a profile
M-estimator of beta = (mu, i_j, f_j). Its variance is the sandwich H^-1 (sum s s') H^-1 (Huber 1967) with a person's
score s (envelope theorem) and the profile Hessian H, in which the person's own parameters have been eliminated:

    H = sum_i w_i (J'J - B A^-1 B') + ridge,   A = X'X + person ridge,   B = J'X - residual terms

A person's votes on many statements hang together, and so do the answers of people on one side; both are in it. What is
covered is the expectation of the stated estimator, penalties included, not an opinion free of them. The quantile is
Student's with two less than the number of people who voted on the statement. With more than
PEOPLE participants H and the scores are taken from every k-th of them and scaled.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.linalg import LinAlgError, cho_factor, cho_solve
from scipy.special import stdtrit

from houvast.engine.landscape.bridging import INTERCEPT_PENALTY, BridgingFit
from houvast.engine.landscape.result import Estimates
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

PEOPLE = 6_000


def estimate_bridging(
    votes: VoteTable, *, fit: BridgingFit, weights: Floats | None = None, level: float = 0.95
) -> Estimates:
    """The connecting scores with their intervals, Estimates (S,); NaN for a statement without votes."""
    people = np.bincount(votes.statement, minlength=votes.n_statements)
    spread = bridging_spread(votes, fit=fit, weights=weights)
    half = stdtrit(np.maximum(people - 2, 3), 0.5 + level / 2) * spread
    value = np.where(people > 0, fit.statement_intercept, np.nan)
    return Estimates(value, value - half, value + half, people.astype(np.int64), level)


def bridging_spread(votes: VoteTable, *, fit: BridgingFit, weights: Floats | None = None) -> Floats:
    """Standard errors of the statement intercepts, shape (S,)."""
    taking_part = np.flatnonzero(votes.votes_per_participant > 0)
    step = -(-len(taking_part) // PEOPLE) if len(taking_part) else 1
    sample = taking_part[::step]
    weight = np.ones(votes.n_participants) if weights is None else weights
    masses = weight * votes.votes_per_participant
    scale = float(masses.sum() / masses[sample].sum()) if len(sample) else 1.0
    size = votes.n_statements
    beta = np.concatenate(([fit.mu], fit.statement_intercept, fit.statement_factor))
    ridge = np.repeat(fit.statement_ridge, size)
    ridge = np.concatenate(([INTERCEPT_PENALTY * masses.sum()], ridge))
    share = ridge * beta / max(masses.sum(), 1e-300)
    hessian, meat = np.zeros((len(beta), len(beta))), np.zeros((len(beta), len(beta)))
    rows = (sample, votes.indptr, votes.statement, votes.value, weight)
    lean = add_people(*rows, beta, fit.person_intercept, fit.person_factor, *fit.person_ridge, hessian, meat)
    hessian = _mirror(hessian) * scale + np.diag(ridge)
    inverse = _invert(hessian)[1 : size + 1]
    # A person's score is w e - m r: what the votes say less the person's share m r of the penalty's slope.
    pull = inverse @ share
    shared = float(masses[sample] @ masses[sample]) * pull**2 - 2 * (inverse @ lean) * pull
    variance = np.einsum("jk,jk->j", inverse @ _mirror(meat), inverse) + shared
    variance *= scale * len(sample) / max(len(sample) - 1, 1)
    return np.asarray(np.sqrt(np.maximum(variance, 0.0)))


def _mirror(upper: Floats) -> Floats:
    """The symmetric matrix of which only the upper triangle was filled."""
    return np.asarray(np.triu(upper) + np.triu(upper, 1).T)


def _invert(matrix: Floats) -> Floats:
    """Inverse of a symmetric matrix, with the least shift that makes it positive definite where it is not."""
    shift = 0.0
    for _ in range(20):
        try:
            factor = cho_factor(matrix + shift * np.diag(np.diag(matrix)))
            return np.asarray(cho_solve(factor, np.eye(len(matrix))))
        except LinAlgError:
            shift = max(2 * shift, 1e-6)
    return np.asarray(np.linalg.pinv(matrix))


@njit(cache=True, nogil=True)
def add_people(
    sample: Ints,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    weight: Floats,
    beta: Floats,
    own: Floats,
    side: Floats,
    intercept_ridge: float,
    factor_ridge: float,
    hessian: Floats,
    meat: Floats,
) -> Floats:
    """Add the sampled people's profile Hessians and squared scores w^2 e e' to upper triangles (1 + 2S, 1 + 2S).

    Returns sum w^2 n e, shape (1 + 2S,), n the person's number of votes.
    """
    lean = np.zeros(len(beta))
    longest = 0
    for i in sample:
        longest = max(longest, indptr[i + 1] - indptr[i])
    where = np.empty(2 * longest + 1, dtype=np.int64)
    terms = np.empty((2 * longest + 1, 3))
    for i in sample:
        n = indptr[i + 1] - indptr[i]
        seen = statement[indptr[i] : indptr[i + 1]]
        answers = value[indptr[i] : indptr[i + 1]]
        w = weight[i]
        write_terms(seen, answers, beta, own[i], side[i], intercept_ridge, factor_ridge, where, terms)
        add_own_curvature(seen, side[i], w, hessian)
        for p in range(2 * n + 1):
            a = where[p]
            lean[a] += w * w * n * terms[p, 0]
            e, c, d = w * w * terms[p, 0], w * terms[p, 1], w * terms[p, 2]
            for q in range(p, 2 * n + 1):
                b = where[q]
                hessian[a, b] -= c * terms[q, 1] + d * terms[q, 2]
                meat[a, b] += e * terms[q, 0]
    return lean


@njit(cache=True, nogil=True)
def write_terms(
    seen: NDArray[np.int32],
    answers: NDArray[np.int8],
    beta: Floats,
    own: float,
    side: float,
    intercept_ridge: float,
    factor_ridge: float,
    where: Ints,
    terms: Floats,
) -> None:
    """Of one person: the places in beta that the votes touch, ascending, and per place the score e and C = B L^-T.

    A = L L' is the curvature in the person's own (i, f); C C' = B A^-1 B'.
    """
    n, size = len(seen), (len(beta) - 1) // 2
    a, b, c = intercept_ridge, 0.0, factor_ridge
    for v in range(n):
        f = beta[1 + size + seen[v]]
        a += 1.0
        b += f
        c += f * f
    l11 = np.sqrt(a)
    l21 = b / l11
    l22 = np.sqrt(max(c - l21 * l21, 1e-12))
    where[0] = 0
    terms[0, :] = 0.0
    for v in range(n):
        j = seen[v]
        f = beta[1 + size + j]
        e = 0.5 * answers[v] - beta[0] - beta[1 + j] - own - side * f
        first = 1.0 / l11
        second = (f - l21 * first) / l22
        where[1 + v], where[1 + n + v] = 1 + j, 1 + size + j
        terms[1 + v, 0], terms[1 + v, 1], terms[1 + v, 2] = e, first, second
        first = side / l11
        second = (side * f - e - l21 * first) / l22
        terms[1 + n + v, 0], terms[1 + n + v, 1], terms[1 + n + v, 2] = e * side, first, second
        for k in range(3):
            terms[0, k] += terms[1 + v, k]


@njit(cache=True, nogil=True)
def add_own_curvature(seen: NDArray[np.int32], side: float, w: float, hessian: Floats) -> None:
    """w J'J of one person: a vote has slope 1 in mu and in i_j, and f_i in f_j."""
    size = (len(hessian) - 1) // 2
    hessian[0, 0] += w * len(seen)
    for j in seen:
        hessian[0, 1 + j] += w
        hessian[0, 1 + size + j] += w * side
        hessian[1 + j, 1 + j] += w
        hessian[1 + j, 1 + size + j] += w * side
        hessian[1 + size + j, 1 + size + j] += w * side * side

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How are millions of votes drawn quickly and repeatably? One small random stream per person, so that neither the
number of threads nor the order of work matters."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.random_stream import Words, next_below, next_uniform

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@njit(cache=True, nogil=True)
def choose_statements(
    first: int, last: int, seeds: Words, indptr: Ints, n_statements: int, statement: NDArray[np.int32]
) -> None:
    """Fill statement[indptr[i]:indptr[i+1]] with distinct statements, ascending, every subset equally likely."""
    seen = np.zeros(n_statements, dtype=np.bool_)
    drawn = np.empty(n_statements, dtype=np.int32)
    state = np.empty(1, dtype=np.uint64)
    for i in range(first, last):
        state[0] = seeds[i]
        row = statement[indptr[i] : indptr[i + 1]]
        if 2 * len(row) > n_statements:
            mark_distinct(state, n_statements - len(row), seen, drawn)
            row[:] = np.flatnonzero(~seen)
            seen[:] = False
        else:
            mark_distinct(state, len(row), seen, drawn)
            row[:] = drawn[: len(row)]
            row.sort()
            for j in row:
                seen[j] = False


@njit(cache=True, nogil=True)
def mark_distinct(state: Words, count: int, seen: NDArray[np.bool_], drawn: NDArray[np.int32]) -> None:
    """Draw `count` distinct indices: listed in drawn, marked in seen (all False before)."""
    marked = 0
    while marked < count:
        j = next_below(state, len(seen))
        if not seen[j]:
            seen[j] = True
            drawn[marked] = j
            marked += 1


@njit(cache=True, nogil=True)
def draw_votes(
    first: int,
    last: int,
    seeds: Words,
    indptr: Ints,
    statement: NDArray[np.int32],
    intercept: Floats,
    slope: Floats,
    passing: Floats,
    place: Floats,
    style: Floats,
    pass_style: Floats,
    value: NDArray[np.int8],
) -> None:
    """Fill value with votes of P(x) proportional to exp(x (a + b.theta + u) + [x = 0] (c + s))."""
    state = np.empty(1, dtype=np.uint64)
    for i in range(first, last):
        state[0] = ~seeds[i]
        for v in range(indptr[i], indptr[i + 1]):
            j = statement[v]
            lean = intercept[j] + style[i]
            for d in range(slope.shape[1]):
                lean += slope[j, d] * place[i, d]
            agree = np.exp(lean)
            disagree = 1.0 / agree
            drawn = next_uniform(state) * (agree + disagree + np.exp(passing[j] + pass_style[i]))
            if drawn < agree:
                value[v] = 1
            elif drawn < agree + disagree:
                value[v] = -1
            else:
                value[v] = 0


@njit(cache=True, nogil=True)
def group_evidence(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    intercept: Floats,
    slope: Floats,
    passing: Floats,
    pass_style: Floats,
    centre: Floats,
    precision: Floats,
    out: Floats,
) -> None:
    """log P(votes of i | group g), Laplace approximation over (theta, u), by Newton steps; out (P, K).

    centre (K, Q) and precision (Q,) are those of the Gaussian prior; slope (S, Q) has a last column of ones for u.
    """
    gradient = np.empty(slope.shape[1])
    curvature = np.empty((slope.shape[1], slope.shape[1]))
    for i in range(first, last):
        row = slice(indptr[i], indptr[i + 1])
        for g in range(len(centre)):
            at = centre[g].copy()
            fit = 0.0
            for _ in range(30):
                away = at - centre[g]
                gradient[:] = -precision * away
                curvature[:] = np.diag(precision)
                neither = passing + pass_style[i]
                fit = weigh_row(statement[row], value[row], intercept, slope, neither, at, gradient, curvature)
                fit -= 0.5 * np.sum(precision * away**2)
                move = np.linalg.solve(curvature, gradient)
                largest = np.max(np.abs(move))
                if largest < 1e-6:
                    break
                at += move * min(1.0, 2.0 / largest)
            out[i, g] = fit - 0.5 * np.linalg.slogdet(curvature)[1] + 0.5 * np.sum(np.log(precision))


@njit(cache=True, nogil=True)
def weigh_row(
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    intercept: Floats,
    slope: Floats,
    passing: Floats,
    at: Floats,
    gradient: Floats,
    curvature: Floats,
) -> float:
    """log P(one person's votes | latent vector at); its gradient and minus its Hessian are added in place."""
    fit = 0.0
    for v in range(len(statement)):
        j = statement[v]
        lean = min(max(intercept[j] + np.sum(slope[j] * at), -30.0), 30.0)
        agree, disagree, neither = np.exp(lean), np.exp(-lean), np.exp(passing[j])
        total = agree + disagree + neither
        mean = (agree - disagree) / total
        spread = (agree + disagree) / total - mean * mean
        fit += value[v] * lean + (value[v] == 0) * passing[j] - np.log(total)
        for q in range(len(at)):
            gradient[q] += (value[v] - mean) * slope[j, q]
            for r in range(len(at)):
                curvature[q, r] += spread * slope[j, q] * slope[j, r]
    return fit

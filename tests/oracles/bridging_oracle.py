# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The factorisation of Community Notes in plain loops, minimised over all parameters at once by a general method.

Written from the formula (Wojcik et al. 2022) and their code's use of means, without the product's formulas: no normal
equations, no elimination of people, no balancing. Slow: for tens of people and a handful of statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

INTERCEPT_PENALTY = 0.15
FACTOR_PENALTY = 0.03
NOTHING = 9


@dataclass(frozen=True)
class Optimum:
    """The least loss found, and its parameters, by row and column of the matrix."""

    loss: float
    mu: float
    person_intercept: list[float]
    person_factor: list[float]
    statement_intercept: list[float]
    statement_factor: list[float]


def loss_of(matrix: Sequence[Sequence[int]], found: Optimum, weights: Sequence[float]) -> float:
    """The loss at these parameters: a weighted mean over votes and penalised means over people and statements."""
    error = votes = 0.0
    people = own = side = 0.0
    seen: set[int] = set()
    for i, row in enumerate(matrix):
        answered = [j for j, vote in enumerate(row) if vote != NOTHING]
        seen.update(answered)
        for j in answered:
            fitted = found.mu + found.person_intercept[i] + found.statement_intercept[j]
            fitted += found.person_factor[i] * found.statement_factor[j]
            error += weights[i] * (row[j] / 2 - fitted) ** 2
            votes += weights[i]
        if answered:
            people += weights[i]
            own += weights[i] * found.person_intercept[i] ** 2
            side += weights[i] * found.person_factor[i] ** 2
    own = own / people + sum(found.statement_intercept[j] ** 2 for j in seen) / len(seen)
    side = side / people + sum(found.statement_factor[j] ** 2 for j in seen) / len(seen)
    return error / votes + INTERCEPT_PENALTY * (own + found.mu**2) + FACTOR_PENALTY * side


def minimise(
    matrix: Sequence[Sequence[int]], *, weights: Sequence[float], starts: int, rng: np.random.Generator
) -> Optimum:
    """The best of several descents from random points."""
    people, statements = len(matrix), len(matrix[0])

    def unpack(point: np.ndarray, loss: float = np.nan) -> Optimum:
        cuts = np.cumsum([1, people, people, statements])
        mu, *parts = np.split(point, cuts)
        return Optimum(loss, float(mu[0]), *(part.tolist() for part in parts))

    best: Optimum | None = None
    for _ in range(starts):
        start = rng.normal(0, 0.5, 1 + 2 * people + 2 * statements)
        end = minimize(lambda point: loss_of(matrix, unpack(point), weights), start, method="BFGS")
        if best is None or end.fun < best.loss:
            best = unpack(end.x, float(end.fun))
    assert best is not None
    return best

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would the coming weeks be, by trend and season? One Poisson fit per series, carried on into the judged weeks.

    log m_t = theta + beta t + g1 cos(2 pi t / 52) + g2 sin(2 pi t / 52)

All series share the design, so X'WX of every series comes from one matrix product, W times the products of columns.
The usual expectation under a CUSUM or GLR chart (Hoehle & Paul 2008); past outbreaks stay in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.reference.judgement import Floats, Ints

YEAR = 52
# Two years: with less, trend and season cannot be told apart.
MINIMUM_WEEKS = 2 * YEAR
ROUNDS = 30
TOLERANCE = 1e-9
RIDGE = 1e-6
LOG_MEAN_WITHIN = (-12.0, 16.0)


@dataclass(frozen=True, slots=True, eq=False)
class SeasonalMean:
    """mean (J, S) of the coming weeks and the dispersion phi >= 1 of the past ones (S,)."""

    mean: Floats
    dispersion: Floats


def expect_season(past: Floats, *, ahead: int) -> SeasonalMean:
    """The `ahead` weeks J after `past` (weeks, S), at least MINIMUM_WEEKS of them."""
    weeks = len(past)
    columns = _columns(np.arange(weeks + ahead), weeks=weeks)
    coefficients = _fit(past.T, columns[:weeks])
    mean = np.exp(np.clip(coefficients @ columns.T, *LOG_MEAN_WITHIN))
    fitted = mean[:, :weeks]
    squares = ((past.T - fitted) ** 2 / fitted).sum(axis=1)
    return SeasonalMean(mean[:, weeks:].T, np.maximum(1.0, squares / (weeks - columns.shape[1])))


def _columns(week: Ints, *, weeks: int) -> Floats:
    """The design (n, 4); time runs from -1 to 1 over the past."""
    angle = 2 * np.pi * week / YEAR
    return np.column_stack([np.ones(len(week)), 2 * week / weeks - 1, np.cos(angle), np.sin(angle)])


def _fit(counts: Floats, columns: Floats) -> Floats:
    """Newton's method for every series: coefficients (S, 4) from counts (S, n)."""
    p = columns.shape[1]
    products = np.einsum("ij,ik->ijk", columns, columns).reshape(len(columns), p * p)
    coefficients = np.zeros((len(counts), p))
    coefficients[:, 0] = np.log(np.maximum(counts.mean(axis=1), 0.5 / counts.shape[1]))
    for _ in range(ROUNDS):
        mean = np.exp(np.clip(coefficients @ columns.T, *LOG_MEAN_WITHIN))
        curvature = (mean @ products).reshape(-1, p, p) + RIDGE * np.eye(p)
        step = np.linalg.solve(curvature, ((counts - mean) @ columns)[:, :, None])[:, :, 0]
        coefficients += np.clip(step, -1.0, 1.0)
        if np.abs(step).max(initial=0.0) < TOLERANCE:
            break
    return coefficients

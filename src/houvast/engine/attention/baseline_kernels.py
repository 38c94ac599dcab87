# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is usual in each cell and week, from the weeks before it? The compiled recursion over weeks (baseline.py)."""

from __future__ import annotations

import numpy as np
from numba import njit

from houvast.engine.attention.counting import Counts
from houvast.engine.attention.observations import Floats

DISCOUNT = 0.97
GAP = 2
PRIOR_WEEKS = 3.0
LEVEL_WEEKS = 1.0
THEME_PRIOR = 0.1
LEVEL_PRIOR = 0.2
FIRST_RESIDUAL = 6
PHI_START = 1.2
PHI_WEIGHT_ALL = 20.0
PHI_WEIGHT_THEME = 50.0


@njit(cache=True, nogil=True)
def discount_in(total: Floats, weight: Floats, history: Counts, by_area: Floats, by_theme: Floats) -> None:
    """Add one week, history (A, H), to the discounted counts and exposures (A, H), in place."""
    n_areas, n_themes = total.shape
    for a in range(n_areas):
        for h in range(n_themes):
            kept = history[a, h] >= 0
            total[a, h] = DISCOUNT * total[a, h] + (history[a, h] if kept else 0)
            weight[a, h] = DISCOUNT * weight[a, h] + (by_area[a] * by_theme[h] if kept else 0.0)


@njit(cache=True, nogil=True)
def prior_means(total: Floats, weight: Floats, prior: Floats) -> None:
    """Write level × share, (A, H): the mean of a cell if its area had the mix of themes of the whole municipality."""
    n_areas, n_themes = total.shape
    share = total.sum(axis=0) + THEME_PRIOR
    share /= share.sum()
    all_weight = 0.0
    for h in range(n_themes):
        all_weight += share[h] * weight[:, h].sum()
    city = (total.sum() + LEVEL_PRIOR) / (all_weight + 1.0)
    for a in range(n_areas):
        exposure = 0.0
        for h in range(n_themes):
            exposure += share[h] * weight[a, h]
        level = (total[a].sum() + LEVEL_WEEKS * city) / (exposure + LEVEL_WEEKS)
        for h in range(n_themes):
            prior[a, h] = level * share[h]


@njit(cache=True, nogil=True)
def predict(
    total: Floats, weight: Floats, prior: Floats, by_area: Floats, by_theme: Floats, mean: Floats, spread: Floats
) -> None:
    """Write mean and variance-before-dispersion of one week's counts, both (A, H)."""
    n_areas, n_themes = total.shape
    for a in range(n_areas):
        for h in range(n_themes):
            exposure = by_area[a] * by_theme[h]
            rate = (PRIOR_WEEKS * prior[a, h] + total[a, h]) / (PRIOR_WEEKS + weight[a, h])
            mean[a, h] = rate * exposure
            spread[a, h] = mean[a, h] + exposure * exposure * rate / (PRIOR_WEEKS + weight[a, h])


@njit(cache=True, nogil=True)
def add_residuals(squares: Floats, sizes: Floats, history: Counts, mean: Floats, spread: Floats) -> None:
    """Add one week's squared residuals and their expected size to the sums by theme, both (H,), in place."""
    n_areas, n_themes = mean.shape
    for a in range(n_areas):
        for h in range(n_themes):
            if history[a, h] >= 0:
                squares[h] += (history[a, h] - mean[a, h]) ** 2
                sizes[h] += spread[a, h]


@njit(cache=True, nogil=True)
def dispersion(squares: Floats, sizes: Floats, phi: Floats) -> None:
    """Write phi by theme, (H,): pooled, a theme shrunk to all themes, at least 1."""
    overall = (squares.sum() + PHI_WEIGHT_ALL * PHI_START) / (sizes.sum() + PHI_WEIGHT_ALL)
    for h in range(len(phi)):
        phi[h] = max(1.0, (squares[h] + PHI_WEIGHT_THEME * overall) / (sizes[h] + PHI_WEIGHT_THEME))


@njit(cache=True, nogil=True)
def run_baseline(
    history: Counts,
    by_area: Floats,
    by_theme: Floats,
    mean: Floats,
    spread: Floats,
    phi: Floats,
    total: Floats,
    weight: Floats,
    prior: Floats,
) -> tuple[Floats, Floats]:
    """Fill mean and spread (W, A, H) and phi (W, H); leave the state before the week after the last in the rest.

    Returns the sums of squared residuals and of their expected sizes by theme, both (H,).
    """
    n_weeks, _, n_themes = history.shape
    squares, sizes = np.zeros(n_themes), np.zeros(n_themes)
    for t in range(n_weeks + 1):
        past = t - 1 - GAP
        if past >= 0:
            discount_in(total, weight, history[past], by_area[past], by_theme[past])
            if past >= FIRST_RESIDUAL:
                add_residuals(squares, sizes, history[past], mean[past], spread[past])
        prior_means(total, weight, prior)
        if t < n_weeks:
            predict(total, weight, prior, by_area[t], by_theme[t], mean[t], spread[t])
            dispersion(squares, sizes, phi[t])
    return squares, sizes

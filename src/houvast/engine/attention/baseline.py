# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is usual? One pooled expectation for every area and theme, from the weeks before.

    A = Σ δ^j y*, B = Σ δ^j E     over the past without the last two weeks, δ = .97 (half-life 23 weeks)
    prior mean = level of the area × share of the theme in the whole municipality, over the same discounted weeks
    rate = (3 · prior mean + A) / (3 + B)
    m = rate · E,  variance = φ (m + E² rate / (3 + B))
    φ = Σ (y* − m)² / Σ (m + E² rate / (3 + B)), at least 1

A cell with little history is thus expected to be like its area and its theme, and is judged with more room. Dividing
by the predictive variance is φ's small-sample correction: with little history a residual holds the error of m too.
E: known calendar, effort, departed reporters and reporting delay (exposure.py). Confirmed cells have weight 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.baseline_kernels import PRIOR_WEEKS, run_baseline
from houvast.engine.attention.counting import Counts
from houvast.engine.attention.exposure import Exposure
from houvast.engine.attention.observations import Floats


@dataclass(frozen=True, slots=True)
class Baseline:
    """mean, spread: (W, A, H), m and its variance before dispersion; phi: (W, H).

    shape, rate_weeks: (A, H), after the last week: 3 · prior mean + A and 3 + B, the gamma posterior of each rate.
    squares, sizes: (H,) the two sums of φ.
    """

    mean: Floats
    spread: Floats
    phi: Floats
    shape: Floats
    rate_weeks: Floats
    squares: Floats
    sizes: Floats


def expect(history: Counts, exposure: Exposure) -> Baseline:
    """What is usual in every week of history, (W, A, H) counts with −1 where a cell is left out."""
    n_weeks, n_areas, n_themes = history.shape
    mean, spread = np.zeros((2, n_weeks, n_areas, n_themes))
    phi = np.ones((n_weeks, n_themes))
    total, weight, prior = np.zeros((3, n_areas, n_themes))
    sums = run_baseline(history, exposure.by_area, exposure.by_theme, mean, spread, phi, total, weight, prior)
    return Baseline(mean, spread, phi, PRIOR_WEEKS * prior + total, PRIOR_WEEKS + weight, *sums)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much do whole areas and whole themes drift together, beyond what cells do by themselves?

Reporters go on holiday, stop and are followed by others; campaigns lift a theme. Weeks then are not independent, and a
model without this promises too few points for nothing. By moments, for areas (and likewise for themes):

    τ² = Σ (R² − Σ φ · spread) / Σ M²,    R = Σ (y* − m) and M = Σ m over the themes of an area in a week

shrunk to 0.02 with the weight of 200 observations. In quiet worlds (bootstrap.py) each area and theme then carries a
factor whose logarithm is autoregressive of order one with variance ln(1 + τ²); its memory of 0.9 a week (half of it
gone in seven weeks) stands for absences of weeks to months.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.signal import lfilter

from houvast.engine.attention.baseline import Baseline
from houvast.engine.attention.baseline_kernels import FIRST_RESIDUAL
from houvast.engine.attention.counting import Counts
from houvast.engine.attention.observations import Floats

MEMORY = 0.9
PRIOR_VARIATION = 0.02
PRIOR_COUNT = 200.0
MOST = 0.5


@dataclass(frozen=True, slots=True)
class SharedVariation:
    """τ² of areas and of themes."""

    of_areas: float
    of_themes: float


def find_shared_variation(history: Counts, baseline: Baseline) -> SharedVariation:
    """τ² from the weeks after the first six; history: (W, A, H) with −1 where a cell is left out."""
    kept = history[FIRST_RESIDUAL:] >= 0
    residual = np.where(kept, history[FIRST_RESIDUAL:] - baseline.mean[FIRST_RESIDUAL:], 0.0)
    variance = np.where(kept, baseline.spread[FIRST_RESIDUAL:], 0.0) * baseline.phi[FIRST_RESIDUAL:, None, :]
    mean = np.where(kept, baseline.mean[FIRST_RESIDUAL:], 0.0)
    return SharedVariation(_variation(residual, variance, mean, 2), _variation(residual, variance, mean, 1))


def _variation(residual: Floats, variance: Floats, mean: Floats, axis: int) -> float:
    together = mean.sum(axis=axis)
    excess = float(np.sum(residual.sum(axis=axis) ** 2 - variance.sum(axis=axis)))
    size = float(np.sum(together**2))
    average = max(size, 1e-9) / max(float(together.sum()), 1e-9)
    weight = PRIOR_COUNT * average
    return min(max((excess + PRIOR_VARIATION * weight) / (size + weight), 0.0), MOST)


def draw_factors(shape: tuple[int, int], variation: float, *, rng: np.random.Generator) -> Floats:
    """(weeks, series) factors with mean 1 and variance τ²."""
    spread = np.sqrt(np.log1p(variation))
    step = rng.normal(0.0, spread * np.sqrt(1 - MEMORY**2), shape)
    step[0] = rng.normal(0.0, spread, shape[1])
    path = lfilter([1.0], [1.0, -MEMORY], step, axis=0)
    factors: Floats = np.exp(path - spread**2 / 2)
    return factors

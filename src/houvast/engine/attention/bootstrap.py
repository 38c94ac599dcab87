# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would this municipality look like if nothing were the matter? Quiet worlds drawn from its own fitted model.

    rate ~ Gamma((3 · prior mean + A) / φ, φ / (3 + B))     what the rates may be, given the history
    φ* = φ · exp(Normal(0, (1 + 2 m̄) / Σ m))                what the dispersion may be
    y ~ negative binomial (rate · E · drift of the area · drift of the theme, φ*)        shared_variation.py

as many weeks as the municipality has (at most 60), then the weeks that are judged. Everything that is estimated is
estimated again in each world, so that short histories bring their own uncertainty with them.
"""

from __future__ import annotations

import numpy as np

from houvast.engine.attention.baseline import Baseline, expect
from houvast.engine.attention.counting import Counts
from houvast.engine.attention.detectors import look, weekly_maxima
from houvast.engine.attention.exposure import Exposure
from houvast.engine.attention.observations import Floats, Ints
from houvast.engine.attention.shared_variation import SharedVariation, draw_factors

LONGEST_HISTORY = 60
JUDGED_WEEKS = 13
BUILD_UP_FROM = 4
LEAST_EXTRA = 1e-3


def draw_counts(baseline: Baseline, exposure: Exposure, shared: SharedVariation, *, rng: np.random.Generator) -> Counts:
    """(W, A, H) quiet counts under these exposures."""
    phi = _draw_dispersion(baseline, rng)
    inflation = np.maximum(baseline.phi[-1], 1.0)
    rate = rng.gamma(baseline.shape / inflation, inflation / baseline.rate_weeks)
    by_area = exposure.by_area * draw_factors(_shape(exposure.by_area), shared.of_areas, rng=rng)
    by_theme = exposure.by_theme * draw_factors(_shape(exposure.by_theme), shared.of_themes, rng=rng)
    mean = by_area[:, :, None] * by_theme[:, None, :] * rate
    extra = np.maximum(phi - 1, LEAST_EXTRA)
    return rng.poisson(rng.gamma(mean / extra, extra)).astype(np.int16)


def _shape(values: Floats) -> tuple[int, int]:
    return values.shape[0], values.shape[1]


def _draw_dispersion(baseline: Baseline, rng: np.random.Generator) -> Floats:
    phi = baseline.phi[-1]
    mean_count = float(np.mean(baseline.mean[-1]))
    spread = np.sqrt((1 + 2 * mean_count) / max(float(baseline.sizes.sum()), 1.0))
    drawn: Floats = phi * np.exp(rng.normal(0.0, spread))
    return drawn


def future_exposure(exposure: Exposure) -> Exposure:
    """The exposures of the history that is simulated, then of judged weeks like the last one, without events."""
    n_weeks = len(exposure.by_area)
    history = min(n_weeks, LONGEST_HISTORY)
    ahead = np.repeat(exposure.by_area[-1:], JUDGED_WEEKS, axis=0)
    plain = np.ones((JUDGED_WEEKS, exposure.by_theme.shape[1]))
    return Exposure(
        np.concatenate((exposure.by_area[n_weeks - history :], ahead)),
        np.concatenate((exposure.by_theme[n_weeks - history :], plain)),
    )


def quiet_maxima(
    baseline: Baseline,
    exposure: Exposure,
    shared: SharedVariation,
    *,
    near: Ints,
    n_worlds: int,
    rng: np.random.Generator,
) -> Floats:
    """(n_worlds, 13, H, 4) highest scores of each theme in judged weeks of quiet worlds."""
    ahead = future_exposure(exposure)
    first_week = len(ahead.by_area) - JUDGED_WEEKS
    worlds = []
    for _ in range(n_worlds):
        counts = draw_counts(baseline, ahead, shared, rng=rng)
        again = expect(counts, ahead)
        looks = look(counts, again, near=near, first_week=first_week, build_up_from=min(BUILD_UP_FROM, first_week))
        worlds.append(weekly_maxima(looks))
    return np.stack(worlds)

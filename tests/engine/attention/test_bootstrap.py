# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the quiet worlds look like the municipality they are drawn from?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.baseline import Baseline, expect
from houvast.engine.attention.bootstrap import JUDGED_WEEKS, draw_counts, future_exposure, quiet_maxima
from houvast.engine.attention.detectors import neighbour_array
from houvast.engine.attention.exposure import Exposure
from houvast.engine.attention.shared_variation import SharedVariation

WEEKS, AREAS, THEMES, PHI = 80, 8, 5, 1.4
NO_DRIFT = SharedVariation(0.0, 0.0)


def fitted() -> tuple[np.ndarray, Baseline, Exposure]:
    rng = np.random.default_rng(5)
    rate = np.exp(rng.normal(0, 0.6, (AREAS, THEMES)))
    mean = np.broadcast_to(rate, (WEEKS, AREAS, THEMES))
    counts = rng.poisson(rng.gamma(mean / (PHI - 1), PHI - 1)).astype(np.int16)
    exposure = Exposure(np.ones((WEEKS, AREAS)), np.ones((WEEKS, THEMES)))
    return rate, expect(counts, exposure), exposure


def test_drawn_counts_have_the_rates_and_the_dispersion() -> None:
    rate, baseline, exposure = fitted()
    rng = np.random.default_rng(1)
    worlds = np.stack([draw_counts(baseline, exposure, NO_DRIFT, rng=rng) for _ in range(60)])
    assert worlds.mean() == pytest.approx(rate.mean(), rel=0.06)
    means = worlds.mean(axis=1, keepdims=True)
    assert np.mean((worlds - means) ** 2) / worlds.mean() == pytest.approx(PHI, rel=0.1)
    assert 0.02 < (means.std(axis=0) / means.mean(axis=0)).mean() < 0.5


def test_drift_makes_areas_move_together() -> None:
    _, baseline, exposure = fitted()
    rng = np.random.default_rng(1)
    still, moving = (
        np.mean([draw_counts(baseline, exposure, v, rng=rng).sum(axis=2).var(axis=0).mean() for _ in range(20)])
        for v in (NO_DRIFT, SharedVariation(0.2, 0.0))
    )
    assert moving > 1.3 * still


def test_judged_weeks_have_no_events_and_the_last_effort() -> None:
    exposure = Exposure(np.linspace(1, 2, 100)[:, None] * np.ones(AREAS), np.full((100, THEMES), 3.0))
    ahead = future_exposure(exposure)
    assert ahead.by_area.shape == (60 + JUDGED_WEEKS, AREAS)
    np.testing.assert_array_equal(ahead.by_area[:60], exposure.by_area[40:])
    np.testing.assert_array_equal(ahead.by_area[60:], 2.0)
    np.testing.assert_array_equal(ahead.by_theme[60:], 1.0)


def test_maxima_are_the_same_for_the_same_chance() -> None:
    _, baseline, exposure = fitted()
    near = neighbour_array((), AREAS)
    first, second = (
        quiet_maxima(baseline, exposure, NO_DRIFT, near=near, n_worlds=3, rng=np.random.default_rng(1))
        for _ in range(2)
    )
    assert first.shape == (3, JUDGED_WEEKS, THEMES, 4)
    np.testing.assert_array_equal(first, second)

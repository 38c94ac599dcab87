# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is drift of whole areas and themes found where it is, and drawn as it was found?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.baseline import expect
from houvast.engine.attention.exposure import Exposure
from houvast.engine.attention.shared_variation import MEMORY, SharedVariation, draw_factors, find_shared_variation

SHAPE = (150, 10, 6)


def found(of_areas: float, of_themes: float, seed: int) -> SharedVariation:
    rng = np.random.default_rng(seed)
    by_area = draw_factors(SHAPE[:2], of_areas, rng=rng)[:, :, None]
    by_theme = draw_factors((SHAPE[0], SHAPE[2]), of_themes, rng=rng)[:, None, :]
    counts = rng.poisson(by_area * by_theme * np.ones(SHAPE)).astype(np.int16)
    exposure = Exposure(np.ones(SHAPE[:2]), np.ones((SHAPE[0], SHAPE[2])))
    return find_shared_variation(counts, expect(counts, exposure))


def test_no_drift_is_found_as_hardly_any() -> None:
    drift = [found(0.0, 0.0, seed) for seed in range(6)]
    assert np.mean([d.of_areas for d in drift]) < 0.01
    assert np.mean([d.of_themes for d in drift]) < 0.01


def test_drift_of_areas_is_told_from_that_of_themes() -> None:
    areas = [found(0.15, 0.0, seed) for seed in range(6)]
    themes = [found(0.0, 0.15, seed) for seed in range(6)]
    assert 0.07 < np.mean([d.of_areas for d in areas]) < 0.2
    assert 0.07 < np.mean([d.of_themes for d in themes]) < 0.2
    assert np.mean([d.of_themes for d in areas]) < 0.03
    assert np.mean([d.of_areas for d in themes]) < 0.03


def test_without_history_a_little_drift_is_supposed() -> None:
    counts = np.ones((6, 3, 2), dtype=np.int16)
    few = find_shared_variation(counts, expect(counts, Exposure(np.ones((6, 3)), np.ones((6, 2)))))
    assert few.of_areas == pytest.approx(0.02)


def test_factors_have_the_mean_spread_and_memory_that_are_asked() -> None:
    factors = draw_factors((400, 500), 0.1, rng=np.random.default_rng(1))
    assert factors.mean() == pytest.approx(1, abs=0.02)
    assert factors.var() == pytest.approx(0.1, rel=0.1)
    logs = np.log(factors)
    assert np.corrcoef(logs[:-1].ravel(), logs[1:].ravel())[0, 1] == pytest.approx(MEMORY, abs=0.02)
    np.testing.assert_allclose(draw_factors((9, 2), 0.0, rng=np.random.default_rng(1)), 1.0)

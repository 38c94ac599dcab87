# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm

from houvast.engine.landscape.polarisation import (
    compare_on_line,
    estimate_alignment,
    fit_two_curves,
    overlap_of,
)

GRID = np.linspace(-1.5, 1.5, 41)


def people_on_a_line(people: int, distance: float, error: float, rng: np.random.Generator) -> np.ndarray:
    """Likelihoods (n, T): two curves around -1/2 and 1/2, each person seen with a known error."""
    side = np.where(rng.random(people) < 0.6, -0.5, 0.5)
    place = side + rng.standard_normal(people) / distance
    seen = place + error * rng.standard_normal(people)
    return np.exp(-0.5 * ((GRID - seen[:, None]) / error) ** 2)


def test_the_distance_is_freed_of_measurement_error_and_its_interval_covers() -> None:
    rng = np.random.default_rng(1)
    found = [
        compare_on_line(people_on_a_line(300, 3.5, 0.15, rng), grid=GRID, first=0, second=1, rng=rng) for _ in range(20)
    ]
    assert np.mean([f.distance.value for f in found]) == pytest.approx(3.5, rel=0.05)
    assert sum(f.distance.low <= 3.5 <= f.distance.high for f in found) >= 17
    for f in found:
        assert f.distance.value is not None
        assert f.overlap.value == pytest.approx(overlap_of(f.distance.value))
        assert f.overlap.low < f.overlap.value < f.overlap.high


def test_whole_weights_count_like_repeated_people() -> None:
    rng = np.random.default_rng(2)
    likelihood, weight = people_on_a_line(60, 3.0, 0.2, rng), np.arange(60) % 3 + 1.0
    start = (-0.5, 0.5, 0.06, 0.5)
    repeated = np.repeat(likelihood, weight.astype(int), axis=0)
    one = fit_two_curves(likelihood, grid=GRID, weight=weight, start=start, steps=30)
    other = fit_two_curves(repeated, grid=GRID, weight=np.ones(len(repeated)), start=start, steps=30)
    assert one == pytest.approx(other)


@pytest.mark.parametrize("distance", [0.5, 2.0, 4.0])
def test_overlap_is_the_area_under_both_curves(distance: float) -> None:
    x = np.linspace(-10, 10, 20_001)
    area = np.minimum(norm.pdf(x, 0), norm.pdf(x, distance)).sum() * (x[1] - x[0])
    assert overlap_of(distance) == pytest.approx(area, abs=1e-4)


def test_alignment_is_1_without_structure_and_its_interval_knows_how_sure() -> None:
    rng = np.random.default_rng(4)
    expected, intervals = [], []
    for _ in range(150):
        votes = np.sign(rng.standard_normal((200, 1)) + rng.standard_normal((200, 12)))
        votes -= votes.mean(axis=0)
        values, vectors = np.linalg.eigh(votes.T @ votes)
        found = estimate_alignment(
            eigenvalue=values[-1], null_mean=300.0, scores=votes @ vectors[:, -1], energy=(votes**2).sum(axis=1)
        )
        expected.append(found.value)
        intervals.append((found.low, found.high))
    middle = np.mean(np.array(expected, dtype=float))
    assert 0.9 <= np.mean([low <= middle <= high for low, high in intervals]) <= 0.99

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles import ladder_oracle as oracle

from houvast.engine.landscape.line import GRID
from houvast.engine.landscape.valley import (
    FOLDS,
    MODES,
    NO_EVIDENCE,
    SMALLEST_SIDE,
    _bound_unimodal,
    _fit_bumps,
    measure_valley,
)

ERROR = 0.2


def _people(place: np.ndarray, *, rng: np.random.Generator, error: float = ERROR) -> np.ndarray:
    """Likelihood (n, T) of people at these places who are measured once with a normal error."""
    seen = place + rng.normal(0, error, len(place))
    return np.asarray(np.exp(-0.5 * ((GRID - seen[:, None]) / error) ** 2))


def _evidence(place: np.ndarray, *, seed: int = 1) -> float:
    rng = np.random.default_rng(seed)
    likelihood = _people(place, rng=rng)
    second = GRID[likelihood.argmax(axis=1)] > 0
    fold = rng.permutation(len(place)) % FOLDS
    return measure_valley(likelihood=likelihood, grid=GRID, second=second, fold=fold).log_evidence


def _two(gap: float, *, n: int = 300, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.choice([-0.5, 0.5], n) + rng.normal(0, 1 / gap, n)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_two_bumps_apart_speak_for_a_valley(seed: int) -> None:
    assert _evidence(_two(6.0, seed=seed), seed=seed) > 3


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("shape", ["normal", "uniform", "skewed", "one point"])
def test_one_peak_of_whatever_shape_speaks_against_a_valley(shape: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    draws = {
        "normal": rng.normal(0, 0.5, 400),
        "uniform": rng.uniform(-1, 1, 400),
        "skewed": rng.gamma(2, 0.4, 400) - 0.8,
        "one point": np.zeros(400),
    }
    assert _evidence(draws[shape], seed=seed) < 0


def test_the_deeper_the_valley_the_more_evidence() -> None:
    evidence = [_evidence(_two(gap, seed=4), seed=4) for gap in (2.0, 4.0, 8.0)]
    assert evidence == sorted(evidence)


def test_a_side_with_almost_nobody_gives_no_evidence() -> None:
    rng = np.random.default_rng(1)
    likelihood = _people(_two(6.0), rng=rng)
    second = np.arange(300) < SMALLEST_SIDE - 1
    for side in (second, ~second):
        test = measure_valley(likelihood=likelihood, grid=GRID, second=side, fold=np.arange(300) % FOLDS)
        assert test.log_evidence == NO_EVIDENCE
        assert test.n == 300


def test_nobody_is_judged_by_bumps_fitted_to_the_own_votes() -> None:
    """The density for a fold must be the one fitted without it."""
    rng = np.random.default_rng(3)
    likelihood, fold = _people(_two(5.0, n=60), rng=rng), np.arange(60) % FOLDS
    second = GRID[likelihood.argmax(axis=1)] > 0
    expected = -_bound_unimodal(likelihood)
    for f in range(FOLDS):
        density = _fit_bumps(likelihood[fold != f], GRID, second[fold != f].astype(float))
        expected += np.log(likelihood[fold == f] @ density).sum()
    found = measure_valley(likelihood=likelihood, grid=GRID, second=second, fold=fold)
    assert found.log_evidence == pytest.approx(expected)


def test_bumps_are_a_density_with_the_planted_places_and_sizes() -> None:
    rng = np.random.default_rng(2)
    place = np.where(rng.random(2_000) < 0.25, 0.5, -0.5) + rng.normal(0, 0.1, 2_000)
    likelihood = _people(place, rng=rng, error=0.1)
    density = _fit_bumps(likelihood, GRID, (place > 0).astype(float))
    right = GRID > 0
    assert density.sum() == pytest.approx(1.0)
    assert density[right].sum() == pytest.approx(0.25, abs=0.03)
    assert (GRID * density)[right].sum() / density[right].sum() == pytest.approx(0.5, abs=0.05)
    assert (GRID * density)[~right].sum() / density[~right].sum() == pytest.approx(-0.5, abs=0.05)


@pytest.mark.parametrize(("shape", "n"), [("normal", 150), ("two", 150), ("uniform", 60), ("one point", 40)])
def test_the_best_single_peak_is_as_good_as_long_optimisation_makes_it(shape: str, n: int) -> None:
    rng = np.random.default_rng(5)
    place = {
        "normal": rng.normal(0, 0.5, n),
        "two": _two(5.0, n=n),
        "uniform": rng.uniform(-1, 1, n),
        "one point": np.zeros(n),
    }
    likelihood = _people(place[shape], rng=rng)
    points = len(GRID)
    first = points // 6
    modes = tuple(first + m * (points - 1 - 2 * first) // (MODES - 1) for m in range(MODES))
    best = oracle.best_single_peak(likelihood, modes=modes, steps=3_000)
    assert best - 0.15 <= _bound_unimodal(likelihood) <= best + 0.5

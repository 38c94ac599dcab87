# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The compiled sums against the same written with linear algebra, one person and one group at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.landscape.mixture_kernels import fill_log_densities, sum_step

CASES = (st.integers(1, 3), st.integers(1, 4), st.integers(0, 10_000))


def _terms(dims: int, groups: int, seed: int, *, people: int = 7) -> tuple[np.ndarray, ...]:
    """precision (P, D, D), shift (P, D), within_inverse (D, D), pull (K, D), constant (K,)."""
    rng = np.random.default_rng(seed)
    root, width = rng.normal(size=(people, dims, dims)), rng.normal(size=(dims, dims))
    within_inverse = width @ width.T + 0.5 * np.eye(dims)
    pull = rng.normal(size=(groups, dims))
    return (
        root @ root.transpose(0, 2, 1),
        rng.normal(size=(people, dims)),
        within_inverse,
        pull,
        rng.normal(size=groups),
    )


def _weigh(terms: tuple[np.ndarray, ...], i: int, k: int) -> tuple[float, np.ndarray, np.ndarray]:
    """Log density, posterior mean and covariance of person i in group k."""
    precision, shift, within_inverse, pull, constant = terms
    matrix = precision[i] + within_inverse
    mean = np.linalg.solve(matrix, shift[i] + pull[k])
    log_density = constant[k] + 0.5 * (mean @ matrix @ mean - np.linalg.slogdet(matrix)[1])
    return float(log_density), mean, np.linalg.inv(matrix)


@given(*CASES)
def test_densities_are_those_of_linear_algebra(dims: int, groups: int, seed: int) -> None:
    terms = _terms(dims, groups, seed)
    out = np.full((7, groups), np.nan)
    fill_log_densities(2, 5, *terms, out)
    expected = [[_weigh(terms, i, k)[0] for k in range(groups)] for i in range(2, 5)]
    assert np.allclose(out[2:5], expected)
    assert np.isnan(out[[0, 1, 5, 6]]).all(), "only the rows asked for are written"


@given(*CASES)
def test_a_step_sums_what_each_person_adds(dims: int, groups: int, seed: int) -> None:
    terms = _terms(dims, groups, seed)
    log_likelihood, mass, first, second = sum_step(*terms)
    total, own_mass = 0.0, np.zeros(groups)
    own_first, own_second = np.zeros((groups, dims)), np.zeros((dims, dims))
    for i in range(7):
        weighed = [_weigh(terms, i, k) for k in range(groups)]
        density = np.exp([log for log, _, _ in weighed])
        total += np.log(density.sum())
        for k, (_, mean, covariance) in enumerate(weighed):
            chance = density[k] / density.sum()
            own_mass[k] += chance
            own_first[k] += chance * mean
            own_second += chance * (covariance + np.outer(mean, mean))
    assert log_likelihood == pytest.approx(total)
    assert np.allclose(mass, own_mass)
    assert np.allclose(first, own_first)
    assert np.allclose(second, own_second)


def test_what_the_votes_say_is_not_changed() -> None:
    terms = _terms(2, 3, 1)
    before = [term.copy() for term in terms]
    sum_step(*terms)
    fill_log_densities(0, 7, *terms, np.empty((7, 3)))
    assert all(np.array_equal(a, b) for a, b in zip(terms, before, strict=True))

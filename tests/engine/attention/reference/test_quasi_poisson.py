# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from houvast.engine.attention.reference.judgement import Floats
from houvast.engine.attention.reference.quasi_poisson import build_design, fit_levels, fit_levels_and_trend

TIME = np.arange(-40, -4)
LEVEL = np.arange(36) % 4
DESIGN = build_design(TIME, LEVEL, levels=4)
COUNTS = arrays(np.int64, (3, 36), elements=st.integers(1, 60))
WEIGHTS = arrays(np.float64, (3, 36), elements=st.floats(0.1, 2.0))


def fit_slowly(counts: Floats, weights: Floats, columns: Floats) -> tuple[Floats, Floats, Floats]:
    """Newton's method on the full design matrix: coefficients, their variances, leverages."""
    beta = np.linalg.lstsq(columns, np.log(counts + 0.1), rcond=None)[0]
    for _ in range(60):
        mean = np.exp(columns @ beta)
        beta = beta + np.linalg.solve(columns.T * (weights * mean) @ columns, columns.T @ (weights * (counts - mean)))
    working = weights * np.exp(columns @ beta)
    inverse = np.linalg.inv(columns.T * working @ columns)
    return beta, inverse, working * np.einsum("ij,jk,ik->i", columns, inverse, columns)


@settings(max_examples=40, deadline=None)
@given(counts=COUNTS, weights=WEIGHTS)
def test_levels_and_trend_equal_a_fit_on_the_whole_matrix(counts: Floats, weights: Floats) -> None:
    fitted = fit_levels_and_trend(counts.astype(float), weights, DESIGN)
    columns = np.column_stack([np.eye(4)[LEVEL], TIME])
    for row in range(3):
        beta, inverse, leverage = fit_slowly(counts[row], weights[row], columns)
        assert fitted.expect_now()[row] == pytest.approx(beta[0], abs=1e-4)
        assert fitted.solution.slope[row] == pytest.approx(beta[4], abs=1e-5)
        assert fitted.vary_now()[row] == pytest.approx(inverse[0, 0], rel=1e-3)
        assert 1 / fitted.solution.spread[row] == pytest.approx(inverse[4, 4], rel=1e-3)
        np.testing.assert_allclose(fitted.leverage[row], leverage, rtol=1e-3)


@settings(max_examples=40, deadline=None)
@given(counts=COUNTS, weights=WEIGHTS)
def test_levels_alone_are_weighted_means(counts: Floats, weights: Floats) -> None:
    fitted = fit_levels(counts.astype(float), weights, DESIGN)
    for level in range(4):
        chosen = level == LEVEL
        mean = np.average(counts[:, chosen], axis=1, weights=weights[:, chosen])
        np.testing.assert_allclose(np.exp(fitted.solution.intercept[:, level]), mean, rtol=1e-5)
    np.testing.assert_allclose(fitted.leverage.sum(axis=1), 4)


def test_problems_do_not_touch_each_other() -> None:
    counts = np.random.default_rng(1).poisson([[0.1], [3], [200], [0]], (4, 36)).astype(float)
    weights = np.ones_like(counts)
    together = fit_levels_and_trend(counts, weights, DESIGN)
    for row in range(4):
        alone = fit_levels_and_trend(counts[row : row + 1], weights[:1], DESIGN)
        np.testing.assert_allclose(together.mean[row], alone.mean[0], rtol=1e-9)


def test_nothing_but_zeros_gives_a_mean_of_next_to_nothing() -> None:
    fitted = fit_levels_and_trend(np.zeros((1, 36)), np.ones((1, 36)), DESIGN)
    assert np.all((fitted.mean > 0) & (fitted.mean < 1e-8))
    assert np.isfinite(fitted.vary_now()).all()


def test_degrees_of_freedom_count_the_parameters() -> None:
    counts = np.ones((1, 36))
    assert (fit_levels(counts, counts, DESIGN).freedom, fit_levels_and_trend(counts, counts, DESIGN).freedom) == (
        32,
        31,
    )

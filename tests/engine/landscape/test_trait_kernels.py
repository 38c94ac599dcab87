# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import ladder_oracle as oracle
from scipy.optimize import minimize
from scipy.special import expit

from houvast.engine.landscape.trait_kernels import (
    begin_at_prior,
    factor_symmetric,
    invert_symmetric,
    move_along,
    person_step,
    statement_step,
)


def _symmetric(size: int, seed: int) -> np.ndarray:
    root = np.random.default_rng(seed).normal(size=(size, size))
    return root @ root.T + 0.3 * np.eye(size)


@given(st.integers(1, 6), st.integers(0, 10_000))
def test_factor_and_inverse_are_those_of_linear_algebra(size: int, seed: int) -> None:
    matrix = _symmetric(size, seed)
    factor, inverse, scratch = matrix.copy(), np.empty((size, size)), matrix.copy()
    factor_symmetric(factor)
    invert_symmetric(scratch, inverse)
    assert np.allclose(np.tril(factor), np.linalg.cholesky(matrix))
    assert np.allclose(inverse, np.linalg.inv(matrix))
    assert np.array_equal(np.tril(scratch), np.tril(factor))


def test_only_the_lower_half_of_the_matrix_is_read() -> None:
    matrix = _symmetric(4, 1)
    scratch, inverse = np.tril(matrix) + np.triu(np.full((4, 4), 77.0), 1), np.empty((4, 4))
    invert_symmetric(scratch, inverse)
    assert np.allclose(inverse, np.linalg.inv(matrix))


def test_the_prior_pulls_to_zero_and_steps_are_bounded() -> None:
    at, gradient, hessian = np.array([3.0, -1.0]), np.empty(2), np.zeros((2, 2))
    begin_at_prior(np.array([2.0, 0.5]), at, gradient, hessian)
    assert gradient.tolist() == [-6.0, 0.5]
    assert hessian.tolist() == [[2.0, 0.0], [0.0, 0.5]]
    move_along(np.diag([0.5, 2.0]), gradient, 2.0, at)
    assert at.tolist() == [1.0, 0.0]


@pytest.mark.parametrize(("votes", "seed"), [(0, 1), (3, 2), (12, 3), (30, 4)])
def test_a_person_comes_to_stand_where_the_posterior_has_its_top(votes: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    intercept, slope = rng.normal(0.2, 0.8, votes), rng.normal(0, 1.5, votes)
    agree = (rng.random(votes) < expit(intercept + slope)).astype(np.int8)
    mean, covariance = np.zeros((1, 2)), np.empty((1, 2, 2))
    person_step(
        0, 1, np.array([0, votes]), np.arange(votes, dtype=np.int32), agree, intercept,
        np.column_stack([slope, np.ones(votes)]), np.array([1.0, 1 / 0.4]), 25, mean, covariance,
    )  # fmt: skip
    mode, true_mean, true_covariance = oracle.trait_posterior(
        agree=agree, intercept=intercept, slope=slope, style_variance=0.4
    )
    assert np.abs(mean[0] - mode).max() < 0.012  # the oracle looks at points 1/60 apart
    spread = np.sqrt(np.diag(true_covariance))
    assert (np.abs(mean[0] - true_mean) < 0.4 * spread).all()
    assert np.abs(np.sqrt(np.diag(covariance[0])) / spread - 1).max() < 0.12


def test_persons_outside_the_range_are_left_alone() -> None:
    mean, covariance = np.full((3, 2), 0.7), np.full((3, 2, 2), 0.2)
    person_step(
        1, 2, np.array([0, 1, 2, 3]), np.zeros(3, dtype=np.int32), np.ones(3, dtype=np.int8), np.zeros(1),
        np.ones((1, 2)), np.ones(2), 3, mean, covariance,
    )  # fmt: skip
    assert (mean[[0, 2]] == 0.7).all()
    assert (covariance[[0, 2]] == 0.2).all()
    assert (mean[1] != 0.7).all()


def _fit_statement(
    agree: np.ndarray, mean: np.ndarray, weight: np.ndarray, covariance: np.ndarray, steps: int = 30
) -> tuple[np.ndarray, np.ndarray]:
    people, d = mean.shape
    intercept, loading, spread = np.zeros(1), np.zeros((1, d)), np.empty((1, d, d))
    loading[:, -1] = 1.0
    prior = np.array([1 / 9, *[1 / 2.0] * (d - 1)])
    start, person = np.array([0, people]), np.arange(people, dtype=np.int32)
    for _ in range(steps):
        statement_step(
            0, 1, start, person, agree.astype(np.int8), weight, mean, covariance, prior, intercept, loading, spread
        )
    assert loading[0, -1] == 1.0, "response style keeps its 1"
    return np.array([intercept[0], *loading[0, :-1]]), spread[0]


def test_a_statement_gets_the_logistic_regression_on_where_people_stand() -> None:
    rng = np.random.default_rng(5)
    mean = rng.normal(size=(200, 3)) * [1.0, 1.0, 0.5]
    agree = rng.random(200) < expit(-0.4 + mean @ [1.3, -0.7, 1.0])

    def loss(parameter: np.ndarray) -> float:
        lean = parameter[0] + mean[:, :2] @ parameter[1:] + mean[:, 2]
        votes = np.log1p(np.exp(np.where(agree, -lean, lean))).sum()
        return float(votes + 0.5 * (parameter**2 * [1 / 9, 1 / 2, 1 / 2]).sum())

    best = minimize(loss, np.zeros(3), tol=1e-10)
    found, spread = _fit_statement(agree, mean, np.ones(200), np.zeros((200, 3, 3)))
    assert np.allclose(found, best.x, atol=1e-4)
    known = np.column_stack([np.ones(200), mean[:, :2]])
    p = expit(known @ best.x + mean[:, 2])
    information = known.T @ (known * (p * (1 - p))[:, None]) + np.diag([1 / 9, 1 / 2, 1 / 2])
    assert np.allclose(spread, np.linalg.inv(information), atol=1e-5)


def test_unsure_places_count_by_their_expectation() -> None:
    """The expected log-likelihood over N(mean, variance), by quadrature instead of MacKay's approximation."""
    rng = np.random.default_rng(6)
    place, variance = rng.normal(size=400), 0.3
    agree = rng.random(400) < expit(0.3 + 1.8 * place)
    node, mass = np.polynomial.hermite_e.hermegauss(41)
    points = place[:, None] + np.sqrt(variance) * node

    def loss(parameter: np.ndarray) -> float:
        lean = parameter[0] + parameter[1] * points
        expected = np.log1p(np.exp(np.where(agree[:, None], -lean, lean))) @ mass / mass.sum()
        return float(expected.sum() + 0.5 * (parameter**2 * [1 / 9, 1 / 2]).sum())

    covariance = np.zeros((400, 2, 2))
    covariance[:, 0, 0] = variance
    mean = np.column_stack([place, np.zeros(400)])
    found = _fit_statement(agree, mean, np.ones(400), covariance)[0]
    sure = _fit_statement(agree, mean, np.ones(400), covariance * 0)[0]
    best = minimize(loss, np.zeros(2)).x
    assert np.abs(found - best).max() < 0.06
    assert np.abs(sure - best).max() > 0.3


def test_a_weight_of_two_counts_like_two_people() -> None:
    rng = np.random.default_rng(7)
    mean = np.column_stack([rng.normal(size=30), np.zeros(30)])
    agree = rng.random(30) < 0.6
    weight = np.where(np.arange(30) < 10, 2.0, 1.0)
    rows = np.repeat(np.arange(30), weight.astype(int))
    spread = np.broadcast_to(np.eye(2) * 0.1, (40, 2, 2)).copy()
    weighted = _fit_statement(agree, mean, weight, spread[:30])
    repeated = _fit_statement(agree[rows], mean[rows], np.ones(40), spread)
    assert np.allclose(weighted[0], repeated[0])
    assert np.allclose(weighted[1], repeated[1])

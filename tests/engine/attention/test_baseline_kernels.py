# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the compiled steps of the baseline do what their formulas say?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.baseline_kernels import add_residuals, discount_in, dispersion, predict, prior_means


def test_a_week_is_added_and_the_past_fades() -> None:
    total, weight = np.full((1, 2), 10.0), np.full((1, 2), 5.0)
    discount_in(total, weight, np.array([[3, -1]], dtype=np.int16), np.array([2.0]), np.array([1.0, 1.5]))
    np.testing.assert_allclose(total, [[9.7 + 3, 9.7]])
    np.testing.assert_allclose(weight, [[4.85 + 2, 4.85]])


def test_prior_means_are_level_times_share() -> None:
    total = np.array([[30.0, 10.0], [6.0, 2.0]])
    prior = np.zeros((2, 2))
    prior_means(total, np.full((2, 2), 10.0), prior)
    np.testing.assert_allclose(prior[:, 0] / prior[:, 1], (36.1 / 12.1))
    city = (48 + 0.2) / (20 + 1)
    np.testing.assert_allclose(prior.sum(axis=1), [(40 + city) / 11, (8 + city) / 11])


def test_an_area_without_history_is_expected_to_be_like_the_others() -> None:
    total, weight, prior = np.zeros((3, 2)), np.zeros((3, 2)), np.zeros((3, 2))
    total[:2], weight[:2] = 20.0, 10.0
    prior_means(total, weight, prior)
    np.testing.assert_allclose(prior[2], prior[0], rtol=0.15)


def test_the_prediction_holds_the_doubt_about_the_rate() -> None:
    mean, spread = np.zeros((1, 1)), np.zeros((1, 1))
    predict(np.array([[17.0]]), np.array([[7.0]]), np.array([[1.0]]), np.array([2.0]), np.array([1.5]), mean, spread)
    assert mean[0, 0] == pytest.approx(3 * 20 / 10)
    assert spread[0, 0] == pytest.approx(6 + 9 * 2 / 10)


def test_dispersion_is_pooled_and_never_below_one() -> None:
    squares, sizes, phi = np.zeros(2), np.zeros(2), np.zeros(2)
    history = np.array([[4, 0], [-1, 1]], dtype=np.int16)
    add_residuals(squares, sizes, history, np.ones((2, 2)), np.full((2, 2), 1.1))
    np.testing.assert_allclose(squares, [9.0, 1.0])
    np.testing.assert_allclose(sizes, [1.1, 2.2])
    overall = (10 + 24) / (3.3 + 20)
    dispersion(squares, sizes, phi)
    np.testing.assert_allclose(phi, [(9 + 50 * overall) / 51.1, (1 + 50 * overall) / 52.2])
    dispersion(np.zeros(2), np.full(2, 1000.0), phi)
    np.testing.assert_allclose(phi, 1.0)

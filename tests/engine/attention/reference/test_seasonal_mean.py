# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import PoissonRegressor

from houvast.engine.attention.reference.judgement import Floats
from houvast.engine.attention.reference.seasonal_mean import expect_season

WEEK = np.arange(260)
MEAN = np.exp(1.0 + 0.004 * WEEK + 0.5 * np.cos(2 * np.pi * WEEK / 52) - 0.3 * np.sin(2 * np.pi * WEEK / 52))


def draw(phi: float, *, series: int = 30) -> Floats:
    size = MEAN[:, None] / (phi - 1)
    return np.random.default_rng(1).negative_binomial(size, 1 / phi, (260, series)).astype(float)


def test_trend_and_season_are_carried_on() -> None:
    expected = expect_season(draw(1.3)[:208], ahead=52)
    np.testing.assert_allclose(expected.mean.mean(axis=1), MEAN[208:], rtol=0.05)


def test_the_fit_is_that_of_a_poisson_regression() -> None:
    past = draw(2.0, series=1)[:156]
    columns = np.column_stack([WEEK / 100, np.cos(2 * np.pi * WEEK / 52), np.sin(2 * np.pi * WEEK / 52)])
    other = PoissonRegressor(alpha=0, tol=1e-10, max_iter=1000).fit(columns[:156], past[:, 0])
    np.testing.assert_allclose(expect_season(past, ahead=104).mean[:, 0], other.predict(columns[156:]), rtol=1e-3)


@pytest.mark.parametrize("phi", [1.0001, 1.5, 4.0])
def test_dispersion_is_found_again(phi: float) -> None:
    assert expect_season(draw(phi), ahead=1).dispersion.mean() == pytest.approx(phi, rel=0.1)


def test_silence_is_expected_to_go_on() -> None:
    expected = expect_season(np.zeros((156, 2)), ahead=10)
    assert np.all((expected.mean > 0) & (expected.mean < 0.01))
    assert expected.dispersion.tolist() == [1, 1]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the compiled tails equal those of SciPy, also far out?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from houvast.engine.attention.tails import log_pmf, quantile, surprise

MEANS = st.floats(0.01, 60)
PHIS = st.one_of(st.just(1.0), st.floats(1.01, 8))


def _scipy(mean: float, phi: float) -> stats.rv_discrete:
    return stats.poisson(mean) if phi == 1.0 else stats.nbinom(mean / (phi - 1), 1 / phi)


@given(st.integers(0, 80), MEANS, PHIS)
def test_probabilities_equal_scipy(y: int, mean: float, phi: float) -> None:
    assert log_pmf(y, mean, phi * mean) == pytest.approx(_scipy(mean, phi).logpmf(y), rel=1e-7, abs=1e-8)


@given(st.integers(1, 80), MEANS, PHIS)
def test_surprise_is_the_mid_p_tail(y: int, mean: float, phi: float) -> None:
    if y <= mean:
        assert surprise(y, mean, phi * mean) == 0.0
        return
    chance = _scipy(mean, phi).sf(y) + _scipy(mean, phi).pmf(y) / 2
    assert surprise(y, mean, phi * mean) == pytest.approx(-math.log(chance), rel=1e-6)


def test_far_out_the_tail_keeps_its_precision() -> None:
    assert surprise(200, 1.0, 1.0) == pytest.approx(-math.log(0.5) - stats.poisson(1).logpmf(200), rel=1e-4)


@given(MEANS, PHIS, st.sampled_from([0.05, 0.5, 0.95]))
def test_quantiles_equal_scipy(mean: float, phi: float, share: float) -> None:
    exact = _scipy(mean, phi)
    found = quantile(share, mean, phi * mean)
    assert found == exact.ppf(share) or abs(exact.cdf(min(found, exact.ppf(share))) - share) < 1e-9


@given(st.integers(1, 50), st.floats(0.1, 20), PHIS)
def test_more_is_more_surprising_and_expecting_more_less(y: int, mean: float, phi: float) -> None:
    assert surprise(y + 1, mean, phi * mean) >= surprise(y, mean, phi * mean)
    assert surprise(y, 1.5 * mean, 1.5 * phi * mean) <= surprise(y, mean, phi * mean) + 1e-9

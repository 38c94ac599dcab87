# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from houvast.engine.attention.reference.count_quantile import LARGEST_MEAN, find_upper_quantile


@given(
    mean=st.floats(0.001, 500),
    phi=st.one_of(st.just(1.0), st.floats(1.01, 8)),
    alpha=st.sampled_from([0.05, 0.01, 0.001]),
)
def test_it_is_the_smallest_count_exceeded_with_probability_alpha_at_most(
    mean: float, phi: float, alpha: float
) -> None:
    bound = find_upper_quantile(np.array([mean]), np.array([phi]), alpha=alpha)[0]
    law = stats.poisson(mean) if phi == 1 else stats.nbinom(mean / (phi - 1), 1 / phi)
    assert law.cdf(bound) >= 1 - alpha - 1e-12
    assert bound == 0 or law.cdf(bound - 1) < 1 - alpha + 1e-12


def test_dispersion_next_to_one_is_poisson() -> None:
    mean = np.linspace(0.1, 50, 40)
    plain = find_upper_quantile(mean, np.ones(40), alpha=0.01)
    np.testing.assert_array_equal(find_upper_quantile(mean, np.full(40, 1 + 1e-12), alpha=0.01), plain)


def test_an_endless_mean_is_capped_so_that_the_search_returns() -> None:
    bound = find_upper_quantile(np.array([1e25, np.inf]), np.array([1.5, 1.0]), alpha=0.01)
    assert np.all((bound > LARGEST_MEAN) & (bound < 1.01 * LARGEST_MEAN))

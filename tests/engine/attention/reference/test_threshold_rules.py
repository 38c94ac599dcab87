# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from houvast.engine.attention.reference.count_quantile import LARGEST_MEAN
from houvast.engine.attention.reference.farrington import Expectation
from houvast.engine.attention.reference.judgement import Floats
from houvast.engine.attention.reference.threshold_rules import bound_by_delta, bound_by_plug_in, bound_by_upper_mean


def expected(mean: float, *, link_se: float, dispersion: float) -> Expectation:
    def one(value: float) -> Floats:
        return np.array([[value]])

    return Expectation(one(mean), one(link_se), one(dispersion), np.array([[False]]))


def test_delta_is_the_written_formula() -> None:
    mean, phi, se = 9.0, 1.7, 0.8
    noise = 4 / 9 * mean ** (1 / 3) * (phi + se**2 / mean)
    bound = (mean ** (2 / 3) + 2.5758293035489004 * noise**0.5) ** 1.5
    ours = bound_by_delta(expected(mean, link_se=se / mean, dispersion=phi), alpha=0.005)
    assert ours[0, 0] == pytest.approx(bound, rel=1e-12)


@pytest.mark.parametrize("phi", [1.0, 1.3, 6.0])
def test_plug_in_is_exceeded_with_probability_alpha_at_most(phi: float) -> None:
    bound = bound_by_plug_in(expected(8.0, link_se=0.3, dispersion=phi), alpha=0.005)[0, 0]
    law = stats.poisson(8.0) if phi == 1 else stats.nbinom(8.0 / (phi - 1), 1 / phi)
    assert law.sf(bound) <= 0.005 < law.sf(bound - 1)


def test_not_knowing_the_mean_raises_the_bound() -> None:
    certain, unsure = (expected(8.0, link_se=se, dispersion=1.3) for se in (0.0, 0.3))
    assert bound_by_upper_mean(certain, alpha=0.005) == bound_by_plug_in(certain, alpha=0.005)
    assert bound_by_upper_mean(unsure, alpha=0.005) > bound_by_plug_in(unsure, alpha=0.005)


def test_a_mean_that_could_be_anything_gives_an_astronomical_bound_and_returns() -> None:
    bound = bound_by_upper_mean(expected(1e-9, link_se=1e4, dispersion=1.4), alpha=0.005)[0, 0]
    assert LARGEST_MEAN < bound < 1.01 * LARGEST_MEAN

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import read_chart, read_counts
from scipy import stats

from houvast.engine.attention.reference.chart import Chart
from houvast.engine.attention.reference.farrington import FARRINGTON_FLEXIBLE
from houvast.engine.attention.reference.lr_cusum import (
    judge_lr_cusum_on_farrington,
    judge_lr_cusum_on_season,
    judge_negative_binomial_lr_cusum,
    judge_poisson_lr_cusum,
    measure_extra_variance,
    run_negative_binomial_lr_cusum,
    run_poisson_lr_cusum,
    run_two_sd_cusum,
)

EXTRA = 0.25


def run_as_r(method: str, limit: str) -> tuple[Chart, dict[str, np.ndarray]]:
    of_r, counts = read_chart(method=method, limit=limit), read_counts()[576:, ::4].astype(float)
    if method == "cusum_pois":
        return run_poisson_lr_cusum(counts, of_r["mu0"], limit=float(limit)), of_r
    extra = np.full(14, EXTRA)
    return run_negative_binomial_lr_cusum(counts, of_r["mu0"], extra=extra, limit=float(limit)), of_r


@pytest.mark.parametrize("limit", ["3", "5"])
@pytest.mark.parametrize("method", ["cusum_pois", "cusum_nb"])
def test_statistics_and_alarms_equal_those_of_r_on_every_series(method: str, limit: str) -> None:
    ours, of_r = run_as_r(method, limit)
    np.testing.assert_allclose(ours.statistic, of_r["statistic"], rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(ours.alarm, of_r["alarm"] == 1)


def test_the_mean_behind_them_is_that_of_the_weeks_before() -> None:
    counts = read_counts()[:, ::4]
    of_r = read_chart(method="cusum_pois", limit="5")
    np.testing.assert_array_equal(judge_poisson_lr_cusum(counts, first=576).alarm, of_r["alarm"] == 1)


def test_an_increment_is_the_log_likelihood_ratio_of_a_doubling() -> None:
    y, mean = np.array([[9.0]]), np.array([[4.0]])
    poisson = run_poisson_lr_cusum(y, mean, limit=50.0).statistic[0, 0]
    assert poisson == pytest.approx(stats.poisson.logpmf(9, 8) - stats.poisson.logpmf(9, 4))
    spread = run_negative_binomial_lr_cusum(y, mean, extra=np.array([EXTRA]), limit=50.0).statistic[0, 0]
    size = 1 / EXTRA
    expected = stats.nbinom.logpmf(9, size, size / (size + 8)) - stats.nbinom.logpmf(9, size, size / (size + 4))
    assert spread == pytest.approx(expected)


def test_two_standard_deviations_are_the_shift_of_the_chart_on_an_expectation() -> None:
    y, mean, phi = np.array([[9.0]]), np.array([[4.0]]), 1.5
    ours = run_two_sd_cusum(y, mean, dispersion=np.array([phi]), limit=50.0).statistic[0, 0]
    size, raised = 4.0 / (phi - 1), 4.0 + 2 * (phi * 4.0) ** 0.5
    ratio = stats.nbinom.logpmf(9, size, size / (size + raised)) - stats.nbinom.logpmf(9, size, size / (size + 4))
    assert ours == pytest.approx(ratio)


def test_next_to_no_extra_variance_is_poisson() -> None:
    counts = np.random.default_rng(1).poisson(3.0, (30, 5)).astype(float)
    mean = np.full((30, 5), 3.0)
    plain = run_poisson_lr_cusum(counts, mean, limit=4.0)
    spread = run_negative_binomial_lr_cusum(counts, mean, extra=np.full(5, 1e-9), limit=4.0)
    np.testing.assert_allclose(spread.statistic, plain.statistic, atol=1e-5)


def test_extra_variance_is_found_again() -> None:
    past = np.random.default_rng(2).negative_binomial(4, 4 / 14, (20_000, 1)).astype(float)
    assert measure_extra_variance(past)[0] == pytest.approx(EXTRA, abs=0.02)
    assert measure_extra_variance(np.full((10, 1), 7.0))[0] > 0


def test_a_slow_doubling_is_found_on_top_of_farringtons_expectation_and_a_season_is_not() -> None:
    week = np.arange(340)
    mean = 6 * np.exp(0.8 * np.cos(2 * np.pi * week / 52))
    quiet = np.random.default_rng(3).poisson(mean[:, None], (340, 60))
    doubled = quiet.copy()
    doubled[330:] += quiet[330 - 52 : 340 - 52]
    found, false = (
        judge_lr_cusum_on_farrington(counts, first=320, design=FARRINGTON_FLEXIBLE).alarm.any(axis=0).mean()
        for counts in (doubled, quiet)
    )
    assert found > 0.9
    assert false < 0.15


def test_trend_and_season_of_the_past_are_no_shift_and_a_doubling_is() -> None:
    mean = 6 * np.exp(0.003 * np.arange(200) + 0.6 * np.cos(2 * np.pi * np.arange(200) / 52))
    quiet = np.random.default_rng(5).poisson(mean[:, None], (200, 60))
    loud = quiet.copy()
    loud[190:] *= 2
    found, false = (judge_lr_cusum_on_season(c, first=180).alarm.any(axis=0).mean() for c in (loud, quiet))
    assert found > 0.9
    assert false < 0.1


def test_overdispersed_counts_do_not_flood_the_negative_binomial_chart() -> None:
    counts = np.random.default_rng(4).negative_binomial(1.0, 1 / 6, (150, 50))
    poisson, spread = (
        judge(counts, first=100).alarm.mean() for judge in (judge_poisson_lr_cusum, judge_negative_binomial_lr_cusum)
    )
    assert spread < 0.01
    assert poisson > 0.05

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import read_chart, read_counts
from scipy import optimize, stats

from houvast.engine.attention.reference.chart import Chart
from houvast.engine.attention.reference.glr import (
    judge_glr_on_season,
    judge_negative_binomial_glr,
    judge_poisson_glr,
    run_negative_binomial_glr,
    run_poisson_glr,
)
from houvast.engine.attention.reference.judgement import Floats

EXTRA = 0.25


def run_as_r(method: str, counts: Floats, mean: Floats, limit: float) -> Chart:
    if method == "glrnb":
        return run_negative_binomial_glr(counts, mean, extra=np.full(len(mean), EXTRA), limit=limit, longest=13)
    shortest, longest = {"glrpois": (1, len(counts)), "glrpois_win": (2, 13)}[method]
    return run_poisson_glr(counts, mean, limit=limit, longest=longest, shortest=shortest)


@pytest.mark.parametrize("limit", ["3", "5"])
@pytest.mark.parametrize("method", ["glrpois", "glrpois_win", "glrnb"])
def test_statistics_and_alarms_equal_those_of_r_on_every_series(method: str, limit: str) -> None:
    of_r, counts = read_chart(method=method, limit=limit), read_counts()[576:, ::4].astype(float)
    ours = run_as_r(method, counts, of_r["mu0"][0], float(limit))
    np.testing.assert_allclose(ours.statistic, of_r["statistic"], rtol=1e-7, atol=1e-9)
    np.testing.assert_array_equal(ours.alarm, of_r["alarm"] == 1)


def test_the_judgement_is_the_chart_on_the_mean_of_the_weeks_before() -> None:
    of_r = read_chart(method="glrpois", limit="5")
    np.testing.assert_array_equal(judge_poisson_glr(read_counts()[:, ::4], first=576).alarm, of_r["alarm"] == 1)


@pytest.mark.parametrize("method", ["glrpois", "glrnb"])
def test_the_statistic_is_the_best_likelihood_ratio_of_any_start_and_factor(method: str) -> None:
    counts, mean = np.array([2.0, 5, 1, 7, 6]), 3.0

    def ratio(kappa: float, since: int) -> float:
        y, raised = counts[since:], mean * np.exp(kappa)
        if method == "glrpois":
            return float((stats.poisson.logpmf(y, raised) - stats.poisson.logpmf(y, mean)).sum())
        size = 1 / EXTRA
        laws = [stats.nbinom(size, size / (size + m)) for m in (raised, mean)]
        return float((laws[0].logpmf(y) - laws[1].logpmf(y)).sum())

    best = max(
        -optimize.minimize_scalar(lambda k, s=since: -ratio(k, s), bounds=(0, 3), method="bounded").fun
        for since in range(5)
    )
    ours = run_as_r(method, counts[:, None], np.array([mean]), 50.0)
    assert ours.statistic[-1, 0] == pytest.approx(best, rel=1e-6)


@pytest.mark.parametrize("method", ["glrpois", "glrnb"])
def test_the_bound_is_where_the_statistic_meets_the_limit(method: str) -> None:
    rng = np.random.default_rng(1)
    mean = np.array([0.05, 0.7, 3.0, 40.0])
    counts = rng.poisson(mean * 1.3, (12, 4)).astype(float)
    bound = run_as_r(method, counts, mean, 5.0).bound[-1]
    for shift, alarms in ((1e-6, True), (-1e-6, False)):
        counts[-1] = bound * (1 + shift)
        assert (run_as_r(method, counts, mean, 5.0).alarm[-1] == alarms).all()


def test_a_season_is_no_rise_to_the_chart_that_knows_it() -> None:
    mean = 8 * np.exp(0.7 * np.cos(2 * np.pi * np.arange(300) / 52))
    counts = np.random.default_rng(3).poisson(mean[:, None], (300, 40))
    plain, seasonal = (judge(counts, first=248).alarm.mean() for judge in (judge_poisson_glr, judge_glr_on_season))
    assert plain > 0.05
    assert seasonal < 0.02


def test_extra_variance_quietens_the_chart() -> None:
    counts = np.random.default_rng(2).negative_binomial(1.0, 1 / 6, (150, 50))
    poisson, spread = (
        judge(counts, first=100).alarm.mean() for judge in (judge_poisson_glr, judge_negative_binomial_glr)
    )
    assert spread < 0.02 < poisson

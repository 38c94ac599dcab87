# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import FARRINGTON_ANSWERS, FIRST_JUDGED, FarringtonAnswer, read_counts, read_farrington

from houvast.engine.attention.reference.farrington import (
    FARRINGTON_1996,
    FARRINGTON_FLEXIBLE,
    FLEXIBLE_THREE_YEARS,
    Expectation,
    FarringtonDesign,
    expect_counts,
    measure_dispersion,
    measure_dispersion_as_r,
)
from houvast.engine.attention.reference.judgement import Floats

JUDGED = np.arange(FIRST_JUDGED, 624)
WEEK = 400


@pytest.mark.parametrize("answer", FARRINGTON_ANSWERS, ids=lambda answer: answer.file)
def test_expectation_dispersion_and_trend_equal_those_of_r(answer: FarringtonAnswer) -> None:
    of_r = read_farrington(answer.file)
    ours = expect_counts(read_counts().astype(float), JUDGED, design=answer.design, dispersion_of=answer.dispersion_of)
    printed = ~np.isnan(of_r["expected"])
    np.testing.assert_allclose(ours.mean[printed], of_r["expected"][printed], rtol=1e-9)
    np.testing.assert_allclose(ours.dispersion, of_r["phi"], rtol=1e-9)
    np.testing.assert_array_equal(ours.trend, of_r["trend"] == 1)


def draw(mean: float, *, seed: int, series: int = 40) -> Floats:
    return np.random.default_rng(seed).poisson(mean, (WEEK + 1, series)).astype(float)


def expect(counts: Floats, design: FarringtonDesign = FARRINGTON_FLEXIBLE) -> Expectation:
    return expect_counts(counts, np.array([WEEK]), design=design)


def test_the_last_half_year_and_the_judged_week_have_no_say() -> None:
    counts = draw(6.0, seed=1)
    changed = counts.copy()
    changed[WEEK - 26 :] += 100
    np.testing.assert_array_equal(expect(counts).mean, expect(changed).mean)
    changed[WEEK - 27] += 100
    assert np.all(expect(counts).link_se != expect(changed).link_se)


def test_farrington_1996_reads_only_the_same_weeks_of_earlier_years() -> None:
    counts = draw(6.0, seed=2)
    changed = counts.copy()
    read = [WEEK - 52 * year + shift for year in range(1, 6) for shift in range(-3, 4)]
    changed[np.setdiff1d(np.arange(WEEK + 1), read)] += 50
    np.testing.assert_array_equal(expect(counts, FARRINGTON_1996).mean, expect(changed, FARRINGTON_1996).mean)


def test_a_past_outbreak_hardly_raises_the_expectation() -> None:
    counts = draw(6.0, seed=3)
    struck = counts.copy()
    struck[WEEK - 52] += 60
    never = FarringtonDesign(5, 3, 10, 26, outlier_above=float("inf"), trend_below=0)
    reweighted = FarringtonDesign(5, 3, 10, 26, outlier_above=2.58, trend_below=0)
    raised = expect(struck, never).mean / expect(counts, never).mean
    kept = expect(struck, reweighted).mean / expect(counts, reweighted).mean
    assert 1.2 < raised.mean() < 1.4
    assert 0.99 < kept.mean() < 1.03


def test_a_steady_rise_is_followed() -> None:
    mean = 4 * np.exp(0.004 * np.arange(WEEK + 1))
    counts = np.random.default_rng(4).poisson(mean[:, None], (WEEK + 1, 60)).astype(float)
    counts[WEEK - 60] = 60
    followed = expect(counts)
    assert followed.trend.all()
    assert followed.mean.mean() == pytest.approx(mean[WEEK], rel=0.05)


def test_two_years_are_too_few_for_a_trend() -> None:
    mean = 4 * np.exp(0.008 * np.arange(WEEK + 1))
    counts = np.random.default_rng(5).poisson(mean[:, None], (WEEK + 1, 20)).astype(float)
    counts[WEEK - 60] = 400
    assert not expect(counts, FarringtonDesign(2, 3, 10, 26, 2.58, 0.05)).trend.any()
    assert expect(counts, FLEXIBLE_THREE_YEARS).trend.all()


def test_the_corrected_dispersion_keeps_few_trends_where_there_are_none_and_rs_many() -> None:
    counts = draw(20.0, seed=6, series=400)
    weeks = np.array([WEEK])
    ours, of_r = (
        expect_counts(counts, weeks, design=FARRINGTON_FLEXIBLE, dispersion_of=rule).trend.mean()
        for rule in (measure_dispersion, measure_dispersion_as_r)
    )
    assert 0.02 < ours < 0.09
    assert of_r > 0.5


def test_minimum_weeks_is_what_a_judged_week_reads() -> None:
    assert [d.minimum_weeks for d in (FARRINGTON_1996, FLEXIBLE_THREE_YEARS)] == [263, 159]


def test_a_year_of_which_half_is_left_out_has_fewer_seasons_and_still_an_answer() -> None:
    counts = draw(8.0, seed=7, series=60)
    expected = expect(counts, FarringtonDesign(1, 3, 10, 26, 2.58, 0.05))
    assert np.isfinite(expected.mean).all()
    assert np.isfinite(expected.link_se).all()
    assert expected.dispersion.max() > 1
    assert expected.mean.mean() == pytest.approx(8.0, rel=0.1)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.simulate.outbreak_series import (
    CURRENT,
    PAST,
    SCENARIOS,
    WEEKS,
    OutbreakSeries,
    simulate_outbreak_series,
)


@pytest.fixture(scope="module")
def series() -> OutbreakSeries:
    return simulate_outbreak_series(replicates=40, rng=np.random.default_rng(1))


def test_there_are_28_different_scenarios_of_seven_sets() -> None:
    assert len(set(SCENARIOS)) == 28
    assert sum(s.slope == 0 for s in SCENARIOS) == sum(s.harmonics == 0 for s in SCENARIOS) == 14


def test_the_expected_count_is_the_written_formula() -> None:
    scenario = next(s for s in SCENARIOS if s.level == 1.5 and s.slope > 0 and s.harmonics == 1)
    t = 100
    angle = 2 * np.pi * t / 52
    assert scenario.expect()[t - 1] == pytest.approx(
        np.exp(1.5 + 0.003 * t + 0.2 * np.cos(angle) - 0.4 * np.sin(angle))
    )


def test_quiet_weeks_have_the_stated_mean_and_variance(series: OutbreakSeries) -> None:
    for index, scenario in enumerate(SCENARIOS):
        counts = series.quiet[: PAST[0], series.scenario == index]
        mean = scenario.expect()[: PAST[0], None]
        ratio = ((counts - mean) ** 2 / mean).mean() / scenario.dispersion
        assert counts.mean() == pytest.approx(mean.mean(), rel=0.12)
        assert 0.8 < ratio < 1.25


def test_the_current_outbreak_is_all_that_sets_loud_apart(series: OutbreakSeries) -> None:
    extra = series.loud - series.quiet
    for column in range(extra.shape[1]):
        weeks = np.flatnonzero(extra[:, column])
        assert (weeks[0], weeks[-1]) == (series.first[column], series.last[column])
    assert np.all(extra.sum(axis=0) >= 2)
    assert series.first.min() >= CURRENT[0]
    assert series.last.max() < CURRENT[1] == WEEKS


def test_the_size_of_an_outbreak_is_its_factor_times_the_standard_deviation(series: OutbreakSeries) -> None:
    extra = (series.loud - series.quiet).sum(axis=0)
    sd = np.array(
        [
            np.sqrt(SCENARIOS[s].dispersion * SCENARIOS[s].expect()[f])
            for s, f in zip(series.scenario, series.first, strict=True)
        ]
    )
    frequent = sd > 3
    assert (extra[frequent] / (series.size * sd)[frequent]).mean() == pytest.approx(1, abs=0.05)
    assert set(series.size.tolist()) == set(range(1, 11))


def test_past_outbreaks_raise_their_weeks(series: OutbreakSeries) -> None:
    mean = np.column_stack([SCENARIOS[s].expect() for s in series.scenario])
    excess = (series.quiet - mean) / np.sqrt(mean)
    assert excess[PAST[0] : PAST[1]].sum(axis=0).mean() > 15
    assert abs(excess[: PAST[0]].sum(axis=0).mean()) < 5
    assert abs(excess[CURRENT[0] :].sum(axis=0).mean()) < 2


def test_the_same_seed_gives_the_same_series() -> None:
    first, second = (simulate_outbreak_series(replicates=1, rng=np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(first.loud, second.loud)

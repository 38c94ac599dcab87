# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy import stats

from houvast.engine.attention.reference.bocpd import (
    HAZARD,
    LIMIT,
    LONGEST,
    judge_bocpd,
    learn,
    run_bocpd,
    score_rise,
    start_runs,
)
from houvast.engine.attention.reference.judgement import Floats

RATE = np.array([0.5])


def learn_all(counts: list[int]):  # type: ignore[no-untyped-def]
    known = start_runs(RATE)
    for y in counts:
        known = learn(known, np.array([float(y)]), RATE)
    return known


def weigh_slowly(counts: list[int]) -> Floats:
    """P(run length) after all weeks: the chance of every way to cut the weeks into runs, summed by its last run."""
    n = len(counts)

    def of_run(begin: int, end: int) -> float:
        a, b, chance = 1.0, float(RATE[0]), 1.0
        for y in counts[begin:end]:
            chance *= float(stats.nbinom.pmf(y, a, b / (b + 1)))
            a, b = a + y, b + 1
        return chance

    posterior = np.zeros(n + 1)
    for cuts in range(2**n):
        ends = [week + 1 for week in range(n) if cuts >> week & 1]
        chance = HAZARD ** len(ends) * (1 - HAZARD) ** (n - len(ends))
        bounds = [0, *ends, n]
        for begin, end in itertools.pairwise(bounds):
            chance *= of_run(begin, end)
        posterior[n - bounds[-2]] += chance
    return posterior / posterior.sum()


def test_run_lengths_have_the_probability_of_all_ways_to_cut_the_weeks() -> None:
    counts = [1, 3, 2, 9, 8, 11]
    np.testing.assert_allclose(np.exp(learn_all(counts).log_probability[:, 0]), weigh_slowly(counts), rtol=1e-9)


def test_a_higher_level_is_a_rise_and_a_lower_one_is_not() -> None:
    steady = [4, 5, 3, 4, 6, 5, 4, 3, 5, 4] * 3
    assert score_rise(learn_all(steady), RATE)[0] < 0.05
    assert score_rise(learn_all([*steady, 14, 15]), RATE)[0] > 0.9
    assert score_rise(learn_all([*steady, 0, 0]), RATE)[0] < 0.05


def test_probabilities_add_up_to_one_when_the_longest_runs_are_joined() -> None:
    counts = np.random.default_rng(1).poisson(3.0, LONGEST + 40).tolist()
    known = learn_all(counts)
    assert known.log_probability.shape == (LONGEST, 1)
    assert np.exp(known.log_probability).sum() == pytest.approx(1)
    assert known.rate[-1, 0] - RATE[0] == len(counts)


def test_a_count_above_the_bound_alarms_and_the_bound_itself_does_not() -> None:
    mean = np.array([0.1, 1.0, 5.0, 80.0])
    past = np.random.default_rng(2).poisson(mean, (60, 4)).astype(float)
    bound = run_bocpd(past, past[:1]).bound
    quiet, loud = run_bocpd(past, bound), run_bocpd(past, bound + 1)
    assert np.all(quiet.statistic <= LIMIT)
    assert np.all(loud.statistic > LIMIT)


def test_alarms_are_rare_without_a_change() -> None:
    counts = np.random.default_rng(3).poisson(4.0, (120, 60))
    assert judge_bocpd(counts, first=60).alarm.mean() < 0.01

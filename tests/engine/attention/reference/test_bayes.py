# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import read_chart, read_counts
from scipy import stats

from houvast.engine.attention.reference.bayes import judge_bayes
from houvast.engine.attention.reference.same_weeks import (
    LAST_SIX_WEEKS,
    SIX_WEEKS_AND_LAST_YEAR,
    TWO_YEARS,
    SameWeeks,
)

CHOICES = [("bayes1", LAST_SIX_WEEKS), ("bayes2", SIX_WEEKS_AND_LAST_YEAR), ("bayes3", TWO_YEARS)]


@pytest.mark.parametrize(("method", "reference"), CHOICES)
def test_bounds_and_alarms_equal_those_of_r_on_every_series(method: str, reference: SameWeeks) -> None:
    of_r = read_chart(method=method, limit="NA")
    ours = judge_bayes(read_counts()[:, ::4], first=576, reference=reference, alpha=0.05)
    np.testing.assert_array_equal(ours.bound, of_r["statistic"])
    np.testing.assert_array_equal(ours.alarm, of_r["alarm"] == 1)


def test_a_new_week_of_an_unknown_level_exceeds_the_bound_as_rarely_as_promised() -> None:
    rng = np.random.default_rng(1)
    level = rng.gamma(0.5, 8.0, 40_000)
    counts = rng.poisson(level, (7, 40_000))
    share = judge_bayes(counts, first=6, reference=LAST_SIX_WEEKS, alpha=0.05).alarm.mean()
    assert 0.02 < share <= 0.05


def test_it_is_the_mixture_of_poisson_counts_over_what_the_level_may_be() -> None:
    bound = judge_bayes(np.array([[2], [0], [1], [3], [0], [1], [0]]), first=6, reference=LAST_SIX_WEEKS).bound[0, 0]
    levels = stats.gamma(7.5, scale=1 / 6).ppf((np.arange(20_000) + 0.5) / 20_000)
    exceed = [stats.poisson.sf(count, levels).mean() for count in (bound - 1, bound)]
    assert exceed[1] <= 0.01 < exceed[0]

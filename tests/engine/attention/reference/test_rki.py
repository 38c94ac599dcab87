# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import read_chart, read_counts
from scipy import stats

from houvast.engine.attention.reference.rki import CROW_GARDNER_95, judge_rki
from houvast.engine.attention.reference.same_weeks import (
    LAST_SIX_WEEKS,
    SIX_WEEKS_AND_LAST_YEAR,
    TWO_YEARS,
    SameWeeks,
)

CHOICES = [("rki1", LAST_SIX_WEEKS), ("rki2", SIX_WEEKS_AND_LAST_YEAR), ("rki3", TWO_YEARS)]


@pytest.mark.parametrize(("method", "reference"), CHOICES)
def test_bounds_and_alarms_equal_those_of_r_on_every_series(method: str, reference: SameWeeks) -> None:
    of_r = read_chart(method=method, limit="NA")
    ours = judge_rki(read_counts()[:, ::4], first=576, reference=reference)
    np.testing.assert_allclose(ours.bound, of_r["statistic"], rtol=1e-12)
    np.testing.assert_array_equal(ours.alarm, of_r["alarm"] == 1)


def test_the_table_is_that_of_crow_and_gardner() -> None:
    """For each mean the shortest interval of 95 %, as high as possible; a count's limit is the last mean it lies in."""
    limits = np.zeros(60)
    for mean in np.arange(0.01, 30.5, 0.01):
        below = np.concatenate([[0], stats.poisson.cdf(np.arange(80), mean)])
        for length in range(1, 60):
            held = np.flatnonzero(below[length:] - below[:-length] >= 0.95)
            if len(held):
                limits[held[-1] : held[-1] + length] = mean
                break
    np.testing.assert_allclose(limits[: len(CROW_GARDNER_95)], CROW_GARDNER_95, atol=0.0101)


def test_the_rule_changes_above_a_mean_of_twenty() -> None:
    counts = np.array([[20, 20], [20, 21], [20, 20], [20, 20], [20, 20], [20, 20], [0, 0]])
    bound = judge_rki(counts, first=6, reference=LAST_SIX_WEEKS).bound[0]
    assert bound[0] == 30.017
    assert bound[1] == pytest.approx(counts[:6, 1].mean() + 2 * counts[:6, 1].std(ddof=1))

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles.answers_of_r import read_chart, read_counts

from houvast.engine.attention.reference.gaussian_cusum import (
    judge_rossi_cusum,
    judge_standard_cusum,
    run_rossi_cusum,
    run_standard_cusum,
    standardise,
    transform_by_rossi,
    undo_rossi,
    undo_standardise,
)

CHARTS = {
    "cusum_standard": (run_standard_cusum, judge_standard_cusum),
    "cusum_rossi": (run_rossi_cusum, judge_rossi_cusum),
}


@pytest.mark.parametrize("method", CHARTS)
def test_statistics_and_alarms_equal_those_of_r_on_every_series(method: str) -> None:
    of_r, counts = read_chart(method=method, limit="NA"), read_counts()[:, ::4].astype(float)
    run, judge = CHARTS[method]
    ours = run(counts[576:], of_r["mu0"][0])
    np.testing.assert_allclose(ours.statistic, of_r["statistic"], rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(ours.alarm, of_r["alarm"] == 1)
    np.testing.assert_array_equal(judge(counts, first=576).alarm, ours.alarm)


@given(count=st.integers(0, 500), mean=st.floats(0.05, 300))
def test_undoing_a_transform_gives_the_count_back(count: int, mean: float) -> None:
    y, m = np.array([float(count)]), np.array([mean])
    assert undo_standardise(standardise(y, m), m)[0] == pytest.approx(count, abs=1e-6)
    assert undo_rossi(transform_by_rossi(y, m), m)[0] == pytest.approx(count, abs=1e-6)


@pytest.mark.parametrize("run", [run_standard_cusum, run_rossi_cusum])
def test_a_count_above_the_bound_alarms_and_one_below_does_not(run) -> None:  # type: ignore[no-untyped-def]
    counts = np.random.default_rng(1).poisson(4.0, (40, 20)).astype(float)
    chart = run(counts, np.full(20, 4.0))
    np.testing.assert_array_equal(chart.alarm, counts > chart.bound)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the line where the budget wants it?"""

from __future__ import annotations

import json
from itertools import pairwise

import numpy as np
import pytest
from engine.attention.invented_tables import chance_rows, table_of
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from houvast.engine.attention.calibration import (
    LOWEST_LINE,
    WEEKS_A_MONTH,
    as_plain,
    calibrate,
    calibrate_on,
    count_points,
    from_plain,
)
from houvast.engine.attention.null_tails import combine


@given(arrays(np.bool_, st.tuples(st.integers(1, 3), st.integers(1, 12), st.integers(1, 3))))
def test_points_equal_a_plain_count(over: np.ndarray) -> None:
    points = 0
    for world in over:
        for theme in world.T:
            weeks = [-99, *np.flatnonzero(theme)]
            points += sum(b - a > 3 for a, b in pairwise(weeks))
    assert count_points(over) == points


def test_the_budget_is_kept_on_fresh_quiet_weeks_of_the_same_kind() -> None:
    rng = np.random.default_rng(1)
    drawn = rng.exponential(1.0, (2, 400, 13, 8, 4))
    for budget in (0.5, 1.0, 1.5):
        calibration = calibrate_on(drawn[0], budget=budget, history_weeks=30)
        over = combine(drawn[1], calibration.tails) >= calibration.threshold
        assert count_points(over) / (400 * 13 / WEEKS_A_MONTH) == pytest.approx(budget, rel=0.12)


def test_a_smaller_budget_asks_for_a_higher_line() -> None:
    maxima = np.random.default_rng(1).exponential(1.0, (200, 13, 8, 4))
    lines = [calibrate_on(maxima, budget=b, history_weeks=30).threshold for b in (0.25, 1.0, 4.0)]
    assert lines[0] > lines[1] > lines[2]


def test_where_little_is_noted_the_line_stays_at_once_in_twenty_weeks() -> None:
    maxima = np.random.default_rng(1).exponential(1.0, (200, 13, 1, 4))
    assert calibrate_on(maxima, budget=4.0, history_weeks=30).threshold == LOWEST_LINE


def test_recurrence_is_the_budget_at_the_line_and_unknown_far_out() -> None:
    maxima = np.random.default_rng(1).exponential(1.0, (200, 13, 8, 4))
    calibration = calibrate_on(maxima, budget=0.5, history_weeks=30)
    assert calibration.recurrence_months(calibration.threshold) == pytest.approx(2, rel=0.1)
    assert calibration.recurrence_months(30.0) is None
    higher = calibration.recurrence_months(calibration.threshold + 1)
    assert higher is not None
    assert higher > 2


def test_a_calibration_survives_json() -> None:
    table = table_of(chance_rows(np.random.default_rng(2)), n_weeks=40)
    calibration = calibrate(table, rng=np.random.default_rng(1), n_worlds=5, budget=2.0)
    assert from_plain(json.loads(json.dumps(as_plain(calibration)))) == calibration
    assert (calibration.budget, calibration.history_weeks) == (2.0, 40)


def test_the_same_chance_gives_the_same_line() -> None:
    table = table_of(chance_rows(np.random.default_rng(2)), n_weeks=40)
    lines = {calibrate(table, rng=np.random.default_rng(1), n_worlds=20).threshold for _ in range(2)}
    assert len(lines) == 1

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the line follow what was dismissed, and is nothing claimed from too few?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.isotonic import IsotonicRegression

from houvast.engine.attention.calibration import WEEKS_A_MONTH
from houvast.engine.attention.feedback import JudgedPoint, score_meaning, share_confirmed, threshold_after
from houvast.engine.attention.points import Verdict

DOWN = 0.6 / WEEKS_A_MONTH


def after(points: list[JudgedPoint], weeks: int = 1) -> float:
    return threshold_after(5.0, points, first_week=0, last_week=weeks - 1, budget=1.0) - 5.0


def point(week: int, verdict: Verdict | None, score: float = 5.0) -> JudgedPoint:
    return JudgedPoint(week, score, verdict)


def test_a_dismissed_point_raises_the_line_and_calm_weeks_lower_it() -> None:
    assert after([point(0, Verdict.DISMISSED)]) == pytest.approx(0.6 - DOWN)
    assert after([point(0, Verdict.EXPLAINED)]) == pytest.approx(-DOWN)
    assert after([], weeks=3) == pytest.approx(-3 * DOWN)


def test_confirmed_points_do_not_lower_the_line() -> None:
    assert after([point(0, Verdict.CONFIRMED)]) == 0.0
    assert after([point(0, Verdict.CONFIRMED), point(0, Verdict.DISMISSED)]) == pytest.approx(0.6 - DOWN)


def test_a_week_with_an_unjudged_point_is_waited_for() -> None:
    assert after([point(0, None), point(0, Verdict.DISMISSED)]) == 0.0


def test_at_the_budget_the_line_stays_and_it_never_runs_away() -> None:
    year = [point(w, Verdict.DISMISSED) for w in range(4, 52, 13)] + [
        point(w, Verdict.DISMISSED) for w in range(0, 52, 7)
    ]
    assert after(year[:12], weeks=52) == pytest.approx(0, abs=0.01)
    assert after([], weeks=500) == -1.0
    assert after([point(w, Verdict.DISMISSED) for w in range(300)], weeks=300) == 4.0


def test_the_line_never_falls_below_the_lowest_there_is() -> None:
    assert threshold_after(3.1, [], first_week=0, last_week=99, budget=1.0) == 3.0


def test_the_share_confirmed_carries_its_interval_and_n() -> None:
    points = [point(w, Verdict.CONFIRMED) for w in range(3)] + [
        point(9, Verdict.DISMISSED),
        point(9, Verdict.TOO_LITTLE),
    ]
    told = share_confirmed(points)
    assert told is not None
    assert (told.value, told.n, told.level) == (0.75, 4, 0.95)
    assert (told.low, told.high) == (pytest.approx(0.281, abs=0.01), pytest.approx(0.972, abs=0.01))
    assert share_confirmed([point(0, None), point(0, Verdict.TOO_LITTLE)]) is None
    every = share_confirmed([point(0, Verdict.CONFIRMED)] * 5)
    assert every is not None
    assert every.high == 1.0


SCORES = st.lists(st.tuples(st.sampled_from([3.0, 4.0, 5.5, 6.0, 9.0]), st.booleans()), min_size=20, max_size=60)


@given(SCORES)
def test_what_a_score_is_worth_equals_isotonic_regression(judged: list[tuple[float, bool]]) -> None:
    points = [point(0, Verdict.CONFIRMED if right else Verdict.DISMISSED, score) for score, right in judged]
    meaning = score_meaning(points)
    assert meaning is not None
    scores, right = np.array(judged, dtype=float).T
    expected = IsotonicRegression().fit(scores, right).predict(np.unique(scores))
    assert [meaning.of(s) for s in np.unique(scores)] == pytest.approx(expected.tolist(), abs=1e-6)
    assert meaning.n == len(points)
    assert meaning.of(0.0) == meaning.shares[0]


def test_before_twenty_judged_points_nothing_is_said() -> None:
    points = (
        [point(w, Verdict.CONFIRMED) for w in range(19)] + [point(0, None)] * 9 + [point(0, Verdict.TOO_LITTLE)] * 9
    )
    assert score_meaning(points) is None

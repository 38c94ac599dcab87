# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.engine.attention.reference.chart import Chart, add_up, average_past, judge_by_chart
from houvast.engine.attention.reference.judgement import Floats


def chart_of(counts: list[float], *, limit: float = 3.0) -> Chart:
    matrix = np.array(counts)[:, None]
    return add_up(matrix, gain=np.ones_like(matrix), loss=np.ones_like(matrix), limit=limit)


def test_evidence_adds_up_never_below_zero_and_is_forgotten_after_an_alarm() -> None:
    chart = chart_of([0, 3, 2, 2, 0, 2])
    assert chart.statistic[:, 0].tolist() == [0, 2, 3, 4, 0, 1]
    assert chart.alarm[:, 0].tolist() == [False, False, False, True, False, False]


def test_the_bound_is_the_count_above_which_the_week_alarms() -> None:
    counts = [0.0, 3, 2, 2, 0, 2]
    bound = chart_of(counts).bound[:, 0]
    assert bound.tolist() == [4, 4, 2, 1, 4, 4]
    for week in range(6):
        for extra, alarms in ((0.0, False), (1.0, True)):
            changed = [*counts[:week], bound[week] + extra]
            assert bool(chart_of(changed).alarm[week, 0]) is alarms


def test_a_chart_learns_from_the_weeks_before_and_no_later_ones() -> None:
    seen = []

    def run(past: Floats, now: Floats) -> Chart:
        seen.append((past.copy(), now.copy()))
        return chart_of(now[:, 0].tolist())

    counts = np.arange(30)[:, None]
    judged = judge_by_chart(counts, first=5, run=run, minimum=26)
    assert judged.judged.tolist() == [False] * 21 + [True] * 4
    assert np.isnan(judged.bound[:21]).all()
    assert (seen[0][0][-1, 0], seen[0][1][0, 0]) == (25, 26)


def test_without_enough_history_nothing_runs() -> None:
    def run(past: Floats, now: Floats) -> Chart:
        raise AssertionError((past, now))

    judged = judge_by_chart(np.zeros((9, 2)), first=3, run=run, minimum=26)
    assert (judged.judged.any(), judged.alarm.any()) == (False, False)


def test_a_past_without_reports_counts_as_half_a_report() -> None:
    assert average_past(np.array([[0.0, 1], [0, 3]])).tolist() == [0.25, 2]

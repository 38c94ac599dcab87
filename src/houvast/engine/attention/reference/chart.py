# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do charts that remember fit in the common answer? A start from past weeks, then one pass over the judged weeks.

A chart learns what is ordinary from all weeks before the first judged one, starts empty there, and adds up evidence.
Its bound for a week is the count above which that week, with what was added up before, raises the alarm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.judgement import Floats, Judgement, split_weeks

# The history from which an institute's tool estimates a mean without season.
MINIMUM_WEEKS = 26
ANY_COUNT = -1.0


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """For J weeks and S series: the statistic, the bound on the count (-1: any count alarms), the alarm; (J, S)."""

    statistic: Floats
    bound: Floats
    alarm: NDArray[np.bool_]


def judge_by_chart(
    counts: NDArray[np.number], *, first: int, run: Callable[[Floats, Floats], Chart], minimum: int = MINIMUM_WEEKS
) -> Judgement:
    """Run a chart over the weeks from `first` on, or from the first with `minimum` weeks of history.

    run(past, now): the chart over `now` (J, S), learning from `past` (weeks, S).
    """
    matrix, weeks, judged = split_weeks(counts, first=first, minimum=minimum)
    bound = np.full((len(weeks), matrix.shape[1]), np.nan)
    alarm = np.zeros(bound.shape, dtype=np.bool_)
    if judged.any():
        start = int(weeks[judged][0])
        chart = run(matrix[:start], matrix[start:])
        bound[judged], alarm[judged] = chart.bound, chart.alarm
    return Judgement(bound, alarm, judged)


def average_past(past: Floats) -> Floats:
    """The mean of the past weeks (S,); half a report in all where there was none, so that evidence stays finite."""
    mean: Floats = np.maximum(past.mean(axis=0), 0.5 / len(past))
    return mean


def add_up(counts: Floats, *, gain: Floats, loss: Floats, limit: float) -> Chart:
    """S_t = max(0, S_(t-1) + gain y - loss), alarm when S_t > limit, and then from 0 again.

    counts, gain > 0, loss: (J, S).
    """
    level = np.zeros(counts.shape[1])
    statistic, bound = np.empty_like(counts), np.empty_like(counts)
    for week, y in enumerate(counts):
        bound[week] = np.maximum((limit - level + loss[week]) / gain[week], ANY_COUNT)
        statistic[week] = np.maximum(0.0, level + gain[week] * y - loss[week])
        level = np.where(statistic[week] > limit, 0.0, statistic[week])
    return Chart(statistic, bound, statistic > limit)

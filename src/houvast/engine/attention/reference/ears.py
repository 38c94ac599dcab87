# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is this week out of line with the last seven? The Early Aberration Reporting System, C1 to C3.

    C1: mean and sd (n - 1) of weeks t-7..t-1, U = mean + z sd, z = 3.09 (a = 0.001)
    C2: the same of weeks t-9..t-3, so that a slow start does not hide in its own baseline
    C3: alarm when the sum over t, t-1, t-2 of max(0, C2 - 1) exceeds 2, C2 = (y - mean) / sd

Source: Hutwagner et al. 2003, J Urban Health 80:i89. Needs hardly any history and knows nothing of seasons. A baseline
without any spread gets sd 0.5, so that one report after seven silent weeks is no alarm.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from houvast.engine.attention.reference.judgement import Floats, Ints, Judgement, judge_each_week, look_back

BASELINE = 7
GAP = 2
MINIMUM_SD = 0.5
C3_LIMIT = 2.0
ALPHA = 0.001
ALPHA_C3_OF_R = 0.025


@dataclass(frozen=True, slots=True)
class Baseline:
    """How many weeks a week is compared with, and the least standard deviation they are taken to have."""

    weeks: int = BASELINE
    minimum_sd: float = MINIMUM_SD


USUAL = Baseline()


def judge_c1(counts: NDArray[np.number], *, first: int, baseline: Baseline = USUAL) -> Judgement:
    """C1: the baseline ends the week before. counts (weeks, S)."""
    return _judge_by_mean(counts, first=first, baseline=baseline, gap=0)


def judge_c2(counts: NDArray[np.number], *, first: int, baseline: Baseline = USUAL) -> Judgement:
    """C2: the baseline ends three weeks before. counts (weeks, S)."""
    return _judge_by_mean(counts, first=first, baseline=baseline, gap=GAP)


def judge_c3(counts: NDArray[np.number], *, first: int, baseline: Baseline = USUAL) -> Judgement:
    """C3 as the CDC states it. counts (weeks, S). A bound of -1: the two weeks before suffice, any count alarms."""

    def bound_at(matrix: Floats, weeks: Ints) -> Floats:
        mean, sd = _describe(matrix, weeks, baseline=baseline, gap=GAP)
        left = C3_LIMIT - _excess_before(matrix, weeks, baseline=baseline)
        return np.where(left >= 0, mean + sd * (1 + np.maximum(left, 0)), -1.0)

    return judge_each_week(counts, first=first, minimum=baseline.weeks + 2 * GAP, bound_at=bound_at)


def judge_c3_as_r(counts: NDArray[np.number], *, first: int, baseline: Baseline = USUAL) -> Judgement:
    """The bound that R's surveillance prints for C3: max(0, y_t + sd_t (z - excess of t-1 and t-2)).

    It holds the judged count itself, so it says when to alarm but not from which count on; only for comparison.
    """

    def bound_at(matrix: Floats, weeks: Ints) -> Floats:
        _, sd = _describe(matrix, weeks, baseline=baseline, gap=GAP)
        excess = _excess_before(matrix, weeks, baseline=baseline)
        lowered = np.where(excess > 0, np.maximum(sd, np.finfo(float).tiny) * excess, 0.0)
        bound: Floats = np.maximum(0.0, matrix[weeks] - ndtri(ALPHA_C3_OF_R) * sd - lowered)
        return bound

    return judge_each_week(counts, first=first, minimum=baseline.weeks + 2 * GAP, bound_at=bound_at)


def _judge_by_mean(counts: NDArray[np.number], *, first: int, baseline: Baseline, gap: int) -> Judgement:
    def bound_at(matrix: Floats, weeks: Ints) -> Floats:
        mean, sd = _describe(matrix, weeks, baseline=baseline, gap=gap)
        bound: Floats = mean - ndtri(ALPHA) * sd
        return bound

    return judge_each_week(counts, first=first, minimum=baseline.weeks + gap, bound_at=bound_at)


def _describe(matrix: Floats, weeks: Ints, *, baseline: Baseline, gap: int) -> tuple[Floats, Floats]:
    """Mean and sd (J, S) of the baseline's weeks, which end `gap` weeks before the last one."""
    past = look_back(matrix, weeks, offsets=np.arange(-baseline.weeks - gap, -gap))
    return past.mean(axis=1), np.maximum(past.std(axis=1, ddof=1), baseline.minimum_sd)


def _excess_before(matrix: Floats, weeks: Ints, *, baseline: Baseline) -> Floats:
    """The sum of max(0, C2 - 1) over the two weeks before (J, S); endless for a rise from no spread at all."""
    total = np.zeros((len(weeks), matrix.shape[1]))
    for back in (1, 2):
        mean, sd = _describe(matrix, weeks - back, baseline=baseline, gap=GAP)
        above = matrix[weeks - back] - mean
        score = np.divide(above, sd, out=np.where(above > 0, np.inf, 0.0), where=sd > 0)
        total += np.maximum(0.0, score - 1)
    return total

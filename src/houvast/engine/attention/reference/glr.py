# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Did the level rise at all, at whatever week and by whatever factor? The generalised likelihood-ratio chart.

For every start k within the window, A and M = sum of y and of its mean m in control since k, over n weeks:

    Poisson            kappa = max(0, ln(A / M)),  kappa A - (e^kappa - 1) M
    negative binomial  kappa A + (A + n / a) [ln(1 + a m) - ln(1 + a m e^kappa)]   (variance m + a m^2, constant m)

The statistic is the largest of these; alarm above c = 5, then everything is forgotten. Source: Hoehle & Paul 2008.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import lambertw, xlogy

from houvast.engine.attention.reference.chart import ANY_COUNT, Chart, average_past, judge_by_chart
from houvast.engine.attention.reference.judgement import Floats, Ints, Judgement
from houvast.engine.attention.reference.lr_cusum import measure_extra_variance
from houvast.engine.attention.reference.seasonal_mean import MINIMUM_WEEKS, expect_season

LIMIT = 5.0
NEWTON_STEPS = 12
# Evidence of a sum of counts (L, S) with its mean in control (L, S) in n weeks (L, 1); the sum with evidence c.
Evidence = Callable[[Floats, Floats, Ints], Floats]
Inverse = Callable[[Floats, Ints], Floats]


def run_poisson_glr(counts: Floats, mean: Floats, *, limit: float, longest: int, shortest: int = 1) -> Chart:
    """The Poisson chart. counts (J, S), mean (S,) or (J, S); segments of `shortest` to `longest` weeks count."""

    def evidence(total: Floats, usual: Floats, weeks: Ints) -> Floats:
        del weeks
        return np.where(total > usual, xlogy(total, total / usual) - (total - usual), 0.0)

    def inverse(usual: Floats, weeks: Ints) -> Floats:
        del weeks
        root: Floats = usual * np.exp(1 + lambertw((limit / usual - 1) / np.e).real)
        return root

    usual = np.broadcast_to(mean, counts.shape)
    return _run(counts, usual, evidence, inverse, limit=limit, lengths=(shortest, longest))


def run_negative_binomial_glr(
    counts: Floats, mean: Floats, *, extra: Floats, limit: float, longest: int, shortest: int = 1
) -> Chart:
    """The negative binomial chart. counts (J, S), mean (S,), extra variance a > 0 (S,)."""

    def evidence(total: Floats, usual: Floats, weeks: Ints) -> Floats:
        log_ratio = np.log1p(extra * total / weeks) - np.log1p(extra * mean)
        value = xlogy(total, total / usual) - (total + weeks / extra) * log_ratio
        return np.where(total > usual, value, 0.0)

    def inverse(usual: Floats, weeks: Ints) -> Floats:
        # Newton from below the root of a convex function: the first step passes it, the others come down to it.
        total = usual + limit / np.log1p(1 / (extra * mean))
        for _ in range(NEWTON_STEPS):
            slope = np.log(total / usual) - np.log1p(extra * total / weeks) + np.log1p(extra * mean)
            total = np.maximum(usual * (1 + 1e-12), total - (evidence(total, usual, weeks) - limit) / slope)
        return total

    usual = np.broadcast_to(mean, counts.shape)
    return _run(counts, usual, evidence, inverse, limit=limit, lengths=(shortest, longest))


def judge_poisson_glr(counts: NDArray[np.number], *, first: int, limit: float = LIMIT) -> Judgement:
    """A rise above the past mean, Poisson, whenever it began. counts (weeks, S)."""

    def run(past: Floats, now: Floats) -> Chart:
        return run_poisson_glr(now, average_past(past), limit=limit, longest=len(now))

    return judge_by_chart(counts, first=first, run=run)


def judge_negative_binomial_glr(counts: NDArray[np.number], *, first: int, limit: float = LIMIT) -> Judgement:
    """A rise above the past mean, with the extra variance of the past. counts (weeks, S)."""

    def run(past: Floats, now: Floats) -> Chart:
        extra = measure_extra_variance(past)
        return run_negative_binomial_glr(now, average_past(past), extra=extra, limit=limit, longest=len(now))

    return judge_by_chart(counts, first=first, run=run)


def judge_glr_on_season(counts: NDArray[np.number], *, first: int, limit: float = LIMIT) -> Judgement:
    """A rise above what trend and season of the past lead on to, Poisson. counts (weeks, S)."""

    def run(past: Floats, now: Floats) -> Chart:
        return run_poisson_glr(now, expect_season(past, ahead=len(now)).mean, limit=limit, longest=len(now))

    return judge_by_chart(counts, first=first, run=run, minimum=MINIMUM_WEEKS)


def _run(
    counts: Floats, mean: Floats, evidence: Evidence, inverse: Inverse, *, limit: float, lengths: tuple[int, int]
) -> Chart:
    shortest, longest = lengths
    summed, usual = _sum_from_start(counts), _sum_from_start(mean)
    statistic, bound = np.zeros_like(counts), np.full_like(counts, np.inf)
    age = np.zeros(counts.shape[1], dtype=np.int64)
    for week in range(len(counts)):
        age += 1
        weeks = np.arange(shortest, min(longest, week + 1) + 1)[:, None]
        if len(weeks):
            total, expected = (sums[week + 1] - sums[week + 1 - weeks[:, 0]] for sums in (summed, usual))
            held = weeks <= age
            statistic[week] = np.where(held, evidence(total, expected, weeks), 0.0).max(axis=0)
            missing = inverse(expected, weeks) - (total - counts[week])
            bound[week] = np.maximum(np.where(held, missing, np.inf).min(axis=0), ANY_COUNT)
        age[statistic[week] > limit] = 0
    return Chart(statistic, bound, statistic > limit)


def _sum_from_start(values: Floats) -> Floats:
    """Running sums (J + 1, S), from nothing on."""
    return np.vstack([np.zeros(values.shape[1]), np.cumsum(values, axis=0)])

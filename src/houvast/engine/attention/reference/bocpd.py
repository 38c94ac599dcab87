# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Did a new, higher level begin in the last weeks? Bayesian online change-point detection for counts.

The weeks since the last change, r, have a posterior that each week either grows by one or falls to 0 with chance 1/100.
Within a run the rate has a Gamma posterior, so the next count is negative binomial NB(a, b / (b + 1)). The prior is an
exponential with the mean of the series' first weeks. Alarm when P(1 <= r <= 4 and the run's mean is above the mean of
all weeks before it) > 1/2; the bound is the largest count for which that is not so. Source: Adams & MacKay 2007
(arXiv 0710.3742).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, logsumexp

from houvast.engine.attention.reference.chart import Chart, average_past, judge_by_chart
from houvast.engine.attention.reference.judgement import Floats, Judgement

HAZARD = 1 / 100
RECENT = 4
LIMIT = 0.5
MINIMUM_WEEKS = 8
LONGEST = 104
LARGEST_POWER = 40


@dataclass(frozen=True, slots=True, eq=False)
class RunLengths:
    """What is known after some weeks, for S series and R run lengths 0..R - 1: log probability (R, S), shape a (R, S)
    and rate b (R, S) of each run's level, and shape and rate of all weeks together (S,). The last row holds all longer
    runs too."""

    log_probability: Floats
    shape: Floats
    rate: Floats
    total_shape: Floats
    total_rate: Floats


def judge_bocpd(counts: NDArray[np.number], *, first: int) -> Judgement:
    """Judge by the probability of a recent rise. counts (weeks, S)."""
    return judge_by_chart(counts, first=first, run=run_bocpd, minimum=MINIMUM_WEEKS)


def run_bocpd(past: Floats, now: Floats) -> Chart:
    """The chart over `now` (J, S) after learning from `past` (weeks, S); its statistic is the probability."""
    prior_rate = 1 / average_past(past[:MINIMUM_WEEKS])
    known = start_runs(prior_rate)
    for y in past:
        known = learn(known, y, prior_rate)
    statistic, bound = np.empty_like(now), np.empty_like(now)
    for week, y in enumerate(now):
        bound[week] = _find_bound(known, prior_rate)
        known = learn(known, y, prior_rate)
        statistic[week] = score_rise(known, prior_rate)
    return Chart(statistic, bound, statistic > LIMIT)


def start_runs(prior_rate: Floats) -> RunLengths:
    """Before any week: a run of length 0 at the prior. prior_rate b (S,); the prior's shape is 1."""
    one = np.ones((1, len(prior_rate)))
    return RunLengths(np.zeros_like(one), one, one * prior_rate, one[0], prior_rate)


def learn(known: RunLengths, y: Floats, prior_rate: Floats) -> RunLengths:
    """What is known after one more week with counts y (S,)."""
    a, b = known.shape, known.rate
    fits = gammaln(a + y) - gammaln(a) + a * np.log(b / (b + 1)) - y * np.log(b + 1)
    weight = known.log_probability + fits
    weight = weight - logsumexp(weight, axis=0)
    grown = RunLengths(
        np.vstack([np.full_like(y, np.log(HAZARD)), weight + np.log1p(-HAZARD)]),
        np.vstack([np.ones_like(y), a + y]),
        np.vstack([prior_rate, b + 1]),
        known.total_shape + y,
        known.total_rate + 1,
    )
    return _join_longest(grown) if len(grown.shape) > LONGEST else grown


def score_rise(known: RunLengths, prior_rate: Floats) -> Floats:
    """P(1 <= r <= 4 and the mean of the run above that of all weeks before) for each series (S,)."""
    runs = slice(1, RECENT + 1)
    level = known.shape[runs] / known.rate[runs]
    before = (known.total_shape - known.shape[runs] + 1) / (known.total_rate - known.rate[runs] + prior_rate)
    rise: Floats = np.where(level > before, np.exp(known.log_probability[runs]), 0.0).sum(axis=0)
    return rise


def _join_longest(known: RunLengths) -> RunLengths:
    """The two longest runs as one, with the weeks of the longer."""
    joined = np.logaddexp(known.log_probability[-2], known.log_probability[-1])
    drop = len(known.shape) - 2
    return RunLengths(
        np.vstack([known.log_probability[:drop], joined]),
        np.delete(known.shape, drop, axis=0),
        np.delete(known.rate, drop, axis=0),
        known.total_shape,
        known.total_rate,
    )


def _find_bound(known: RunLengths, prior_rate: Floats) -> Floats:
    """The largest count (S,) that would not alarm, by doubling and halving."""

    def alarms(y: Floats) -> NDArray[np.bool_]:
        return score_rise(learn(known, y, prior_rate), prior_rate) > LIMIT

    low, high = np.full_like(prior_rate, -1.0), np.ones_like(prior_rate)
    for _ in range(LARGEST_POWER):
        quiet = ~alarms(high)
        if not quiet.any():
            break
        low, high = np.where(quiet, high, low), np.where(quiet, 2 * high, high)
    for _ in range(LARGEST_POWER):
        if not (high - low > 1).any():
            break
        middle = np.maximum(0.0, np.floor((low + high) / 2))
        loud = alarms(middle)
        low, high = np.where(loud, low, middle), np.where(loud, middle, high)
    return low

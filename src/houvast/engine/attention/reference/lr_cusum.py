# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Did the level shift by this factor, some weeks ago? The likelihood-ratio CUSUM for a known shift e^kappa.

    Poisson  l_t = kappa y_t - (e^kappa - 1) m_t
    negative binomial (variance m + a m^2)
             l_t = kappa y_t + (y_t + 1/a) [ln(1 + a m_t) - ln(1 + a m_t e^kappa)]
    S_t = max(0, S_(t-1) + l_t), alarm when S_t > c, then from 0 again

Memory is what sees a slow build-up that no single week gives away. Source: Hoehle & Paul 2008, CSDA 52:4357.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.chart import Chart, add_up, average_past, judge_by_chart
from houvast.engine.attention.reference.farrington import FarringtonDesign, expect_counts
from houvast.engine.attention.reference.judgement import Floats, Judgement
from houvast.engine.attention.reference.seasonal_mean import MINIMUM_WEEKS, expect_season

DOUBLING = float(np.log(2))
LIMIT = 5.0
LIMIT_ON_EXPECTATION = 4.0
LEAST_SPREAD = 1e-9


def run_poisson_lr_cusum(counts: Floats, mean: Floats, *, limit: float, kappa: float = DOUBLING) -> Chart:
    """The Poisson chart. counts, mean (J, S) or broadcast."""
    shape = counts.shape
    loss = np.broadcast_to(np.expm1(kappa) * mean, shape)
    return add_up(counts, gain=np.full(shape, kappa), loss=loss, limit=limit)


def run_negative_binomial_lr_cusum(
    counts: Floats, mean: Floats, *, extra: Floats, limit: float, kappa: Floats | float = DOUBLING
) -> Chart:
    """The negative binomial chart. counts (J, S); mean, extra a > 0 and kappa (J, S) or broadcast."""
    log_ratio = np.log1p(extra * mean * np.exp(kappa)) - np.log1p(extra * mean)
    gain, loss = np.broadcast_to(kappa - log_ratio, counts.shape), np.broadcast_to(log_ratio / extra, counts.shape)
    return add_up(counts, gain=gain, loss=loss, limit=limit)


def run_two_sd_cusum(counts: Floats, mean: Floats, *, dispersion: Floats, limit: float) -> Chart:
    """The negative binomial chart for variance phi m and a shift of two standard deviations, e^kappa = 1 + 2 sd / m.

    counts, mean (J, S); dispersion phi (J, S) or broadcast.
    """
    extra = np.maximum(dispersion - 1, LEAST_SPREAD) / mean
    kappa = np.log1p(2 * np.sqrt(dispersion / mean))
    return run_negative_binomial_lr_cusum(counts, mean, extra=extra, limit=limit, kappa=kappa)


def judge_poisson_lr_cusum(counts: NDArray[np.number], *, first: int, limit: float = LIMIT) -> Judgement:
    """A doubling of the past mean, Poisson. counts (weeks, S)."""
    return judge_by_chart(
        counts, first=first, run=lambda past, now: run_poisson_lr_cusum(now, average_past(past), limit=limit)
    )


def judge_negative_binomial_lr_cusum(counts: NDArray[np.number], *, first: int, limit: float = LIMIT) -> Judgement:
    """A doubling of the past mean, with the extra variance of the past. counts (weeks, S)."""

    def run(past: Floats, now: Floats) -> Chart:
        extra = measure_extra_variance(past)
        return run_negative_binomial_lr_cusum(now, average_past(past), extra=extra, limit=limit)

    return judge_by_chart(counts, first=first, run=run)


def judge_lr_cusum_on_farrington(
    counts: NDArray[np.number], *, first: int, design: FarringtonDesign, limit: float = LIMIT_ON_EXPECTATION
) -> Judgement:
    """A shift of two sd above what Farrington's design expects. counts (weeks, S)."""

    def run(past: Floats, now: Floats) -> Chart:
        matrix = np.vstack([past, now])
        expected = expect_counts(matrix, np.arange(len(past), len(matrix)), design=design)
        return run_two_sd_cusum(now, expected.mean, dispersion=expected.dispersion, limit=limit)

    return judge_by_chart(counts, first=first, run=run, minimum=design.minimum_weeks)


def judge_lr_cusum_on_season(
    counts: NDArray[np.number], *, first: int, limit: float = LIMIT_ON_EXPECTATION
) -> Judgement:
    """A shift of two sd above what trend and season of the past lead on to. counts (weeks, S)."""

    def run(past: Floats, now: Floats) -> Chart:
        expected = expect_season(past, ahead=len(now))
        return run_two_sd_cusum(now, expected.mean, dispersion=expected.dispersion, limit=limit)

    return judge_by_chart(counts, first=first, run=run, minimum=MINIMUM_WEEKS)


def measure_extra_variance(past: Floats) -> Floats:
    """a in variance = m + a m^2, by moments (S,); at least a sliver, so that the formula stays defined."""
    mean = average_past(past)
    extra: Floats = np.maximum((past.var(axis=0, ddof=1) - mean) / mean**2, LEAST_SPREAD)
    return extra

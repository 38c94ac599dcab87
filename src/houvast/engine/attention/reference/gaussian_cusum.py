# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the deviations add up? The Gaussian CUSUM on counts made roughly normal, k = 1.04 and h = 2.26.

    standard  x = (y - m) / sqrt(m)
    Rossi     x = (y - 3 m + 2 sqrt(m y)) / (2 sqrt(m))     (Rossi, Lampugnani & Marchi 1999, Stat Med 18:2111)
    S_t = max(0, S_(t-1) + x_t - k), alarm when S_t >= h; it keeps its sum after an alarm

The constants assume Poisson counts: with more variance than that the chart alarms all the time. Here as the yardstick
it is elsewhere, not as advice.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.chart import ANY_COUNT, Chart, average_past, judge_by_chart
from houvast.engine.attention.reference.judgement import Floats, Judgement

REFERENCE_VALUE = 1.04
LIMIT = 2.26
ROUNDING = 1e-9
Transform = Callable[[Floats, Floats], Floats]


def standardise(counts: Floats, mean: Floats) -> Floats:
    """(y - m) / sqrt(m)."""
    score: Floats = (counts - mean) / np.sqrt(mean)
    return score


def undo_standardise(score: Floats, mean: Floats) -> Floats:
    """The count with that score."""
    count: Floats = mean + score * np.sqrt(mean)
    return count


def transform_by_rossi(counts: Floats, mean: Floats) -> Floats:
    """(y - 3 m + 2 sqrt(m y)) / (2 sqrt(m))."""
    score: Floats = (counts - 3 * mean + 2 * np.sqrt(mean * counts)) / (2 * np.sqrt(mean))
    return score


def undo_rossi(score: Floats, mean: Floats) -> Floats:
    """The count with that score; -1 where even no report at all scores higher."""
    root = np.sqrt(np.maximum(4 * mean + 2 * np.sqrt(mean) * score, 0.0)) - np.sqrt(mean)
    count: Floats = np.where(root > -ROUNDING, np.maximum(root, 0.0) ** 2, ANY_COUNT)
    return count


def run_standard_cusum(counts: Floats, mean: Floats) -> Chart:
    """The chart on standardised counts. counts (J, S), mean (S,)."""
    return _run(counts, mean, transform=standardise, undo=undo_standardise)


def run_rossi_cusum(counts: Floats, mean: Floats) -> Chart:
    """The chart on Rossi's transform. counts (J, S), mean (S,)."""
    return _run(counts, mean, transform=transform_by_rossi, undo=undo_rossi)


def judge_standard_cusum(counts: NDArray[np.number], *, first: int) -> Judgement:
    """Standardised by the past mean. counts (weeks, S)."""
    return judge_by_chart(counts, first=first, run=lambda past, now: run_standard_cusum(now, average_past(past)))


def judge_rossi_cusum(counts: NDArray[np.number], *, first: int) -> Judgement:
    """Rossi's transform with the past mean. counts (weeks, S)."""
    return judge_by_chart(counts, first=first, run=lambda past, now: run_rossi_cusum(now, average_past(past)))


def _run(counts: Floats, mean: Floats, *, transform: Transform, undo: Transform) -> Chart:
    level = np.zeros(counts.shape[1])
    statistic, bound = np.empty_like(counts), np.empty_like(counts)
    for week, y in enumerate(counts):
        bound[week] = np.maximum(undo(LIMIT + REFERENCE_VALUE - level, mean), ANY_COUNT)
        level = np.maximum(0.0, level + transform(y, mean) - REFERENCE_VALUE)
        statistic[week] = level
    return Chart(statistic, bound, statistic >= LIMIT)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How high do the textbook methods score each theme and week, so that they can be set to the same budget?

Each method sees the plain counts (W, A, H), cell by cell, and gives one number a cell and week that rises with the
evidence; the highest of a theme's cells counts. Used by attention_municipality.py.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from scipy.special import betainc

from houvast.engine.attention.counting import capped_counts, cell_index
from houvast.engine.attention.permutation_scan import best_of_each_centre
from houvast.engine.attention.reference.bocpd import run_bocpd

EARS_WEEKS = 7
EARS_LEAST = 0.5
BAYES_WEEKS = 8
GLR_WEEKS = 12
SCAN_WEEKS, SCAN_HISTORY = 4, 52


def past_weeks(counts, first_week, weeks, gap):
    """(n, weeks, A, H) the weeks before each judged week; NaN before the first."""
    rows = np.arange(first_week, len(counts))[:, None] - gap - np.arange(1, weeks + 1)[None]
    past = counts[np.maximum(rows, 0)].astype(float)
    past[rows < 0] = np.nan
    return past


def ears(counts, first_week, gap):
    """EARS C1 (gap 0) or C2 (gap 2): standard deviations above the mean of seven weeks."""
    past = past_weeks(counts, first_week, EARS_WEEKS, gap)
    mean, spread = np.nanmean(past, axis=1), np.nanstd(past, axis=1, ddof=1)
    return (counts[first_week:] - mean) / np.maximum(spread, EARS_LEAST)


def bayes(counts, first_week):
    """−ln of the predictive tail with Jeffreys' prior (Höhle 2007) over eight weeks."""
    past = past_weeks(counts, first_week, BAYES_WEEKS, 0)
    n = np.sum(np.isfinite(past), axis=1)
    size, y = np.nansum(past, axis=1) + 0.5, counts[first_week:]
    tail = np.where(y > 0, betainc(np.maximum(y, 1), size, 1 / (n + 1)), 1.0)
    return -np.log(np.maximum(tail, 1e-300))


@njit(cache=True)
def glr(counts, first_week):
    """Poisson GLR of each cell against the mean of all weeks before the supposed change, at most 12 weeks back."""
    n_weeks, n_areas, n_themes = counts.shape
    out = np.zeros((n_weeks - first_week, n_areas, n_themes))
    for a in range(n_areas):
        for h in range(n_themes):
            total = np.zeros(n_weeks + 1)
            for t in range(n_weeks):
                total[t + 1] = total[t] + counts[t, a, h]
            for t in range(first_week, n_weeks):
                best = 0.0
                for k in range(1, min(GLR_WEEKS, t - 3) + 1):
                    start = t + 1 - k
                    mean = (total[start] + 0.5) / (start + 1)
                    y, m = total[t + 1] - total[start], mean * k
                    if y > m:
                        best = max(best, y * math.log(y / m) - (y - m))
                out[t - first_week, a, h] = best
    return out


def bocpd(counts, first_week):
    """Adams & MacKay 2007: −ln of the probability that there is no run of at most four weeks at a higher level."""
    series = counts.reshape(len(counts), -1).astype(float)
    chart = run_bocpd(series[:first_week], series[first_week:])
    return -np.log(np.maximum(1 - chart.statistic, 1e-12)).reshape(-1, *counts.shape[1:])


def permutation_scan(table, first_week):
    """The likelihood ratio of the space-time permutation scan for each theme; a zone's score goes to all its areas."""
    counts = raw_counts(table)
    n_weeks, n_areas, n_themes = counts.shape
    place = np.array([divmod(a, 4) for a in range(n_areas)], dtype=float) + 0.001 * np.arange(n_areas)[:, None]
    distance = np.linalg.norm(place[:, None] - place[None], axis=-1)
    order = np.argsort(distance, axis=1, kind="stable")
    out = np.zeros((n_weeks - first_week, n_areas, n_themes))
    for t in range(first_week, n_weeks):
        for h in range(n_themes):
            window = np.ascontiguousarray(counts[max(0, t + 1 - SCAN_HISTORY) : t + 1, :, h].T)
            ratio, size, _ = best_of_each_centre(window, order, SCAN_WEEKS, 2)
            for centre in np.flatnonzero(ratio > 0):
                zone = order[centre, : size[centre]]
                out[t - first_week, zone, h] = np.maximum(out[t - first_week, zone, h], ratio[centre])
    return out


def raw_counts(table):
    return np.bincount(cell_index(table), minlength=int(np.prod(table.shape))).reshape(table.shape)


METHODS = {
    "EARS C1": lambda table, first: ears(raw_counts(table), first, 0),
    "EARS C2": lambda table, first: ears(raw_counts(table), first, 2),
    "Bayes, 8 weeks": lambda table, first: bayes(raw_counts(table), first),
    "space-time permutation scan": permutation_scan,
    "BOCPD": lambda table, first: bocpd(raw_counts(table), first),
    "Poisson GLR": lambda table, first: glr(raw_counts(table), first),
    "Poisson GLR, two a reporter": lambda table, first: glr(capped_counts(table).astype(np.int64), first),
}

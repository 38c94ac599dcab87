# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far out is each cell, zone and theme of a week? The four looks in compiled code (detectors.py)."""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.attention.counting import Counts
from houvast.engine.attention.observations import Floats, Ints
from houvast.engine.attention.tails import surprise

PARENT_PRIOR = 4.0
PARENT_MOST = 4.0
LOG_TWO = math.log(2.0)
SCAN_WEEKS = 4
SCAN_NEIGHBOURS = 3
MOST_NEIGHBOURS = 12
FEWEST = 3
CITY_WEEKS = 2
CITY_EXTRA = 0.02

Weeks = NDArray[np.int16]
Zones = NDArray[np.int64]


@njit(cache=True, nogil=True)
def parent_factor(counts: float, expected: float) -> float:
    """How much a parent is above usual, its own cell left out: at least 1, at most 4."""
    return min(max((PARENT_PRIOR + counts) / (PARENT_PRIOR + expected), 1.0), PARENT_MOST)


@njit(cache=True, nogil=True)
def lift_by_parents(counts: Counts, mean: Floats, lift: Floats) -> None:
    """Write the factor of each cell, (A, H), that the rest of its theme and the rest of its area ask for."""
    n_areas, n_themes = mean.shape
    area_count, area_mean = np.zeros(n_areas), np.zeros(n_areas)
    theme_count, theme_mean = np.zeros(n_themes), np.zeros(n_themes)
    for a in range(n_areas):
        for h in range(n_themes):
            area_count[a] += counts[a, h]
            area_mean[a] += mean[a, h]
            theme_count[h] += counts[a, h]
            theme_mean[h] += mean[a, h]
    for a in range(n_areas):
        for h in range(n_themes):
            by_theme = parent_factor(theme_count[h] - counts[a, h], theme_mean[h] - mean[a, h])
            by_area = parent_factor(area_count[a] - counts[a, h], area_mean[a] - mean[a, h])
            lift[a, h] = min(by_theme * by_area, PARENT_MOST)


@njit(cache=True, nogil=True)
def look_at_cells(counts: Counts, mean: Floats, spread: Floats, phi: Floats, lift: Floats, score: Floats) -> None:
    """Write −ln mid-p of each cell given its parents, (A, H)."""
    n_areas, n_themes = mean.shape
    for a in range(n_areas):
        for h in range(n_themes):
            score[a, h] = 0.0
            if counts[a, h] > 0:
                f = lift[a, h]
                lifted = f * mean[a, h]
                variance = phi[h] * (lifted + f * f * (spread[a, h] - mean[a, h]))
                score[a, h] = surprise(counts[a, h], lifted, variance)


@njit(cache=True, nogil=True)
def add_up(
    counts: Counts, mean: Floats, spread: Floats, phi: Floats, lift: Floats, score: Floats, since: Weeks, seen: Weeks
) -> None:
    """Move the CUSUM for a doubling by one week, (A, H), in place; since: weeks, seen: counts since it left 0."""
    n_areas, n_themes = mean.shape
    for a in range(n_areas):
        for h in range(n_themes):
            inflation = phi[h] * spread[a, h] / max(mean[a, h], 1e-9)
            step = (LOG_TWO * counts[a, h] - mean[a, h] * lift[a, h]) / inflation
            score[a, h] = max(0.0, score[a, h] + step)
            if score[a, h] > 0.0:
                since[a, h] += 1
                seen[a, h] += counts[a, h]
            else:
                since[a, h] = 0
                seen[a, h] = 0


@njit(cache=True, nogil=True)
def likelihood_ratio(count: float, expected: float, variance: float) -> float:
    """C ln(C / B) − (C − B) when C > B, divided by the dispersion of B (Neill 2009)."""
    if count <= expected:
        return 0.0
    return (count * math.log(count / expected) - (count - expected)) * expected / variance


@njit(cache=True, nogil=True)
def rank_neighbours(near: Ints, count: Floats, expected: Floats, order: Ints) -> int:
    """Write the neighbours with a count, highest count / expected first; returns how many there are."""
    found = 0
    for n in range(min(len(near), MOST_NEIGHBOURS)):
        if near[n] < 0 or count[near[n]] <= 0:
            continue
        ratio = count[near[n]] / expected[near[n]]
        at = found
        while at > 0 and count[near[order[at - 1]]] / expected[near[order[at - 1]]] < ratio:
            order[at] = order[at - 1]
            at -= 1
        order[at] = n
        found += 1
    return found


@njit(cache=True, nogil=True)
def best_zone(
    centre: int, near: Ints, count: Floats, expected: Floats, variance: Floats, order: Ints
) -> tuple[float, int]:
    """The best zone of a centre and its highest-ratio neighbours: likelihood ratio, and neighbours as bits of a mask.

    For a given size the best subset is that of the highest ratios (Neill 2012, linear-time subset scanning).
    """
    c, b, v = count[centre], expected[centre], variance[centre]
    best, mask, best_mask = 0.0, 0, 0
    if c >= FEWEST:
        best = likelihood_ratio(c, b, v)
    for k in range(min(rank_neighbours(near, count, expected, order), SCAN_NEIGHBOURS)):
        other = near[order[k]]
        c, b, v = c + count[other], b + expected[other], v + variance[other]
        mask |= 1 << order[k]
        value = likelihood_ratio(c, b, v) if c >= FEWEST else 0.0
        if value > best:
            best, best_mask = value, mask
    return best, best_mask


@njit(cache=True, nogil=True)
def scan_theme(
    counts: Counts, mean: Floats, variance: Floats, near: Ints, score: Floats, weeks: Weeks, zone: Zones
) -> None:
    """Write for each centre, (A,), the best of its zones over the last 1 … 4 weeks of one theme (arrays (4, A),
    last week first)."""
    n_areas = len(score)
    c, b, v = np.zeros(n_areas), np.zeros(n_areas), np.zeros(n_areas)
    order = np.empty(MOST_NEIGHBOURS, dtype=np.int64)
    score[:] = 0.0
    for back in range(len(counts)):
        for a in range(n_areas):
            c[a] += counts[back, a]
            b[a] += mean[back, a]
            v[a] += variance[back, a]
        for a in range(n_areas):
            if c[a] > 0:
                value, mask = best_zone(a, near[a], c, b, v, order)
                if value > score[a]:
                    score[a], weeks[a], zone[a] = value, back + 1, mask


@njit(cache=True, nogil=True)
def scan_week(
    t: int,
    counts: Counts,
    mean: Floats,
    spread: Floats,
    phi: Floats,
    near: Ints,
    score: Floats,
    weeks: Weeks,
    zone: Zones,
) -> None:
    """Scan every theme in week t; score, weeks and zone are (A, H)."""
    n_themes = mean.shape[2]
    first = max(0, t + 1 - SCAN_WEEKS)
    for h in range(n_themes):
        window = counts[first : t + 1, :, h][::-1]
        usual = mean[first : t + 1, :, h][::-1]
        variance = phi[h] * spread[first : t + 1, :, h][::-1]
        scan_theme(window, usual, variance, near, score[:, h], weeks[:, h], zone[:, h])


@njit(cache=True, nogil=True)
def look_at_city(t: int, counts: Counts, mean: Floats, spread: Floats, phi: Floats, score: Floats, seen: Weeks) -> None:
    """Write −ln mid-p of the last two weeks of each theme, (H,), and how many were counted."""
    first = max(0, t + 1 - CITY_WEEKS)
    for h in range(mean.shape[2]):
        count, expected, variance = 0, 0.0, 0.0
        for w in range(first, t + 1):
            for a in range(mean.shape[1]):
                count += counts[w, a, h]
                expected += mean[w, a, h]
                variance += phi[h] * spread[w, a, h]
        seen[h] = count
        score[h] = surprise(count, expected, variance + CITY_EXTRA * expected * expected)

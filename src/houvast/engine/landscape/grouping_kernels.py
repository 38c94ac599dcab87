# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inner loops of grouping.py: starting centres, Lloyd steps, nearest centre, silhouettes of weighted points."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@njit(cache=True, nogil=True)
def squared_gap(first: Floats, p: int, second: Floats, q: int) -> float:
    """Squared distance between row p of first (M, D) and row q of second (N, D)."""
    gap = 0.0
    for d in range(first.shape[1]):
        gap += (first[p, d] - second[q, d]) ** 2
    return gap


@njit(cache=True, nogil=True)
def spread_starts(place: Floats, weight: Floats, draws: Floats) -> Floats:
    """k-means++ (K, D): each next centre is drawn with chance proportional to weight x squared distance.

    draws: K numbers in [0, 1), one a centre.
    """
    size, dimensions = place.shape
    centres = np.empty((len(draws), dimensions))
    gap = np.full(size, np.inf)
    mass = weight.copy()
    for k in range(len(draws)):
        running = np.cumsum(mass)
        chosen = min(np.searchsorted(running, draws[k] * running[-1], side="right"), size - 1)
        centres[k] = place[chosen]
        for p in range(size):
            gap[p] = min(gap[p], squared_gap(place, p, centres, k))
            mass[p] = weight[p] * gap[p]
    return centres


@njit(cache=True, nogil=True)
def lloyd(place: Floats, weight: Floats, start: Floats, steps: int) -> tuple[Ints, Floats, float]:
    """Assign and average until no label changes; an empty group keeps its centre. labels, centres, inertia."""
    centres = start.copy()
    labels = np.full(len(place), -1, dtype=np.int64)
    before = labels.copy()
    distance = np.empty(len(place))
    for _ in range(steps):
        before[:] = labels
        assign(0, len(place), place, centres, labels, distance)
        if np.all(before == labels):
            break
        average(place, weight, labels, centres)
    return labels, centres, np.sum(distance * weight)


@njit(cache=True, nogil=True)
def average(place: Floats, weight: Floats, labels: Ints, centres: Floats) -> None:
    """Move every centre with people to their weighted mean."""
    mass = np.zeros(len(centres))
    total = np.zeros(centres.shape)
    for p in range(len(place)):
        mass[labels[p]] += weight[p]
        for d in range(place.shape[1]):
            total[labels[p], d] += weight[p] * place[p, d]
    for k in range(len(centres)):
        if mass[k] > 0:
            centres[k] = total[k] / mass[k]


@njit(cache=True, nogil=True)
def assign(first: int, last: int, places: Floats, centres: Floats, labels: Ints, distance: Floats) -> None:
    """Label of the nearest centre, the first on a tie, and the squared distance to it, for rows first..last-1."""
    for p in range(first, last):
        least = np.inf
        for k in range(len(centres)):
            gap = squared_gap(places, p, centres, k)
            if gap < least:
                labels[p] = k
                least = gap
        distance[p] = least


@njit(cache=True, nogil=True)
def add_silhouettes(
    first: int, last: int, places: Floats, weights: Floats, labels: Ints, mass: Floats, out: Floats
) -> None:
    """Silhouette of rows first..last-1 in R labellings (M, R); distances are computed once for all of them.

    mass: (R, K), weight of every group. out: (M, R), left as it is for people alone in their group.
    """
    runs = len(mass)
    total = np.empty(mass.shape)
    for p in range(first, last):
        total[:] = 0.0
        for q in range(len(places)):
            distance = np.sqrt(squared_gap(places, p, places, q)) * weights[q]
            for r in range(runs):
                total[r, labels[q, r]] += distance
        for r in range(runs):
            if mass[r, labels[p, r]] > 1.0:
                out[p, r] = width(total[r], mass[r], labels[p, r])


@njit(cache=True, nogil=True)
def width(total: Floats, mass: Floats, own: int) -> float:
    """(b - a) / max(a, b) of one point from its summed distances to each group (K,)."""
    inside = total[own] / (mass[own] - 1.0)
    outside = np.inf
    for g in range(len(mass)):
        if g != own and mass[g] > 0:
            outside = min(outside, total[g] / mass[g])
    largest = max(inside, outside)
    return (outside - inside) / largest if 0 < largest < np.inf else 0.0

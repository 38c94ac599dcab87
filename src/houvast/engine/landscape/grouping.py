# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""If people had to be put in K groups, which? Weighted k-means with restarts, and the silhouette of the result.

k-means++ starts (Arthur & Vassilvitskii 2007), Lloyd steps, the best of several restarts. Many people are first put
on a 96 x 96 grid; a cell stands at the mean of its people and weighs as many. The silhouette (Rousseeuw 1987) is exact
on what is clustered: the people, or the cells with their weights. It always names some K: whether groups exist at all
is not decided here but by the ladder.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.grouping_kernels import add_silhouettes, assign, lloyd, spread_starts

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GRID = 96
PEOPLE_WITHOUT_GRID = 4_000
RESTARTS = 10
STEPS = 100


@dataclass(frozen=True, eq=False)
class Grouping:
    """K groups: labels int64 (P,), 0..K-1 from the largest to the smallest; centres (K, D); inertia the weighted sum
    of squared distances to the centres; silhouette in [-1, 1], NaN for K = 1."""

    labels: Ints
    centres: Floats
    inertia: float
    silhouette: float

    @property
    def groups(self) -> int:
        """K."""
        return len(self.centres)


@dataclass(frozen=True, eq=False)
class _Points:
    """What is clustered: places (M, D), weights (M,), and the point of each person (P,)."""

    place: Floats
    weight: Floats
    of: Ints


def best_grouping(
    places: Floats, *, rng: np.random.Generator, groups: range = range(2, 6), weights: Floats | None = None
) -> Grouping:
    """The grouping with the highest silhouette among the numbers of groups given. places: (P, D)."""
    points = _gather_points(places, weights)
    found = [_cluster(points, k, rng, RESTARTS) for k in groups if k <= len(points.place)]
    if not found:
        return group_people(places, groups=1, rng=rng, weights=weights)
    labels = np.column_stack([label for label, _ in found])
    scores = silhouettes(points.place, weights=points.weight, labels=labels)
    best = int(np.argmax(scores))
    return _make_grouping(places, found[best][1], float(scores[best]), weights)


def group_people(
    places: Floats, *, groups: int, rng: np.random.Generator, weights: Floats | None = None, restarts: int = RESTARTS
) -> Grouping:
    """The best grouping found in exactly this many groups (fewer when there are fewer distinct places)."""
    points = _gather_points(places, weights)
    labels, centres = _cluster(points, min(groups, len(points.place)), rng, restarts)
    score = float(silhouettes(points.place, weights=points.weight, labels=labels[:, None])[0])
    return _make_grouping(places, centres, score, weights)


def silhouettes(places: Floats, *, weights: Floats, labels: Ints) -> Floats:
    """Mean silhouette of R labellings, labels (M, R), of weighted points (M, D); shape (R,), NaN with one group.

    A point of weight w stands for w people in one place. People alone in their group count 0.
    """
    size, runs = labels.shape
    groups = int(labels.max(initial=0)) + 1
    per_point = np.zeros((size, runs))
    mass = _group_weights(labels, weights, groups)
    run_chunks(size, add_silhouettes, np.ascontiguousarray(places), weights, labels, mass, per_point)
    mean = np.asarray(weights @ per_point / weights.sum())
    return np.where(labels.max(axis=0) > labels.min(axis=0), mean, np.nan)


def nearest_centre(places: Floats, *, centres: Floats) -> tuple[Ints, Floats]:
    """The nearest centre of each place, (P,), the first on a tie, and the squared distance to it, (P,)."""
    labels = np.empty(len(places), dtype=np.int64)
    distance = np.empty(len(places))
    run_chunks(len(places), assign, np.ascontiguousarray(places), centres, labels, distance)
    return labels, distance


def measure_inertia(places: Floats, *, labels: Ints, weights: Floats | None = None) -> float:
    """Weighted sum of squared distances of places (P, D) to the weighted mean of their group."""
    w = np.ones(len(places)) if weights is None else weights
    total = 0.0
    for k in np.unique(labels):
        inside = labels == k
        centre = np.average(places[inside], axis=0, weights=w[inside])
        total += float(w[inside] @ np.sum((places[inside] - centre) ** 2, axis=1))
    return total


def _make_grouping(places: Floats, centres: Floats, silhouette: float, weights: Floats | None) -> Grouping:
    labels, distance = nearest_centre(places, centres=centres)
    w = np.ones(len(places)) if weights is None else weights
    size = np.bincount(labels, weights=w, minlength=len(centres))
    order = np.lexsort((*centres.T[::-1], -size))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return Grouping(rank[labels], centres[order], float(w @ distance), silhouette)


def _gather_points(places: Floats, weights: Floats | None) -> _Points:
    w = np.ones(len(places)) if weights is None else np.asarray(weights, dtype=np.float64)
    if len(places) <= PEOPLE_WITHOUT_GRID or places.shape[1] != 2:
        distinct, of = np.unique(places, axis=0, return_inverse=True)
        of = of.reshape(-1)
        return _Points(distinct, _sum_by(of, w, len(distinct)), of)
    low = places.min(axis=0)
    width = np.maximum(places.max(axis=0) - low, 1e-300) / GRID
    cell = np.minimum((places - low) / width, GRID - 1).astype(np.int64)
    code = cell[:, 0] * GRID + cell[:, 1]
    weight = _sum_by(code, w, GRID * GRID)
    used = np.flatnonzero(weight > 0)
    middle = [_sum_by(code, w * places[:, d], GRID * GRID)[used] / weight[used] for d in (0, 1)]
    return _Points(np.column_stack(middle), weight[used], np.searchsorted(used, code).astype(np.int64))


def _sum_by(of: Ints, weights: Floats, size: int) -> Floats:
    return np.bincount(of, weights=weights, minlength=size).astype(np.float64)


def _cluster(points: _Points, groups: int, rng: np.random.Generator, restarts: int) -> tuple[Ints, Floats]:
    draws = rng.random((restarts, groups))
    runs = [
        lloyd(points.place, points.weight, spread_starts(points.place, points.weight, start), STEPS) for start in draws
    ]
    best = int(np.argmin([inertia for _, _, inertia in runs]))
    return runs[best][0], runs[best][1]


def _group_weights(labels: Ints, weights: Floats, groups: int) -> Floats:
    return np.array([_sum_by(column, weights, groups) for column in labels.T])

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which groups does the published Polis clustering find from a cold start?

People with enough votes are put into at most 100 base clusters; the base clusters, weighing as many as their people,
into 2 to 5 groups; the number of groups with the best silhouette over base clusters (each counted once) wins. Both
k-means runs start at the first distinct places in the order of the table, so the outcome depends on that order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.grouping import silhouettes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

ENOUGH_VOTES = 7
SMALLEST_CONVERSATION = 15
BASE_CLUSTERS = 100
BASE_STEPS = 100
GROUP_STEPS = 20
STANDING_STILL = 0.01
MOST_GROUPS = 5
BASE_PER_GROUP = 12


@dataclass(frozen=True, eq=False)
class PolisClusters:
    """base int64 (P,) and base_centres (B, 2), base_sizes (B,); group int64 (P,) and group_centres (K, 2).

    People outside the conversation have -1. silhouette_by_groups: (k, silhouette) for every k that was tried.
    """

    base: Ints
    base_centres: Floats
    base_sizes: Ints
    group: Ints
    group_centres: Floats
    silhouette_by_groups: tuple[tuple[int, float], ...]


def choose_participants(votes_each: Ints, *, n_statements: int) -> Flags:
    """Who is clustered, shape (P,): those with min(7, S) votes, topped up to 15 with those who voted most."""
    inside = votes_each >= min(ENOUGH_VOTES, n_statements)
    short = SMALLEST_CONVERSATION - int(inside.sum())
    if short > 0:
        others = np.flatnonzero(~inside)
        inside = inside.copy()
        inside[others[np.argsort(-votes_each[others], kind="stable")[:short]]] = True
    return inside


def cluster_people(places: Floats, *, inside: Flags) -> PolisClusters:
    """Base clusters and groups of the people inside the conversation. places: (P, 2), in the order of arrival."""
    who = np.flatnonzero(inside)
    base, group = np.full((2, len(places)), -1, dtype=np.int64)
    if not len(who):
        return PolisClusters(base, np.zeros((0, 2)), np.zeros(0, dtype=np.int64), group, np.zeros((0, 2)), ())
    labels, centres = lloyd_from_first(places[who], weights=np.ones(len(who)), groups=BASE_CLUSTERS, steps=BASE_STEPS)
    sizes = np.bincount(labels, minlength=len(centres))
    base[who] = labels
    group_of_base, group_centres, tried = _group_base_clusters(centres, sizes)
    group[who] = group_of_base[labels]
    return PolisClusters(base, centres, sizes, group, group_centres, tried)


def lloyd_from_first(places: Floats, *, weights: Floats, groups: int, steps: int) -> tuple[Ints, Floats]:
    """k-means from the first `groups` distinct places; labels (M,) and the centres (K, 2) that are not empty.

    A tie goes to the last centre; empty clusters are dropped; it stops when no centre, taken in sorted order, moved
    0.01 or more.
    """
    centres = _first_distinct(places, groups)
    labels = np.zeros(len(places), dtype=np.int64)
    for _ in range(steps):
        run_chunks(len(places), _assign_last, np.ascontiguousarray(places), centres, labels)
        used, labels = np.unique(labels, return_inverse=True)
        mass = np.bincount(labels, weights=weights, minlength=len(used))
        moved = np.column_stack(
            [np.bincount(labels, weights=weights * places[:, d], minlength=len(used)) / mass for d in range(2)]
        )
        still = len(used) == len(centres) and _stands_still(centres, moved)
        centres = moved
        if still:
            break
    return labels.astype(np.int64), centres


def _group_base_clusters(centres: Floats, sizes: Ints) -> tuple[Ints, Floats, tuple[tuple[int, float], ...]]:
    most = min(MOST_GROUPS, 2 + len(centres) // BASE_PER_GROUP, len(centres))
    runs = [
        (k, *lloyd_from_first(centres, weights=sizes.astype(np.float64), groups=k, steps=GROUP_STEPS))
        for k in range(2, most + 1)
    ]
    if not runs:
        middle = np.average(centres, axis=0, weights=sizes)[None, :]
        return np.zeros(len(centres), dtype=np.int64), middle, ()
    scores = silhouettes(
        centres, weights=np.ones(len(centres)), labels=np.column_stack([labels for _, labels, _ in runs])
    )
    best = int(np.argmax(np.nan_to_num(scores, nan=-1.0)))
    tried = tuple((k, float(score)) for (k, _, _), score in zip(runs, scores, strict=True))
    return runs[best][1], runs[best][2], tried


def _first_distinct(places: Floats, count: int) -> Floats:
    first = np.sort(np.unique(places, axis=0, return_index=True)[1])[:count]
    return np.ascontiguousarray(places[first])


def _stands_still(before: Floats, after: Floats) -> bool:
    old = before[np.lexsort(before.T[::-1])]
    new = after[np.lexsort(after.T[::-1])]
    return bool(np.all(np.sqrt(np.sum((old - new) ** 2, axis=1)) < STANDING_STILL))


@njit(cache=True, nogil=True)
def _assign_last(first: int, last: int, places: Floats, centres: Floats, labels: Ints) -> None:
    for p in range(first, last):
        least = np.inf
        for k in range(len(centres)):
            gap = (places[p, 0] - centres[k, 0]) ** 2 + (places[p, 1] - centres[k, 1]) ** 2
            if gap <= least:
                labels[p] = k
                least = gap

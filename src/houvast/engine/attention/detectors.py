# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands out? Four looks at the same expectation, each good at another kind of rise.

    cell      −ln mid-p of y* given m·f and its variance; f: how far the rest of its theme and of its area are above
              usual, so that a rise of the whole city or of the whole area is not told once for each cell
    build-up  S = max(0, S + (ln 2 · y* − m f) / (variance / m)): the likelihood ratio for a doubling, added up
    cluster   C ln(C / B) − (C − B), divided by dispersion; an area with up to three neighbours, one to four weeks
    city      −ln mid-p of a theme's last two weeks, with 2 % of extra spread

Sources: Höhle & Paul 2008 (CUSUM), Neill 2009 and 2012 (scan), Lancaster 1961 (mid-p).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from houvast.engine.attention.baseline import Baseline
from houvast.engine.attention.counting import Counts
from houvast.engine.attention.detector_kernels import (
    FEWEST,
    MOST_NEIGHBOURS,
    Weeks,
    Zones,
    add_up,
    lift_by_parents,
    look_at_cells,
    look_at_city,
    scan_week,
)
from houvast.engine.attention.observations import Floats, Ints
from houvast.engine.attention.points import Detector

DETECTORS = (Detector.CELL, Detector.BUILD_UP, Detector.CLUSTER, Detector.CITY)


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks at the weeks first_week … W − 1 (n of them).

    cell, build_up, cluster: (n, A, H) and city: (n, H), how far out. since and seen: (n, A, H) weeks and counts since
    the build-up began. window: (n, A, H) weeks of the best zone, zone: its neighbours as bits of a mask over the
    area's list. city_seen: (n, H) counts in the city's two weeks. counts, lift: (n, A, H) y* and f.
    """

    first_week: int
    counts: Counts
    lift: Floats
    cell: Floats
    build_up: Floats
    cluster: Floats
    city: Floats
    since: Weeks
    seen: Weeks
    window: Weeks
    zone: Zones
    city_seen: Weeks


@njit(cache=True, nogil=True)
def run_looks(
    first_week: int,
    counts: Counts,
    mean: Floats,
    spread: Floats,
    phi: Floats,
    near: Ints,
    lifts: Floats,
    cell: Floats,
    build_up: Floats,
    cluster: Floats,
    city: Floats,
    since: Weeks,
    seen: Weeks,
    window: Weeks,
    zone: Zones,
    city_seen: Weeks,
    build_up_from: int,
) -> None:
    """Fill the arrays of Looks; the build-up starts at 0 in week build_up_from."""
    n_weeks, n_areas, n_themes = mean.shape
    lift = np.ones((n_areas, n_themes))
    score = np.zeros((n_areas, n_themes))
    weeks_up = np.zeros((n_areas, n_themes), dtype=np.int16)
    seen_up = np.zeros((n_areas, n_themes), dtype=np.int16)
    for t in range(build_up_from, n_weeks):
        lift_by_parents(counts[t], mean[t], lift)
        add_up(counts[t], mean[t], spread[t], phi[t], lift, score, weeks_up, seen_up)
        n = t - first_week
        if n < 0:
            continue
        look_at_cells(counts[t], mean[t], spread[t], phi[t], lift, cell[n])
        lifts[n], build_up[n], since[n], seen[n] = lift, score, weeks_up, seen_up
        scan_week(t, counts, mean, spread, phi[t], near, cluster[n], window[n], zone[n])
        look_at_city(t, counts, mean, spread, phi[t], city[n], city_seen[n])


def look(counts: Counts, baseline: Baseline, *, near: Ints, first_week: int, build_up_from: int) -> Looks:
    """All four looks at the weeks from first_week on. near: (A, K) neighbours, padded with −1."""
    n, areas, themes = len(counts) - first_week, counts.shape[1], counts.shape[2]
    lift, cell, build_up, cluster = np.zeros((4, n, areas, themes))
    since, seen, window = np.zeros((3, n, areas, themes), dtype=np.int16)
    zone = np.zeros((n, areas, themes), dtype=np.int64)
    city, city_seen = np.zeros((n, themes)), np.zeros((n, themes), dtype=np.int16)
    looks = (lift, cell, build_up, cluster, city, since, seen, window, zone, city_seen)
    run_looks(first_week, counts, baseline.mean, baseline.spread, baseline.phi, near, *looks, build_up_from)
    return Looks(first_week, counts[first_week:], *looks)


def announceable(looks: Looks) -> tuple[Floats, Floats, Floats, Floats]:
    """The four scores, in the order of DETECTORS, 0 where fewer than three were counted."""
    return (
        np.where(looks.counts >= FEWEST, looks.cell, 0.0),
        np.where(looks.seen >= FEWEST, looks.build_up, 0.0),
        looks.cluster,
        np.where(looks.city_seen >= FEWEST, looks.city, 0.0),
    )


def weekly_maxima(looks: Looks) -> Floats:
    """(n, H, 4): the highest announceable score of each theme in each week, by detector."""
    cell, build_up, cluster, city = announceable(looks)
    return np.stack((cell.max(axis=1), build_up.max(axis=1), cluster.max(axis=1), city), axis=-1)


def neighbour_array(neighbours: tuple[tuple[int, ...], ...], n_areas: int) -> Ints:
    """(A, K) neighbours padded with −1, at most twelve of each area."""
    lists = [near[:MOST_NEIGHBOURS] for near in neighbours] or [()] * n_areas
    width = max(1, *(len(near) for near in lists)) if lists else 1
    padded = np.full((n_areas, width), -1, dtype=np.int64)
    for a, near in enumerate(lists):
        padded[a, : len(near)] = near
    return padded

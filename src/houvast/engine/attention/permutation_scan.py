# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do cases lie close together in space and time lately, more than their places and weeks by themselves explain?

The prospective space-time permutation scan (Kulldorff e.a. 2005, PLoS Medicine 2:e59). For a zone z and the last w
weeks, of C cases in all:

    μ = c_z · c_w / C,   LLR = c ln(c / μ) + (C − c) ln((C − c) / (C − μ))  when c > μ; c ≥ 2 to be told

Zones: circles around each area that hold at most half of the cases. p = rank / (R + 1) among R tables in which the
weeks are dealt out anew over the cases (there single cases count too, as in SaTScan). Besides, a Gumbel p (Abrams e.a.
2010): β = sd √6 / π, mode = mean − 0.5772 β, p = 1 − exp(−exp(−(x − mode) / β)). Recurrence interval: 1 / p weeks.

Verified against SaTScan. It only needs the cases, but cannot see a rise of the whole municipality: the weeks' totals
are given. That is why it is a yardstick here and not the default.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import njit

from houvast.engine.attention.observations import Floats, Ints

EULER = 0.5772156649015329
LARGEST_SHARE = 0.5
FEWEST_CASES = 2


@dataclass(frozen=True, slots=True)
class ScanCluster:
    """Areas (indices, the centre first), first week (to the last week), cases, expected, log likelihood ratio, p."""

    areas: tuple[int, ...]
    first_week: int
    cases: int
    expected: float
    likelihood_ratio: float
    p: float
    gumbel_p: float

    @property
    def recurrence_weeks(self) -> float:
        """How many weeks pass on average between clusters this strong by chance."""
        return 1 / self.p


def scan_permutations(
    area: Ints,
    week: Ints,
    *,
    n_weeks: int,
    order: Ints,
    longest: int,
    draws: int,
    rng: np.random.Generator,
) -> tuple[ScanCluster, ...]:
    """Clusters that end in the last week and share no area, strongest first.

    area, week: (C,) of each case. order: (A, A) areas by distance from each area, itself first (areas_by_distance).
    longest: most weeks of a cluster. draws: R.
    """
    counts = _table(area, week, len(order), n_weeks)
    ratio, size, weeks = best_of_each_centre(counts, order, longest, FEWEST_CASES)
    null = np.empty(draws)
    for draw in range(draws):
        shuffled = _table(area, rng.permutation(week), len(order), n_weeks)
        null[draw] = best_of_each_centre(shuffled, order, longest, 1)[0].max()
    found: list[ScanCluster] = []
    taken: set[int] = set()
    for centre in np.argsort(-ratio, kind="stable"):
        areas = tuple(int(a) for a in order[centre, : size[centre]])
        if ratio[centre] > 0 and taken.isdisjoint(areas):
            taken.update(areas)
            found.append(_describe(counts, areas, int(weeks[centre]), float(ratio[centre]), null))
    return tuple(found)


def areas_by_distance(x: Floats, y: Floats) -> Ints:
    """(A, A) for each area all areas by distance, itself first."""
    distance = np.hypot(x[:, None] - x[None], y[:, None] - y[None])
    np.fill_diagonal(distance, -1.0)
    return np.argsort(distance, axis=1, kind="stable")


def _table(area: Ints, week: Ints, n_areas: int, n_weeks: int) -> Ints:
    return np.bincount(area * n_weeks + week, minlength=n_areas * n_weeks).reshape(n_areas, n_weeks)


def _describe(counts: Ints, areas: tuple[int, ...], weeks: int, ratio: float, null: Floats) -> ScanCluster:
    inside = counts[list(areas)]
    cases = int(inside[:, -weeks:].sum())
    expected = float(inside.sum()) * float(counts[:, -weeks:].sum()) / float(counts.sum())
    rank = 1 + int(np.count_nonzero(null >= ratio - 1e-10))
    first_week = counts.shape[1] - weeks
    return ScanCluster(areas, first_week, cases, expected, ratio, rank / (len(null) + 1), gumbel_p(ratio, null))


def gumbel_p(value: float, null: Floats) -> float:
    """P(a draw is at least value) under the Gumbel distribution with the mean and spread of the draws."""
    scale = float(np.std(null, ddof=1)) * math.sqrt(6) / math.pi
    mode = float(np.mean(null)) - EULER * scale
    return -math.expm1(-math.exp(-(value - mode) / scale)) if scale > 0 else 1.0


@njit(cache=True, nogil=True)
def permutation_ratio(cases: float, expected: float, total: float) -> float:
    """LLR of one zone and window."""
    if cases <= expected:
        return 0.0
    value = cases * math.log(cases / expected)
    if total > cases:
        value += (total - cases) * math.log((total - cases) / (total - expected))
    return value


@njit(cache=True, nogil=True)
def sum_backwards(counts: Ints, longest: int) -> Floats:
    """(A, longest + 1) cases of each area in the last 0 … longest weeks; counts (A, W)."""
    n_areas, n_weeks = counts.shape
    recent = np.zeros((n_areas, longest + 1))
    for a in range(n_areas):
        for w in range(1, longest + 1):
            recent[a, w] = recent[a, w - 1] + counts[a, n_weeks - w]
    return recent


@njit(cache=True, nogil=True)
def best_of_each_centre(counts: Ints, order: Ints, longest: int, fewest: int) -> tuple[Floats, Ints, Ints]:
    """The best circle and window of each centre, counts (A, W), with at least `fewest` cases.

    LLR, number of areas and number of weeks, each (A,).
    """
    n_areas, n_weeks = counts.shape
    longest = min(longest, n_weeks)
    total = float(counts.sum())
    recent = sum_backwards(counts, longest)
    of_window = recent.sum(axis=0)
    of_area = counts.sum(axis=1)
    best = np.zeros(n_areas)
    size, weeks = np.ones(n_areas, dtype=np.int64), np.ones(n_areas, dtype=np.int64)
    if total == 0:
        return best, size, weeks
    for centre in range(n_areas):
        inside, in_all = np.zeros(longest + 1), 0.0
        for k in range(n_areas):
            in_all += of_area[order[centre, k]]
            inside += recent[order[centre, k]]
            if in_all > LARGEST_SHARE * total:
                break
            for w in range(1, longest + 1):
                value = permutation_ratio(inside[w], in_all * of_window[w] / total, total)
                if inside[w] >= fewest and value > best[centre] + 1e-12:
                    best[centre], size[centre], weeks[centre] = value, k + 1, w
    return best, size, weeks

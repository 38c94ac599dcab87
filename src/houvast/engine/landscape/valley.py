# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is there a valley between two groups, or are they two halves of one spectrum?

People of both groups lie on the line between the two centres; their votes say how likely every point of it is
(line.py). Alternative: two normal bumps, always judged on people who took no part in fitting them (five folds). Null:
the best distribution with a single peak (any mixture of uniform distributions that share one end, the mode; Khintchine
1938), fitted with hindsight to the very people it is judged on; what its optimisation may still have missed (the
duality gap, at most half a unit of it) is added in favour of the null. Evidence is the difference in log-likelihood:
above zero, two bumps foresee unseen people better than the best single peak describes them afterwards. The idea is that
of split likelihood ratios (Wasserman, Ramdas & Balakrishnan 2020, "universal inference"); the thresholds in
group_search.py are calibrated by simulation (docs/explanation/ladder.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MODES = 11
UNIMODAL_STEPS = 100
BUMP_STEPS = 40
FOLDS = 5
SMALLEST_SIDE = 5
NO_EVIDENCE = -99.0


@dataclass(frozen=True, slots=True)
class ValleyTest:
    """log_evidence: cross-fitted log-likelihood of two bumps minus that of the best single peak; n people."""

    log_evidence: float
    n: int


def measure_valley(
    *, likelihood: Floats, grid: Floats, second: NDArray[np.bool_], fold: NDArray[np.integer]
) -> ValleyTest:
    """Evidence for a valley.

    likelihood: (n, T) of each person's votes at the points of grid (T,); second: (n,), which group a person is nearest
    to; fold: (n,), 0..FOLDS-1, a random split of the people.
    """
    if min(second.sum(), (~second).sum()) < SMALLEST_SIDE:
        return ValleyTest(NO_EVIDENCE, len(likelihood))
    alternative = 0.0
    for f in range(FOLDS):
        judged = fold == f
        if judged.any():
            density = _fit_bumps(likelihood[~judged], grid, second[~judged].astype(np.float64))
            alternative += float(np.log(np.maximum(likelihood[judged] @ density, 1e-300)).sum())
    return ValleyTest(alternative - _bound_unimodal(likelihood), len(likelihood))


@njit(cache=True, nogil=True)
def _fit_bumps(likelihood: Floats, grid: Floats, member: Floats) -> Floats:
    """Two normal bumps on the grid by EM, from initial memberships of the second; returns the density (T,), sum 1."""
    people, points = likelihood.shape
    mean = np.array([-0.5, 0.5])
    variance = np.array([0.05, 0.05])
    share = min(max(member.mean(), 0.02), 0.98)
    bump = np.empty((2, points))
    density = np.empty(points)
    for _ in range(BUMP_STEPS):
        for k in range(2):
            _write_bump(grid, mean[k], variance[k], share if k == 1 else 1.0 - share, bump[k])
        density[:] = bump[0] + bump[1]
        weight = np.zeros(2)
        first = np.zeros(2)
        square = np.zeros(2)
        for i in range(people):
            fitted = 1e-300
            for t in range(points):
                fitted += likelihood[i, t] * density[t]
            for t in range(points):
                for k in range(2):
                    w = likelihood[i, t] * bump[k, t] / fitted
                    weight[k] += w
                    first[k] += w * grid[t]
                    square[k] += w * grid[t] * grid[t]
        for k in range(2):
            mean[k] = first[k] / max(weight[k], 1e-9)
            spread = max(square[k] - weight[k] * mean[k] ** 2, 0.0)
            variance[k] = max((spread + 0.01) / (weight[k] + 1.0), 1e-3)
        share = min(max(weight[1] / max(weight[0] + weight[1], 1e-9), 0.02), 0.98)
    return density


@njit(cache=True, nogil=True)
def _write_bump(grid: Floats, mean: float, variance: float, share: float, bump: Floats) -> None:
    """Write a normal bump of total mass `share` on the grid, (T,)."""
    total = 0.0
    for t in range(len(grid)):
        bump[t] = math.exp(-0.5 * (grid[t] - mean) ** 2 / variance)
        total += bump[t]
    for t in range(len(grid)):
        bump[t] *= share / total


@njit(cache=True, nogil=True)
def _bound_unimodal(likelihood: Floats) -> float:
    """Best log-likelihood over densities on the grid with one peak (modes at every few points), rather too high."""
    n, points = likelihood.shape
    cumulative = np.zeros((n, points + 1))
    for i in range(n):
        for t in range(points):
            cumulative[i, t + 1] = cumulative[i, t] + likelihood[i, t]
    best = -1e300
    part = np.empty((n, points))
    for m in range(MODES):
        # Modes in the inner two thirds: between and just around the two centres.
        mode = points // 6 + m * (points - 1 - 2 * (points // 6)) // (MODES - 1)
        _average_stretches(cumulative, mode, part)
        best = max(best, _bound_mixture(part, best))
    return best


@njit(cache=True, nogil=True)
def _average_stretches(cumulative: Floats, mode: int, part: Floats) -> None:
    """Write into part (n, T) each person's likelihood under the uniform distribution between mode and each point."""
    for i in range(part.shape[0]):
        for r in range(part.shape[1]):
            a = min(mode, r)
            b = max(mode, r)
            part[i, r] = (cumulative[i, b + 1] - cumulative[i, a]) / (b - a + 1)


@njit(cache=True, nogil=True)
def _bound_mixture(part: Floats, hopeless: float) -> float:
    """Best log-likelihood over mixtures of the columns of part (n, T), rather too high; given up below `hopeless`."""
    n, points = part.shape
    share = np.full(points, 1.0 / points)
    gradient = np.empty(points)
    value = 0.0
    slack = 0.0
    for _ in range(UNIMODAL_STEPS):
        value = 0.0
        gradient[:] = 0.0
        for i in range(n):
            fitted = 1e-300
            for r in range(points):
                fitted += share[r] * part[i, r]
            value += math.log(fitted)
            for r in range(points):
                gradient[r] += part[i, r] / fitted
        top = 0.0
        for r in range(points):
            top = max(top, gradient[r] / n)
            share[r] *= gradient[r] / n
        slack = n * math.log(max(top, 1.0))
        if value + slack < hopeless or slack < 0.1:
            break
    return value + min(slack, 0.5)

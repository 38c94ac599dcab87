# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the ladder computes, done slowly and plainly: person by person, pair by pair, table by table."""

from __future__ import annotations

import itertools
import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def trait_posterior(
    *, agree: NDArray[np.integer], intercept: Floats, slope: Floats, style_variance: float
) -> tuple[Floats, Floats, Floats]:
    """Mode (2,), mean (2,) and covariance (2, 2) of (theta, u) given one person's votes, on a fine square grid.

    agree (n,), intercept (n,), slope (n,): of the statements this person agreed or disagreed with.
    """
    theta, style = np.linspace(-5, 5, 601), np.linspace(-4, 4, 481)
    logs = -0.5 * theta[:, None] ** 2 - 0.5 * style[None, :] ** 2 / style_variance
    for x, a, b in zip(agree, intercept, slope, strict=True):
        lean = a + b * theta[:, None] + style[None, :]
        logs = logs - np.log1p(np.exp(np.where(x == 1, -lean, lean)))
    weight = np.exp(logs - logs.max())
    weight /= weight.sum()
    row, column = np.unravel_index(int(logs.argmax()), logs.shape)
    points = np.stack(np.broadcast_arrays(theta[:, None], style[None, :]), axis=-1)
    mean = np.einsum("ts,tsa->a", weight, points)
    offset = points - mean
    return (
        np.array([theta[row], style[column]]),
        mean,
        np.einsum("ts,tsa,tsb->ab", weight, offset, offset),
    )


def adjusted_rand(one: NDArray[np.integer], two: NDArray[np.integer]) -> float:
    """Adjusted Rand index by looking at every pair of people (Hubert & Arabie 1985)."""
    both = first = second = total = 0
    for i, j in itertools.combinations(range(len(one)), 2):
        a, b = one[i] == one[j], two[i] == two[j]
        both += a and b
        first += a
        second += b
        total += 1
    expected = first * second / max(total, 1)
    most = (first + second) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def weakest_chain(gaps: Floats) -> float:
    """Smallest mean of the edges over all spanning trees, by trying every set of K - 1 edges."""
    groups = len(gaps)
    best = math.inf
    for edges in itertools.combinations(itertools.combinations(range(groups), 2), groups - 1):
        reached = {0}
        for _ in range(groups):
            reached |= {k for edge in edges if reached & set(edge) for k in edge}
        if len(reached) == groups:
            best = min(best, float(np.mean([gaps[edge] for edge in edges])))
    return best


def best_single_peak(likelihood: Floats, *, modes: tuple[int, ...], steps: int) -> float:
    """Best log-likelihood over densities that rise to one of the modes and fall after it.

    Every such density is a mixture of uniform stretches that end at the mode; weights by many plain EM steps.
    """
    points = likelihood.shape[1]
    best = -math.inf
    for mode in modes:
        stretches = np.zeros((points, points))
        for end in range(points):
            low, high = min(mode, end), max(mode, end)
            stretches[end, low : high + 1] = 1 / (high - low + 1)
        part = likelihood @ stretches.T
        share = np.full(points, 1 / points)
        for _ in range(steps):
            share = share * (part / (part @ share)[:, None]).mean(axis=0)
        best = max(best, float(np.log(part @ share).sum()))
    return best


def tables_within_reach(matrix: NDArray[np.int8]) -> set[bytes]:
    """All full tables that follow from a full one by swaps: two people, two statements, (a, b) against (b, a)."""
    known, fresh = {matrix.tobytes()}, [matrix]
    while fresh:
        table = fresh.pop()
        for one, two in itertools.combinations(range(len(table)), 2):
            for j, k in itertools.combinations(range(table.shape[1]), 2):
                if table[one, j] == table[two, k] and table[one, k] == table[two, j]:
                    swapped = table.copy()
                    swapped[[one, two], j], swapped[[one, two], k] = table[[two, one], j], table[[two, one], k]
                    if swapped.tobytes() not in known:
                        known.add(swapped.tobytes())
                        fresh.append(swapped)
    return known

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How seldom does chance give so many? Tails of the negative binomial with mean m and variance v, in compiled code.

size r = m² / (v − m), probability m / v. Mid-p: P(Y > y) + P(Y = y) / 2, which is not biased on small counts
(Lancaster 1961). The upper tail is summed from y upward, so that it keeps its precision where 1 − F(y) would be 0.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

POISSON_LIMIT = 1.0005
SMALLEST_MEAN = 1e-9
MOST_TERMS = 100_000


@njit(cache=True, nogil=True)
def log_pmf(y: int, mean: float, variance: float) -> float:
    """ln P(Y = y); Poisson when the variance is (nearly) the mean."""
    mean = max(mean, SMALLEST_MEAN)
    if variance <= POISSON_LIMIT * mean:
        return y * math.log(mean) - mean - math.lgamma(y + 1.0)
    size = mean * mean / (variance - mean)
    chance = mean / variance
    return (
        math.lgamma(y + size)
        - math.lgamma(size)
        - math.lgamma(y + 1.0)
        + size * math.log(chance)
        + y * math.log1p(-chance)
    )


@njit(cache=True, nogil=True)
def next_ratio(y: int, mean: float, variance: float) -> float:
    """P(Y = y + 1) / P(Y = y)."""
    mean = max(mean, SMALLEST_MEAN)
    if variance <= POISSON_LIMIT * mean:
        return mean / (y + 1.0)
    size = mean * mean / (variance - mean)
    return (1.0 - mean / variance) * (y + size) / (y + 1.0)


@njit(cache=True, nogil=True)
def surprise(y: int, mean: float, variance: float) -> float:
    """−ln of the mid-p upper tail at y; 0 when y is not above the mean."""
    if y <= mean:
        return 0.0
    relative, term = 0.5, 1.0
    for step in range(MOST_TERMS):
        term *= next_ratio(y + step, mean, variance)
        relative += term
        if term < 1e-12 * relative:
            break
    return -(log_pmf(y, mean, variance) + math.log(relative))


@njit(cache=True, nogil=True)
def quantile(share: float, mean: float, variance: float) -> float:
    """The smallest y with P(Y ≤ y) ≥ share."""
    chance = math.exp(log_pmf(0, mean, variance))
    total, y = chance, 0
    while total < share and y < MOST_TERMS:
        chance *= next_ratio(y, mean, variance)
        total += chance
        y += 1
    return np.float64(y)

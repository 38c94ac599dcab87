# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far apart are people? Separate measures, each with an interval, and never one score.

alignment  How much do the dividing lines of different statements coincide? lambda_1 / mean lambda_1 without structure
           (structure.py): 1 when nobody's vote on one statement says anything about another. lambda_1 is a sum of
           squared scores over people, so each person's influence is known to first order (enlarged where one person
           pulls the line towards itself) and gives the interval.
distance   Between two groups: the difference of their centres in standard deviations within groups. On the line through
           both centres (line.py), two normal curves of one width are fitted to what everybody's votes say; a person's
           measurement error is thereby taken out.
overlap    The share of two such curves that lies under both: 2 Phi(-distance / 2). The same curve: 1.

Intervals of distance and overlap: normal for the logarithm of the distance, with its spread over DRAWS bootstrap
samples of people. What groups feel about each other (affective polarisation) cannot be measured from votes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.result import SegmentPair

Floats = NDArray[np.float64]

DRAWS = 59
PEOPLE = 2_000
STEPS = 15
LINE_STEPS = 200
NARROWEST = 1e-4


def estimate_alignment(
    *, eigenvalue: float, null_mean: float, scores: Floats, energy: Floats, level: float = 0.95
) -> Estimate:
    """lambda_1 / mean null lambda_1, at least 0.

    scores: (P,), projections of the residual votes on the first eigenvector (their squares add up to lambda_1).
    energy: (P,), sums of squared residual votes, to which the null value is proportional.
    """
    value = eigenvalue / null_mean
    leverage = np.minimum(scores**2 / max(eigenvalue, 1e-300), 0.5)
    influence = (scores**2 - eigenvalue * energy / energy.sum()) / null_mean / (1 - leverage)
    taking_part = energy > 0
    people = int(taking_part.sum())
    spread = float(np.sqrt(people / max(people - 1, 1) * np.sum(influence[taking_part] ** 2)))
    half = float(ndtri(0.5 + level / 2)) * spread
    return Estimate(value, max(value - half, 0.0), value + half, level, people)


def compare_on_line(
    likelihood: Floats, *, grid: Floats, first: int, second: int, rng: np.random.Generator, level: float = 0.95
) -> SegmentPair:
    """Distance and overlap of groups `first` and `second` from the people of both.

    likelihood: (n, T) of each person's votes at the points of grid (T,), on which -1/2 and +1/2 are the two centres.
    """
    people = len(likelihood)
    used = likelihood if people <= PEOPLE else likelihood[np.sort(rng.choice(people, PEOPLE, replace=False))]
    size = len(used)
    start = fit_two_curves(used, grid=grid, weight=np.ones(size), start=(-0.5, 0.5, 0.06, 0.5), steps=LINE_STEPS)
    even = np.full(size, 1 / size)
    draws = [
        fit_two_curves(used, grid=grid, weight=rng.multinomial(size, even).astype(np.float64), start=start, steps=STEPS)
        for _ in range(DRAWS)
    ]
    spread = float(np.std([np.log(_distance(*draw)) for draw in draws], ddof=1)) * float(np.sqrt(size / people))
    return _as_pair(first, second, _distance(*start), spread, people, level)


def fit_two_curves(
    likelihood: Floats, *, grid: Floats, weight: Floats, start: tuple[float, float, float, float], steps: int
) -> tuple[float, float, float, float]:
    """Two normal curves of one variance by expectation-maximisation: (mean, mean, variance, share of the second).

    weight: (n,), how often each person counts.
    """
    left, right, variance, share = start
    for _ in range(steps):
        curves = np.exp(-0.5 * (grid - np.array([[left], [right]])) ** 2 / variance)
        curves *= np.array([[1 - share], [share]]) / curves.sum(axis=1, keepdims=True)
        mass = curves * ((weight / (likelihood @ curves.sum(axis=0))) @ likelihood)
        total = np.maximum(mass.sum(axis=1), 1e-9)
        left, right = (float(x) for x in mass @ grid / total)
        squares = (mass * (grid - np.array([[left], [right]])) ** 2).sum()
        variance = max(float(squares / total.sum()), NARROWEST)
        share = float(np.clip(total[1] / total.sum(), 0.01, 0.99))
    return left, right, variance, share


def _distance(left: float, right: float, variance: float, share: float) -> float:
    """In standard deviations; share is not needed. At least 0.001, so that its logarithm exists."""
    del share
    return float(max(abs(right - left), 1e-3 * np.sqrt(variance)) / np.sqrt(variance))


def _as_pair(first: int, second: int, distance: float, spread: float, people: int, level: float) -> SegmentPair:
    """spread: standard error of the logarithm of the distance."""
    half = float(ndtri(0.5 + level / 2)) * spread
    low, high = distance * float(np.exp(-half)), distance * float(np.exp(half))
    overlap = Estimate(overlap_of(distance), overlap_of(high), overlap_of(low), level, people)
    return SegmentPair(first, second, Estimate(distance, low, high, level, people), overlap)


def overlap_of(distance: float) -> float:
    """Share that two equally wide normal curves so many standard deviations apart have in common."""
    return float(2 * ndtr(-distance / 2))

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do people know what others here think? What they expect, what is answered, and the difference with its interval.

Asked is how many of ten people taking part agree. So what is expected is the mean of those answers / 10, and it is
compared with the share that agrees of all who answered the statement, passes included. Many people do both; each
person's part in the difference of the two means is taken together:

    d_i = (e_i - mean e) / n_e  [estimated]  -  (a_i - p) / n_v  [voted],    var = n / (n - 1) sum_i d_i^2

which holds for paired and for separate people (the delta method for a difference of ratios; Cochran 1977, 6.16).
Answers are whole tenths; each has at least the variance of that rounding, so that equal answers are not certainty.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from houvast.domain.estimate import Estimate

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEVEL = 0.95
ROUNDING_VARIANCE = 0.1**2 / 12


@dataclass(frozen=True, eq=False)
class StatementViews:
    """About one statement. estimated: (E,) shares that people expect, by estimators (E,), distinct row ids of people.

    agreed: (V,) 1 where voters (V,), distinct row ids, agree, else 0.
    """

    estimators: Ints
    estimated: Floats
    voters: Ints
    agreed: Floats


@dataclass(frozen=True, slots=True)
class ComparedViews:
    """What is expected, what is answered, and expected minus answered; agreed: how many of the voters."""

    perceived: Estimate
    actual: Estimate
    gap: Estimate
    agreed: int


def perceive(estimated: Floats, *, level: float = LEVEL) -> Estimate:
    """The share that people expect to agree; needs two of them."""
    e = len(estimated)
    own = float(estimated.var(ddof=1)) / e + ROUNDING_VARIANCE / e
    return _interval(float(estimated.mean()), own, freedom=e - 1, least=0.0, level=level, n=e)


def compare_views(views: StatementViews, *, level: float = LEVEL) -> ComparedViews:
    """The comparison for one statement; needs two estimators and two voters."""
    expected, share = float(views.estimated.mean()), float(views.agreed.mean())
    e, v = len(views.estimated), len(views.agreed)
    people, at = np.unique(np.concatenate([views.estimators, views.voters]), return_inverse=True)
    parts = np.concatenate([(views.estimated - expected) / e, -(views.agreed - share) / v])
    joint = np.bincount(at, weights=parts, minlength=len(people))
    variance = float((joint**2).sum()) * len(people) / (len(people) - 1) + ROUNDING_VARIANCE / e
    gap = _interval(expected - share, variance, freedom=min(e, v) - 1, least=-1.0, level=level, n=e)
    return ComparedViews(
        perceived=perceive(views.estimated, level=level),
        actual=_wilson(share, v, level=level),
        gap=gap,
        agreed=round(float(views.agreed.sum())),
    )


def _interval(value: float, variance: float, *, freedom: int, least: float, level: float, n: int) -> Estimate:
    """Student's t, kept within what is possible: least to 1."""
    half = float(special.stdtrit(freedom, (1 + level) / 2)) * variance**0.5
    return Estimate(value, max(value - half, least), min(value + half, 1.0), level, n)


def _wilson(share: float, n: int, *, level: float) -> Estimate:
    z = float(special.ndtri((1 + level) / 2))
    centre, size = share + z * z / (2 * n), 1 + z * z / n
    half = z * (share * (1 - share) / n + z * z / (4 * n * n)) ** 0.5
    return Estimate(share, max((centre - half) / size, 0.0), min((centre + half) / size, 1.0), level, n)

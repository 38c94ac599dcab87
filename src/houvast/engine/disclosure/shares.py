# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be said about a share whose count is hidden? Wilson's bounds at the extremes that the shown numbers allow.

Wilson (1927): (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.suppression import DisclosedCounts
from houvast.engine.disclosure.table_flow import N

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Shares:
    """Shares that may be shown: value NaN where hidden; all of one shape. n: -1 where hidden."""

    value: Floats
    low: Floats
    high: Floats
    n: NDArray[np.int64]
    level: float

    def at(self, *index: int) -> Estimate:
        """One share; its value is None where hidden."""
        value, n = float(self.value[index]), int(self.n[index])
        shown = None if np.isnan(value) else value
        return Estimate(shown, float(self.low[index]), float(self.high[index]), self.level, n if n >= 0 else None)


def bound_share(share: Floats, n: Floats, *, level: float, upper: bool) -> Floats:
    """Wilson's lower or upper bound; 0 or 1 where n is 0."""
    z = float(special.ndtri((1 + level) / 2))
    size = np.maximum(n, 1)
    centre = share + z * z / (2 * size)
    half = z * np.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    bound = (centre + half if upper else centre - half) / (1 + z * z / size)
    return np.where(n > 0, np.clip(bound, 0, 1), 1.0 if upper else 0.0)


def disclose_shares(counts: DisclosedCounts, *, column: int, level: float, weighted: bool) -> Shares:
    """Shares of one answer among all who answered, (S, 1 + G), from the counts alone.

    weighted: hidden shares then say nothing, because a weighted share may lie outside the range of counts.
    """
    shown = counts.shown[:, :, column] & counts.shown[:, :, N]
    few, many = counts.low[:, :, N].astype(float), np.maximum(counts.high[:, :, N], 1).astype(float)
    least = np.clip(counts.low[:, :, column] / many, 0, 1)
    most = np.clip(counts.high[:, :, column] / np.maximum(few, 1), 0, 1)
    low = bound_share(least, few, level=level, upper=False)
    high = bound_share(most, few, level=level, upper=True)
    if weighted:
        low, high = np.where(shown, low, 0.0), np.where(shown, high, 1.0)
    n = np.where(counts.shown[:, :, N], counts.value[:, :, N], -1)
    return Shares(np.where(shown, least, np.nan), low, high, n, level)


def bound_divisiveness(counts: DisclosedCounts, *, level: float) -> tuple[Floats, Floats]:
    """Range (S,) of 4 p (1 - p), p the share agreeing among those with an opinion, given what is shown."""
    agree_low, disagree_low = (counts.low[:, 0, c].astype(float) for c in (0, 1))
    agree_high, disagree_high = (counts.high[:, 0, c].astype(float) for c in (0, 1))
    n = agree_low + disagree_low
    least = agree_low / np.maximum(agree_low + disagree_high, 1)
    most = np.where(agree_high > 0, agree_high / np.maximum(agree_high + disagree_low, 1), 0)
    low = bound_share(least, n, level=level, upper=False)
    high = bound_share(most, n, level=level, upper=True)
    ends = np.stack([4 * low * (1 - low), 4 * high * (1 - high)])
    return ends.min(axis=0), np.where((low <= 0.5) & (high >= 0.5), 1.0, ends.max(axis=0))

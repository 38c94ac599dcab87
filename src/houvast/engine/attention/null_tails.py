# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do four different scores become one? By how often chance alone gives as much to a theme in a week.

    z = max over detectors of −ln(share of quiet theme-weeks with a maximum at least as high)

The share is read from simulated quiet weeks; beyond all but the hundred highest of them the tail is taken to be
exponential with their mean excess, as the tails of these four scores are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.observations import Floats

TAIL = 100
KNOTS = 60


@dataclass(frozen=True, slots=True)
class NullTail:
    """−ln share as a function of one detector's score: broken line through (scores, minus_log), then slope."""

    scores: tuple[float, ...]
    minus_log: tuple[float, ...]
    slope: float

    def of(self, score: Floats) -> Floats:
        """−ln of the share of quiet theme-weeks at or above each score, the same shape; 0 at score 0."""
        inside = np.interp(score, self.scores, self.minus_log)
        beyond = self.minus_log[-1] + self.slope * (score - self.scores[-1])
        return np.where(score > self.scores[-1], beyond, inside)

    def score_for(self, minus_log: float) -> float:
        """The score from which on −ln share is at least minus_log."""
        if minus_log > self.minus_log[-1]:
            return self.scores[-1] + (minus_log - self.minus_log[-1]) / self.slope
        return float(np.interp(minus_log, self.minus_log, self.scores))


def fit_tail(maxima: Floats) -> NullTail:
    """The tail of (N,) weekly theme maxima of one detector under chance."""
    ordered = np.sort(maxima)
    n, tail = len(ordered), min(TAIL, max(1, len(ordered) // 10))
    limit = ordered[n - tail]
    excess = float(np.mean(ordered[n - tail :] - limit))
    places = np.unique(np.round(n - np.geomspace(tail, n, KNOTS)).astype(np.int64))
    scores, share = ordered[places], 1 - places / n
    # equal scores: the share at or above the first of them
    scores, first = np.unique(scores, return_index=True)
    share = np.array([np.count_nonzero(ordered >= s) for s in scores]) / n if len(first) < len(places) else share
    scores, minus_log = np.append(0.0, scores), np.append(0.0, -np.log(share))
    return NullTail(tuple(scores.tolist()), tuple(minus_log.tolist()), 1 / max(excess, 1e-9))


def combine(maxima: Floats, tails: tuple[NullTail, ...]) -> Floats:
    """z of (…, 4) scores: the highest −ln share over the detectors, (…)."""
    combined: Floats = np.max(np.stack([tail.of(maxima[..., d]) for d, tail in enumerate(tails)], axis=-1), axis=-1)
    return combined

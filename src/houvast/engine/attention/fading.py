# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does something that was always noticed fade? The recent weeks of an area against its own past.

P(X ≤ x), X negative binomial with mean m = (usual number a week, per effort) × (recent effort) and variance φ m. An
area that says nothing of good things is not an area without them: what is found is a reason to go and look.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import nbinom

from houvast.engine.attention.observations import Floats, Ints

RECENT_WEEKS = 8
LEAST_PAST_WEEKS = 12
LEAST_EXPECTED = 4.0
DISPERSION = 1.4
SELDOM = 0.01


@dataclass(frozen=True, slots=True)
class Fading:
    """An area (index) where `observed` came in the recent weeks, of the `expected`; how often chance gives so few."""

    area: int
    observed: int
    expected: float
    probability: float


def find_fading(counts: Ints, *, effort: Floats | None = None) -> tuple[Fading, ...]:
    """Areas of counts (W, A) whose last eight weeks are far under their past; in the order of the areas.

    effort: (W, A), 1 is usual. Nothing is said with fewer than twelve weeks of past, of areas that nobody went to, or
    where fewer than four would be usual: then so few are no news.
    """
    past, recent = counts[:-RECENT_WEEKS], counts[-RECENT_WEEKS:]
    if len(past) < LEAST_PAST_WEEKS:
        return ()
    looked = np.ones(counts.shape) if effort is None else effort
    past_effort, recent_effort = looked[:-RECENT_WEEKS].sum(axis=0), looked[-RECENT_WEEKS:].sum(axis=0)
    rate = np.divide(past.sum(axis=0), past_effort, out=np.zeros(counts.shape[1]), where=past_effort > 0)
    expected = rate * recent_effort
    observed = recent.sum(axis=0)
    size = np.maximum(expected, 1e-9) / (DISPERSION - 1)
    chance = nbinom.cdf(observed, size, 1 / DISPERSION)
    found = np.flatnonzero((expected >= LEAST_EXPECTED) & (chance < SELDOM))
    return tuple(Fading(int(a), int(observed[a]), float(expected[a]), float(chance[a])) for a in found)

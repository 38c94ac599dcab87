# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which events lift the number of observations in an invented municipality without being news?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.observations import Floats

WEEKS_A_YEAR = 52
NEW_YEAR_THEMES = 2
CAMPAIGNS_A_YEAR = 2.0


@dataclass(frozen=True, slots=True)
class Event:
    """Themes lifted by `factor` in the weeks first_week … last_week; known to the municipality or not."""

    themes: tuple[int, ...]
    first_week: int
    last_week: int
    factor: float
    is_known: bool

    def apply(self, multiplier: Floats) -> None:
        """Lift multiplier, (W, H), in place."""
        for theme in self.themes:
            multiplier[max(self.first_week, 0) : self.last_week + 1, theme] *= self.factor


def draw_events(n_weeks: int, n_themes: int, *, rng: np.random.Generator) -> tuple[Event, ...]:
    """New Year (known, × 4, one week, two themes), elections (known, × 2.5, three weeks, one theme, every other year)
    and campaigns (× 1.8, four weeks, one theme, two a year, half of them known)."""
    start = int(rng.integers(WEEKS_A_YEAR))
    festive = tuple(int(h) for h in rng.choice(n_themes, NEW_YEAR_THEMES, replace=False))
    events = [Event(festive, w, w, 4.0, is_known=True) for w in range(start, n_weeks, WEEKS_A_YEAR)]
    for _ in range(rng.poisson(0.5 * n_weeks / WEEKS_A_YEAR)):
        week = int(rng.integers(n_weeks))
        events.append(Event((int(rng.integers(n_themes)),), week, week + 2, 2.5, is_known=True))
    for _ in range(rng.poisson(CAMPAIGNS_A_YEAR * n_weeks / WEEKS_A_YEAR)):
        week = int(rng.integers(n_weeks))
        events.append(Event((int(rng.integers(n_themes)),), week, week + 3, 1.8, is_known=bool(rng.random() < 0.5)))
    return tuple(events)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which weeks are like this one? The weeks just before, and the same time of year in earlier years.

The three usual choices: the last 6 weeks; those and last year's same week +- 6; the same week +- 4 of two years.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.reference.judgement import Ints

YEAR = 52


@dataclass(frozen=True, slots=True)
class SameWeeks:
    """The `recent` weeks before the judged one, and its week +- half_window of each of the last `years` years."""

    recent: int
    years: int
    half_window: int

    @property
    def offsets(self) -> Ints:
        """Weeks from the judged one (n,), all negative."""
        window = np.arange(-self.half_window, self.half_window + 1)
        earlier = [window - YEAR * year for year in range(1, self.years + 1)]
        return np.concatenate([np.arange(-self.recent, 0), *earlier]).astype(np.int64)

    @property
    def minimum_weeks(self) -> int:
        """The weeks of history that a judged week needs."""
        return int(-self.offsets.min())


LAST_SIX_WEEKS = SameWeeks(recent=6, years=0, half_window=6)
SIX_WEEKS_AND_LAST_YEAR = SameWeeks(recent=6, years=1, half_window=6)
TWO_YEARS = SameWeeks(recent=0, years=2, half_window=4)

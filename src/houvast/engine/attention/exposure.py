# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much could there be to count? What is known beforehand about each week, as a factor E on the usual number.

    E = calendar × effort × reporters still there (reporters_there.py) × G(age of the week)

G(d): the share entered within d weeks, by the product-limit estimate for right-truncated delays (Lagakos 1988) over
observations of the last 26 weeks; a late share of 0 is held for unlikely (two imagined observations in time).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.observations import Floats, ObservationTable
from houvast.engine.attention.reporters_there import reporters_there

LOWEST = 1e-3
LEAST_EFFORT = 0.25
DELAY_WINDOW = 26
LONGEST_DELAY = 8
DELAY_PRIOR = 2.0


@dataclass(frozen=True, slots=True)
class Exposure:
    """E = by_area (W, A) × by_theme (W, H)."""

    by_area: Floats
    by_theme: Floats


def find_exposure(table: ObservationTable) -> Exposure:
    """E of every week, area and theme. Effort counts for a quarter at least: people also note what nobody asked."""
    effort = None if table.effort is None else np.maximum(table.effort, LEAST_EFFORT)
    by_area, by_theme = _by_area(table, effort) * reporters_there(table), _by_theme(table)
    return Exposure(np.maximum(by_area, LOWEST), by_theme)


def exposure_whoever_is_there(table: ObservationTable) -> Exposure:
    """E without regard to reporters who stopped, and 0 where nobody went: what would come if all were still there."""
    return Exposure(_by_area(table, table.effort), _by_theme(table))


def _by_area(table: ObservationTable, effort: Floats | None) -> Floats:
    weeks, areas, _ = table.shape
    entered = entered_within(table)[np.minimum(np.arange(weeks)[::-1], LONGEST_DELAY)]
    return np.repeat(entered[:, None], areas, axis=1) * (1.0 if effort is None else effort)


def _by_theme(table: ObservationTable) -> Floats:
    weeks, _, themes = table.shape
    calendar = np.ones((weeks, 1)) if table.calendar is None else table.calendar.reshape(weeks, -1)
    return np.maximum(np.ascontiguousarray(np.broadcast_to(calendar, (weeks, themes))), LOWEST)


def entered_within(table: ObservationTable) -> Floats:
    """G(d) for d = 0 … 8, (9,): the share of a week's observations that is entered by d weeks later."""
    share = np.ones(LONGEST_DELAY + 1)
    if table.entered_week is None:
        return share
    age = table.n_weeks - 1 - table.week
    delay = np.minimum(table.entered_week - table.week, LONGEST_DELAY)
    for d in range(LONGEST_DELAY, 0, -1):
        visible = (age >= d) & (age < DELAY_WINDOW) & (delay <= d)
        late = np.count_nonzero(delay[visible] == d) / (np.count_nonzero(visible) + DELAY_PRIOR)
        share[d - 1] = share[d] * (1 - late)
    return share

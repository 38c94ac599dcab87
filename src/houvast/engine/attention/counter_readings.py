# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What else could explain a point? The plain readings against it, each with how much of the rise it could carry.

One busy reporter, more listening than usual, a known occasion, notes that came in late, small numbers. Each weight is
the share (0 … 1) of the observations above the usual that would go if the reading were true; they overlap and are not
probabilities. They order what people should look at first, and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.observations import ObservationTable
from houvast.engine.attention.points import AttentionPoint

WEEKS_BEFORE = 8
LATE_WEEKS = 2
FEW = 6
KNOWN_ALREADY = 0.4
"""A reading that the expectation already takes into account counts for less."""


class CounterKind(Enum):
    """The readings against a point."""

    ONE_REPORTER = "one busy reporter"
    MORE_EFFORT = "more listening"
    OCCASION = "known occasion"
    LATE_NOTES = "late notes"
    SMALL_NUMBERS = "small numbers"


@dataclass(frozen=True, slots=True)
class CounterReading:
    """A reading against a point. figure: what it rests on, by kind.

    ONE_REPORTER: how many of the observations are of the busiest reporter. MORE_EFFORT: times the usual effort.
    OCCASION: 0. LATE_NOTES: how many were written down two weeks later or more. SMALL_NUMBERS: how many there are.
    """

    kind: CounterKind
    weight: float
    figure: float


def find_counter_readings(
    table: ObservationTable, point: AttentionPoint, *, has_occasion: bool
) -> tuple[CounterReading, ...]:
    """All that have any weight, the strongest first. has_occasion: a known occasion fell in these weeks."""
    inside = is_of_point(table, point)
    excess = max(point.observed - point.expected.mid, 1.0)
    found = (
        _one_reporter(table, point, inside, excess),
        _more_effort(table, point, excess),
        CounterReading(CounterKind.OCCASION, _of_occasion(table, point) if has_occasion else 0.0, 0.0),
        _late_notes(table, inside, excess),
        CounterReading(CounterKind.SMALL_NUMBERS, max(0.0, 1 - point.observed / FEW), float(point.observed)),
    )
    order = list(CounterKind)
    weighty = [one for one in found if one.weight > 0]
    return tuple(sorted(weighty, key=lambda one: (-one.weight, order.index(one.kind))))


def is_of_point(table: ObservationTable, point: AttentionPoint) -> NDArray[np.bool_]:
    """(N,) whether each observation belongs to the point."""
    inside: NDArray[np.bool_] = (
        (table.theme == point.theme) & (table.week >= point.first_week) & (table.week <= point.last_week)
    )
    return inside if point.is_city_wide else inside & np.isin(table.area, point.areas)


def _one_reporter(
    table: ObservationTable, point: AttentionPoint, inside: NDArray[np.bool_], excess: float
) -> CounterReading:
    _, counts = np.unique(table.reporter[inside], return_counts=True)
    busiest = int(counts.max()) if len(counts) else 0
    weight = min(1.0, (busiest - 1) / excess) if busiest > 1 else 0.0
    # The comparison counts at most two a week of one reporter; where it stands without any one, part of that is met.
    return CounterReading(
        CounterKind.ONE_REPORTER, weight * (KNOWN_ALREADY if point.holds_without_one_reporter else 1.0), float(busiest)
    )


def _more_effort(table: ObservationTable, point: AttentionPoint, excess: float) -> CounterReading:
    if table.effort is None:
        return CounterReading(CounterKind.MORE_EFFORT, 0.0, 1.0)
    areas = list(point.areas) or list(range(len(table.areas)))
    during = table.effort[point.first_week : point.last_week + 1, areas].mean()
    before = table.effort[max(0, point.first_week - WEEKS_BEFORE) : point.first_week, areas]
    ratio = float(during / before.mean()) if before.size and before.mean() > 0 else 1.0
    explained = min(1.0, max(0.0, (ratio - 1) * point.expected.mid / excess))
    return CounterReading(CounterKind.MORE_EFFORT, explained * KNOWN_ALREADY, ratio)


def _of_occasion(table: ObservationTable, point: AttentionPoint) -> float:
    """Less where a multiplier was learned: the expectation holds it already."""
    if table.calendar is None:
        return 1.0
    weeks = table.calendar[point.first_week : point.last_week + 1]
    known = weeks if weeks.ndim == 1 else weeks[:, point.theme]
    return KNOWN_ALREADY if bool((known != 1).any()) else 1.0


def _late_notes(table: ObservationTable, inside: NDArray[np.bool_], excess: float) -> CounterReading:
    if table.entered_week is None:
        return CounterReading(CounterKind.LATE_NOTES, 0.0, 0.0)
    late = int(((table.entered_week - table.week)[inside] >= LATE_WEEKS).sum())
    return CounterReading(CounterKind.LATE_NOTES, min(1.0, late / excess) * 0.5, float(late))

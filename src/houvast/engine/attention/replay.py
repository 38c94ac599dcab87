# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would the list have shown in the past? Week by week, with only what was known in that week.

For each week the table is cut at that week (also what was entered later), read anew, and looked at in its last week.
What was confirmed later is not left out of what was usual earlier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from houvast.engine.attention.alarms import Alarm, find_alarms
from houvast.engine.attention.attention_list import FEWEST_WEEKS, look_at, points_of, read_table
from houvast.engine.attention.calibration import WEEKS_A_MONTH, Calibration, calibrate
from houvast.engine.attention.evidence import Evidence
from houvast.engine.attention.observations import ObservationTable
from houvast.engine.attention.points import AttentionPoint

CALIBRATE_EVERY = 13


@dataclass(frozen=True, slots=True)
class Replay:
    """points: announced, in the order in which they would have come on the list; watch: the watch list.

    first_week … first_week + n_weeks − 1 were replayed. thresholds: (week, the line from that week on).
    """

    points: tuple[AttentionPoint, ...]
    watch: tuple[AttentionPoint, ...]
    first_week: int
    n_weeks: int
    thresholds: tuple[tuple[int, float], ...]

    @property
    def points_a_month(self) -> float:
        """Announced points a month; how many of them were for nothing only people can say."""
        return len(self.points) / (self.n_weeks / WEEKS_A_MONTH)


def known_in(table: ObservationTable, week: int) -> ObservationTable:
    """The table as it was at the end of `week`."""
    entered = table.week if table.entered_week is None else table.entered_week
    kept = (table.week <= week) & (entered <= week)
    return replace(
        table,
        n_weeks=week + 1,
        area=table.area[kept],
        theme=table.theme[kept],
        week=table.week[kept],
        reporter=table.reporter[kept],
        source=table.source[kept],
        entered_week=None if table.entered_week is None else entered[kept],
        calendar=None if table.calendar is None else table.calendar[: week + 1],
        effort=None if table.effort is None else table.effort[: week + 1],
        left_out=frozenset(cell for cell in table.left_out if cell[0] <= week),
    )


def replay(
    table: ObservationTable,
    *,
    first_week: int,
    budget: float,
    rng: np.random.Generator,
    n_worlds: int,
    calibrate_every: int = CALIBRATE_EVERY,
) -> Replay:
    """The list of every week from first_week on, calibrated on what was known, anew every calibrate_every weeks."""
    first_week = max(first_week, FEWEST_WEEKS)
    history = replace(table, left_out=frozenset())
    calibrations = [
        (week, calibrate(known_in(history, week - 1), rng=rng, budget=budget, n_worlds=n_worlds))
        for week in range(first_week, table.n_weeks, calibrate_every)
    ]
    return replay_with(table, calibrations)


def replay_with(table: ObservationTable, calibrations: Sequence[tuple[int, Calibration]]) -> Replay:
    """The list of every week from that of the first calibration on; each holds from its week to the next one's."""
    history = replace(table, left_out=frozenset())
    first_week = calibrations[0][0]
    alarms = tuple(a for week in range(first_week, table.n_weeks) for a in _alarms_in(history, week, calibrations))
    latest = calibrations[-1][1]
    evidence = Evidence(history, read_table(history).baseline)
    points, watch = points_of(alarms, evidence, latest, latest.threshold)
    return Replay(
        tuple(sorted(points, key=_in_order)),
        tuple(sorted(watch, key=_in_order)),
        first_week,
        table.n_weeks - first_week,
        tuple((week, calibration.threshold) for week, calibration in calibrations),
    )


def _in_order(point: AttentionPoint) -> tuple[int, int]:
    return point.on_list_since, point.theme


def _alarms_in(table: ObservationTable, week: int, calibrations: Sequence[tuple[int, Calibration]]) -> Iterator[Alarm]:
    calibration = next(c for since, c in reversed(calibrations) if since <= week)
    reading = read_table(known_in(table, week))
    looks = look_at(reading, week)
    yield from find_alarms(looks, near=reading.near, calibration=calibration, threshold=calibration.threshold)

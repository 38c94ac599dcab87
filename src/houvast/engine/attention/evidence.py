# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind a point? Who and what was counted, what was expected, and whether it hangs on one reporter.

Leaving one reporter out: of the strongest alarm the counts of the reporter with most are taken away. Cell, cluster and
city are reckoned again; of a build-up the most that the reporter can have added is subtracted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.alarms import Alarm
from houvast.engine.attention.baseline import Baseline
from houvast.engine.attention.counting import counted_once_or_twice, independent_reporters
from houvast.engine.attention.detector_kernels import CITY_EXTRA, FEWEST, LOG_TWO, likelihood_ratio
from houvast.engine.attention.observations import Floats, Ints, ObservationTable
from houvast.engine.attention.points import Detector, ExpectedCount
from houvast.engine.attention.tails import quantile, surprise

FEWEST_REPORTERS = 2
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Noted:
    """The observations of one window: rows in the table, those that count (cap of two), and their reporters."""

    rows: Ints
    counted: Ints
    reporters: Ints


class Evidence:
    """The table with its baseline, asked about windows of weeks, areas and one theme."""

    def __init__(self, table: ObservationTable, baseline: Baseline) -> None:
        self.table = table
        self.baseline = baseline
        self._reporter = independent_reporters(table)
        self._counts = counted_once_or_twice(table)
        order = np.argsort(table.theme, kind="stable")
        ends = np.searchsorted(table.theme[order], np.arange(len(table.themes) + 1))
        self._of_theme = [order[ends[h] : ends[h + 1]] for h in range(len(table.themes))]

    def noted(self, theme: int, areas: Sequence[int], first_week: int, last_week: int) -> Noted:
        """What was noted there and then (no areas: everywhere)."""
        rows = self._of_theme[theme]
        inside = (self.table.week[rows] >= first_week) & (self.table.week[rows] <= last_week)
        if len(areas):
            inside &= np.isin(self.table.area[rows], areas)
        rows = rows[inside]
        counted = rows[self._counts[rows]]
        return Noted(rows, counted, np.unique(self._reporter[rows]))

    def expected(self, theme: int, areas: Sequence[int], first_week: int, last_week: int) -> ExpectedCount:
        """Middle and 90 % prediction interval of the capped count there and then."""
        mean, variance = self.moments(theme, areas, first_week, last_week)
        return ExpectedCount(quantile(LOW, mean, variance), mean, quantile(HIGH, mean, variance))

    def moments(self, theme: int, areas: Sequence[int], first_week: int, last_week: int) -> tuple[float, float]:
        """Mean and variance of the capped count there and then."""
        weeks = slice(first_week, last_week + 1)
        mean = self._over(self.baseline.mean[weeks, :, theme], areas)
        spread = self.baseline.phi[weeks, theme] @ self._over(self.baseline.spread[weeks, :, theme], areas)
        total = float(mean.sum())
        extra = 0.0 if len(areas) else CITY_EXTRA * total**2
        return total, float(spread) + extra

    @staticmethod
    def _over(values: Floats, areas: Sequence[int]) -> Floats:
        chosen = values if not len(areas) else values[:, list(areas)]
        summed: Floats = chosen.sum(axis=1)
        return summed

    def lifted(self, alarm: Alarm, mean: float, variance: float) -> tuple[float, float]:
        """Mean and variance given how far the rest of the theme and of the area were above usual."""
        phi = float(self.baseline.phi[alarm.week, alarm.theme])
        return mean * alarm.lift, alarm.lift * phi * mean + alarm.lift**2 * (variance - phi * mean)

    def is_announced(self, alarm: Alarm) -> bool:
        """At least three counted observations of at least two independent reporters."""
        noted = self.noted(alarm.theme, alarm.areas, alarm.first_week, alarm.week)
        return len(noted.counted) >= FEWEST and len(noted.reporters) >= FEWEST_REPORTERS

    def raw_without_one(self, alarm: Alarm) -> float:
        """The detector's score when the reporter with most counted observations had noted nothing."""
        noted = self.noted(alarm.theme, alarm.areas, alarm.first_week, alarm.week)
        _, each = np.unique(self._reporter[noted.counted], return_counts=True)
        most = int(each.max(initial=0))
        left = len(noted.counted) - most
        mean, variance = self.moments(alarm.theme, alarm.areas, alarm.first_week, alarm.week)
        if alarm.detector is Detector.BUILD_UP:
            return alarm.raw - LOG_TWO * most * mean / max(variance, 1e-9)
        if alarm.detector is Detector.CLUSTER:
            return likelihood_ratio(left, max(mean, 1e-9), max(variance, 1e-9)) if left >= FEWEST else 0.0
        return surprise(left, *self.lifted(alarm, mean, variance))

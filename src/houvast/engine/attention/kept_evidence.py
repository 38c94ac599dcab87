# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a point, so that it can be looked at later without the observations? Names instead of indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from houvast.engine.attention.counter_readings import CounterReading, find_counter_readings
from houvast.engine.attention.observations import ObservationTable
from houvast.engine.attention.points import AttentionPoint, Detector


@dataclass(frozen=True, slots=True)
class KeptSeries:
    """A week a place: how it is written (2026-W48), what was observed, and the band of what was to be expected."""

    weeks: tuple[str, ...]
    observed: tuple[int, ...]
    low: tuple[float, ...]
    mid: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PointEvidence:
    """A point of counts with all that it rests on; the fields are those of AttentionPoint, in words where it has codes.

    theme, areas: codes (no areas: the whole municipality). sources: codes of the kinds of source. against: the
    strongest reading against it first. occasions: titles of known occasions in these weeks.
    """

    theme: str
    areas: tuple[str, ...]
    first_week: str
    last_week: str
    n_weeks: int
    detectors: tuple[Detector, ...]
    observed: int
    low: float
    mid: float
    high: float
    n_reporters: int
    sources: tuple[str, ...]
    holds_without_one_reporter: bool
    score: float
    recurrence_months: float | None
    is_announced: bool
    series: KeptSeries
    against: tuple[CounterReading, ...] = ()
    occasions: tuple[str, ...] = ()

    @property
    def is_city_wide(self) -> bool:
        """Whether the theme rises in the whole municipality."""
        return not self.areas


def gather_evidence(
    table: ObservationTable,
    point: AttentionPoint,
    *,
    weeks: Sequence[str],
    sources: Sequence[str],
    occasions: Sequence[str] = (),
) -> PointEvidence:
    """The point with its names. weeks: how each week of the table is written; sources: code of each kind of source."""
    shown = point.series
    return PointEvidence(
        theme=table.themes[point.theme],
        areas=tuple(table.areas[area] for area in point.areas),
        first_week=weeks[point.first_week],
        last_week=weeks[point.last_week],
        n_weeks=point.last_week - point.first_week + 1,
        detectors=point.detectors,
        observed=point.observed,
        low=point.expected.low,
        mid=point.expected.mid,
        high=point.expected.high,
        n_reporters=point.n_reporters,
        sources=tuple(sources[source] for source in point.sources),
        holds_without_one_reporter=point.holds_without_one_reporter,
        score=point.score,
        recurrence_months=point.recurrence_months,
        is_announced=point.is_announced,
        series=KeptSeries(tuple(weeks[w] for w in shown.weeks), shown.observed, shown.low, shown.mid, shown.high),
        against=find_counter_readings(table, point, has_occasion=bool(occasions)),
        occasions=tuple(occasions),
    )

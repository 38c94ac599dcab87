# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does early warning get to see of the signals? Codes of week, area, theme, reporter and source; never a text.

Signals without an area or theme are not in the table: they cannot be compared with what is usual somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import Case, F, When

from houvast.domain.attention import PointKind, PointState
from houvast.domain.observation import ObservationKind, Origin
from houvast.domain.week import WEEK, weeks_between, write_week
from houvast.engine.attention.observations import UNKNOWN_REPORTER, Cell, Floats, Ints, ObservationTable
from houvast.queries.notice.occasions import calendar_of
from houvast.queries.notice.watched_effort import effort_of
from houvast.store.models import Area, AttentionPoint, Observation, Theme

MOST_WEEKS = 260


@dataclass(frozen=True, slots=True)
class CountedObservations:
    """The table with what its codes stand for. first_week: the Monday of week 0."""

    table: ObservationTable
    area_ids: tuple[int, ...]
    theme_ids: tuple[int, ...]
    sources: tuple[str, ...]
    first_week: date

    def week_names(self) -> tuple[str, ...]:
        """How each week is written: 2026-W48."""
        return tuple(write_week(self.monday(week)) for week in range(self.table.n_weeks))

    def monday(self, week: int) -> date:
        """The Monday of a week of the table."""
        return self.first_week + week * WEEK


def count_observations(
    *, week: date, kinds: Iterable[ObservationKind] = (ObservationKind.TENSION,)
) -> CountedObservations:
    """Signals of these kinds until this week (its Monday), at most five years back, and what is known around them."""
    columns = _read(week, tuple(kinds))
    first = min(columns[0], default=week)
    n_weeks = weeks_between(first, week) + 1
    areas = {area.pk: area for area in Area.objects.filter(pk__in=set(columns[1])).defer("outline")}
    themes = {theme.pk: theme for theme in Theme.objects.filter(pk__in=set(columns[2]))}
    area_ids = tuple(sorted(areas, key=lambda pk: areas[pk].code))
    theme_ids = tuple(sorted(themes, key=lambda pk: themes[pk].code))
    sources = tuple(sorted(set(columns[4])))
    table = ObservationTable(
        areas=tuple(areas[pk].code for pk in area_ids),
        themes=tuple(themes[pk].code for pk in theme_ids),
        n_weeks=n_weeks,
        area=_codes(columns[1], area_ids),
        theme=_codes(columns[2], theme_ids),
        week=_weeks(columns[0], first),
        reporter=_reporters(columns[3]),
        source=_codes(columns[4], sources),
        entered_week=_weeks(columns[5], first),
        neighbours=_neighbours([areas[pk] for pk in area_ids]),
        calendar=calendar_of(first, n_weeks, theme_ids),
        effort=effort_of(first, n_weeks, area_ids),
        left_out=_confirmed(first, n_weeks, area_ids, theme_ids),
    )
    return CountedObservations(table, area_ids, theme_ids, sources, first)


def _read(week: date, kinds: tuple[ObservationKind, ...]) -> list[tuple[Any, ...]]:
    """Columns: week, area, theme, reporter, source, week of entry (of what was read in: its own week)."""
    # When another system's signals were read in says nothing of how late people note.
    entered = Case(When(origin=Origin.IMPORTED, then=F("week")), default=F("entered_week"))
    rows = list(
        Observation.objects.filter(
            week__lte=week,
            week__gt=week - MOST_WEEKS * WEEK,
            entered_week__lte=week,
            kind__in=kinds,
            area__isnull=False,
            theme__isnull=False,
        )
        .order_by()
        .values_list("week", "area_id", "theme_id", "reporter_key", "source_kind", entered)
    )
    return list(zip(*rows, strict=True)) if rows else [()] * 6


def _codes(values: Sequence[object], known: Sequence[object]) -> Ints:
    place = {value: code for code, value in enumerate(known)}
    return np.fromiter((place[value] for value in values), dtype=np.int64, count=len(values))


def _reporters(keys: Sequence[str]) -> Ints:
    """A code for each pseudonym; -1 where nobody can tell who reported."""
    known = {key: code for code, key in enumerate(dict.fromkeys(key for key in keys if key))}
    return np.fromiter((known.get(key, UNKNOWN_REPORTER) for key in keys), dtype=np.int64, count=len(keys))


def _weeks(days: Sequence[date], first: date) -> Ints:
    known = {day: weeks_between(first, day) for day in set(days)}
    return np.fromiter((known[day] for day in days), dtype=np.int64, count=len(days))


def _neighbours(areas: Sequence[Area]) -> tuple[tuple[int, ...], ...]:
    """Touching areas of the table, nearest first where the centres are known."""
    place = {area.code: index for index, area in enumerate(areas)}
    if not any(area.neighbours for area in areas):
        return ()
    near = [[place[code] for code in area.neighbours if code in place] for area in areas]
    return tuple(
        tuple(sorted(others, key=lambda other: (_distance(area, areas[other]), other)))
        for area, others in zip(areas, near, strict=True)
    )


def _distance(one: Area, other: Area) -> float:
    if None in (one.centre_x, one.centre_y, other.centre_x, other.centre_y):
        return 0.0
    return float(np.hypot(one.centre_x - other.centre_x, one.centre_y - other.centre_y))  # type: ignore[operator]


def _confirmed(first: date, n_weeks: int, area_ids: Sequence[int], theme_ids: Sequence[int]) -> frozenset[Cell]:
    """The cells of points that people confirmed: what happened there is not what is usual."""
    area_place = {pk: code for code, pk in enumerate(area_ids)}
    theme_place = {pk: code for code, pk in enumerate(theme_ids)}
    confirmed = AttentionPoint.objects.filter(
        kind=PointKind.COUNTS, state=PointState.CONFIRMED, theme_id__in=theme_place
    ).prefetch_related("areas")
    cells: set[Cell] = set()
    for point in confirmed:
        areas = [area_place[area.pk] for area in point.areas.all() if area.pk in area_place] or list(
            area_place.values()
        )
        weeks = range(
            max(0, weeks_between(first, point.first_week)), min(n_weeks, weeks_between(first, point.last_week) + 1)
        )
        cells.update((w, a, theme_place[point.theme_id]) for w in weeks for a in areas)  # type: ignore[index]
    return frozenset(cells)


def counts_by_area(counted: CountedObservations) -> Ints:
    """(W, A) all signals of the table, whatever their theme."""
    shape = (counted.table.n_weeks, len(counted.table.areas))
    flat = np.bincount(counted.table.week * shape[1] + counted.table.area, minlength=shape[0] * shape[1])
    return flat.reshape(shape).astype(np.int64)


def effort_or_usual(counted: CountedObservations) -> Floats:
    """(W, A) the effort; 1 everywhere where nothing is known of it."""
    known = counted.table.effort
    return np.ones((counted.table.n_weeks, len(counted.table.areas))) if known is None else known

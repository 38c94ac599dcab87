# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does early warning look at? Who noted what, where, in which week: as codes only, no persons and no text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Cell = tuple[int, int, int]
"""(week, area, theme)"""

UNKNOWN_REPORTER = -1


@dataclass(frozen=True, slots=True)
class ObservationTable:
    """N observations of A areas, H themes and W weeks (0 … W − 1; the last is the current week).

    area, theme, week, reporter, source: (N,) codes. Reporter −1: not known; all unknown reporters of one source count
    as one. entered_week: (N,) the week in which it was written down (never before `week`, never after W − 1), for the
    reporting delay; None: at once. neighbours: for each area the areas next to it, nearest first; empty: not known.
    calendar: (W,) or (W, H) known multipliers of the usual number (holiday, election; 1: nothing known).
    effort: (W, A) how much was looked and listened relative to usual (1: usual, 0: nobody went).
    left_out: cells that were confirmed earlier; they do not count in what is usual.
    """

    areas: tuple[str, ...]
    themes: tuple[str, ...]
    n_weeks: int
    area: Ints
    theme: Ints
    week: Ints
    reporter: Ints
    source: Ints
    entered_week: Ints | None = None
    neighbours: tuple[tuple[int, ...], ...] = ()
    calendar: Floats | None = None
    effort: Floats | None = None
    left_out: frozenset[Cell] = frozenset()

    def __post_init__(self) -> None:
        if self.n_weeks < 1:
            raise InvalidObservations("a table needs at least one week")
        _check_columns(self)
        _check_multipliers(self)

    @property
    def n_observations(self) -> int:
        """N."""
        return len(self.week)

    @property
    def shape(self) -> tuple[int, int, int]:
        """(W, A, H)."""
        return self.n_weeks, len(self.areas), len(self.themes)


class InvalidObservations(ValueError):
    """Columns of different lengths, codes outside their range, or multipliers of the wrong shape."""


def _check_columns(table: ObservationTable) -> None:
    limits = {
        "area": (0, len(table.areas)),
        "theme": (0, len(table.themes)),
        "week": (0, table.n_weeks),
        "reporter": (UNKNOWN_REPORTER, np.iinfo(np.int64).max),
        "source": (0, np.iinfo(np.int64).max),
    }
    for name, (lowest, end) in limits.items():
        column = getattr(table, name)
        if column.shape != table.week.shape or column.ndim != 1:
            raise InvalidObservations(f"{name} has shape {column.shape}, week has {table.week.shape}")
        if len(column) and (column.min() < lowest or column.max() >= end):
            raise InvalidObservations(f"{name} must lie in {lowest} … {end - 1}")
    entered = table.entered_week
    if entered is not None and (
        entered.shape != table.week.shape or (entered < table.week).any() or (entered >= table.n_weeks).any()
    ):
        raise InvalidObservations(
            "entered_week must hold, for each observation, a week from its own to the current one"
        )


def _check_multipliers(table: ObservationTable) -> None:
    weeks, areas, themes = table.shape
    if table.neighbours and len(table.neighbours) != areas:
        raise InvalidObservations(f"neighbours must hold {areas} lists, one for each area")
    if any(not 0 <= other < areas for near in table.neighbours for other in near):
        raise InvalidObservations("a neighbour is not an area of this table")
    _check_factors(table)
    for week, area, theme in table.left_out:
        if not (0 <= week < weeks and 0 <= area < areas and 0 <= theme < themes):
            raise InvalidObservations("left_out names a cell outside the table")


def _check_factors(table: ObservationTable) -> None:
    weeks, areas, themes = table.shape
    if table.calendar is not None and table.calendar.shape not in {(weeks,), (weeks, themes)}:
        raise InvalidObservations(f"calendar must have shape ({weeks},) or ({weeks}, {themes})")
    if table.effort is not None and table.effort.shape != (weeks, areas):
        raise InvalidObservations(f"effort must have shape ({weeks}, {areas})")
    for name, values in (("calendar", table.calendar), ("effort", table.effort)):
        if values is not None and (not np.isfinite(values).all() or (values < 0).any()):
            raise InvalidObservations(f"{name} must hold finite numbers of 0 or more")

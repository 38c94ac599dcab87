# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a municipality's stream of observations look like? Invented years with everything that makes it hard.

12 areas in a grid of 3 × 4, 8 themes. The number a week of an area is log-normal around `per_area_week`; it is noted by
3 to 8 reporters of very unequal zeal (Dirichlet 0.7) who take holidays, stop (after 80 weeks on average) and are
followed by others. Counts are negative binomial (variance 1.3 × mean): reporters note in batches.
Known events: New Year (× 4), elections (× 2.5), half of the campaigns (× 1.8). Not known: the other half of these.
A flood: one reporter notes Poisson(4) a week in one cell, three weeks long.
What should be found is planted by municipality_plants.py.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.observations import Floats, Ints, ObservationTable
from houvast.engine.simulate.municipality_events import Event, draw_events

ROWS, COLUMNS = 3, 4
N_AREAS, N_THEMES = ROWS * COLUMNS, 8
REPORTERS = (3, 8)
ZEAL = 0.7
STAY_WEEKS = 80.0
DISPERSION = 1.3
LEVEL_SPREAD = 0.5
SHARE_CONCENTRATION = 2.0
LOCAL_SPREAD = 0.3
FLOOD_WEEKS = 3
FLOOD_A_WEEK = 4.0
HOLIDAY_WEEKS = 3
ABSENT = 0.05
N_SOURCES = 3


@dataclass(frozen=True, slots=True)
class MunicipalityDesign:
    """n_weeks long; per_area_week observations on average; floods_a_year by one reporter (0: none).

    newcomers: the share of what a planted rise adds that is noted by people who never noted anything before.
    """

    n_weeks: int
    per_area_week: float = 4.0
    floods_a_year: float = 2.0
    newcomers: float = 0.5


@dataclass(frozen=True, slots=True)
class Municipality:
    """An invented municipality before anything is noted.

    rate: (A, H) mean a week when everybody is there. zeal: (R,) share of each reporter in the usual number of the area
    `home` (R,); present: (W, R). multiplier: (W, H) of all events; known: (W, H) of the known ones.
    """

    rate: Floats
    home: Ints
    zeal: Floats
    present: NDArray[np.bool_]
    multiplier: Floats
    known: Floats
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Columns of observations: area, theme, week, reporter (each (N,))."""

    area: Ints
    theme: Ints
    week: Ints
    reporter: Ints


def draw_municipality(design: MunicipalityDesign, *, rng: np.random.Generator) -> Municipality:
    """A municipality with its reporters and events."""
    level = design.per_area_week * np.exp(rng.normal(-(LEVEL_SPREAD**2) / 2, LEVEL_SPREAD, N_AREAS))
    shares = rng.dirichlet(np.full(N_THEMES, SHARE_CONCENTRATION))
    local = shares * np.exp(rng.normal(0.0, LOCAL_SPREAD, (N_AREAS, N_THEMES)))
    home, zeal, present = _draw_reporters(design.n_weeks, rng)
    events = draw_events(design.n_weeks, N_THEMES, rng=rng)
    multiplier, known = np.ones((2, design.n_weeks, N_THEMES))
    for event in events:
        event.apply(multiplier)
        if event.is_known:
            event.apply(known)
    rate = level[:, None] * local / local.sum(axis=1, keepdims=True)
    return Municipality(rate, home, zeal, present, multiplier, known, events)


def _draw_reporters(n_weeks: int, rng: np.random.Generator) -> tuple[Ints, Floats, NDArray[np.bool_]]:
    """Each place in an area is taken by one reporter after another, with a pause of some weeks between."""
    home, zeal, rows = [], [], []
    for area in range(N_AREAS):
        for share in rng.dirichlet(np.full(rng.integers(REPORTERS[0], REPORTERS[1] + 1), ZEAL)):
            week = 0.0
            while week < n_weeks:
                stops = week + rng.exponential(STAY_WEEKS)
                weeks = np.arange(n_weeks)
                home.append(area)
                zeal.append(share)
                rows.append((weeks >= week) & (weeks < stops))
                week = stops + rng.exponential(8.0)
    present = np.array(rows).T
    return np.array(home), np.array(zeal), present & ~_away(present.shape, rng)


def _away(shape: tuple[int, int], rng: np.random.Generator) -> NDArray[np.bool_]:
    """Summer holidays of three weeks between week 26 and 35 of each year, and a single week now and then."""
    n_weeks, n_reporters = shape
    away = rng.random(shape) < ABSENT
    for year in range(n_weeks // 52 + 1):
        first = 52 * year + rng.integers(26, 36 - HOLIDAY_WEEKS, n_reporters)
        weeks = np.arange(n_weeks)[:, None]
        away |= (weeks >= first) & (weeks < first + HOLIDAY_WEEKS)
    return away


def note(town: Municipality, *, rng: np.random.Generator, rise: Floats | None = None) -> Notes:
    """What is noted. rise: (W, A, H) factor on the usual number (1: nothing), for what should be found."""
    presence = np.where(town.present, town.zeal, 0.0)
    intensity = presence[:, :, None] * town.rate[town.home][None] * town.multiplier[:, None, :]
    if rise is not None:
        intensity = intensity * rise[:, town.home, :]
    return draw_notes(intensity, town.home, rng=rng)


def draw_notes(intensity: Floats, home: Ints, *, rng: np.random.Generator) -> Notes:
    """Negative binomial counts with mean `intensity` (W, R, H) as batches: Poisson many, of logarithmic size."""
    flat = np.cumsum(intensity)
    n_batches = rng.poisson(flat[-1] * np.log(DISPERSION) / (DISPERSION - 1))
    chosen = np.searchsorted(flat, rng.random(n_batches) * flat[-1], side="right")
    chosen = np.repeat(chosen, rng.logseries(1 - 1 / DISPERSION, n_batches))
    week, reporter, theme = np.unravel_index(chosen, intensity.shape)
    return Notes(home[reporter], theme, week, reporter)


def draw_floods(town: Municipality, floods_a_year: float, *, rng: np.random.Generator, first_week: int = 0) -> Notes:
    """What over-eager reporters add from first_week on."""
    n_weeks = len(town.present)
    parts = []
    for _ in range(rng.poisson(floods_a_year * (n_weeks - first_week) / 52)):
        start = int(rng.integers(first_week, n_weeks))
        there = np.flatnonzero(town.present[start])
        if not len(there):
            continue
        reporter, theme = int(rng.choice(there)), int(rng.integers(N_THEMES))
        weeks = np.repeat(np.arange(start, start + FLOOD_WEEKS), rng.poisson(FLOOD_A_WEEK, FLOOD_WEEKS))
        weeks = weeks[weeks < n_weeks]
        full = np.full(len(weeks), 1)
        parts.append(Notes(full * town.home[reporter], full * theme, weeks, full * reporter))
    return join_notes(parts)


def join_notes(parts: list[Notes]) -> Notes:
    """All notes in one table of columns."""
    empty = np.zeros(0, dtype=np.int64)
    columns = zip(
        *[(p.area, p.theme, p.week, p.reporter) for p in [Notes(empty, empty, empty, empty), *parts]], strict=True
    )
    return Notes(*(np.concatenate(column) for column in columns))


def as_table(town: Municipality, notes: Notes) -> ObservationTable:
    """What the municipality knows: its notes, its map and its calendar. Each reporter is one of three sources."""
    return ObservationTable(
        areas=tuple(f"area {a + 1}" for a in range(N_AREAS)),
        themes=tuple(f"theme {h + 1}" for h in range(N_THEMES)),
        n_weeks=len(town.present),
        area=notes.area,
        theme=notes.theme,
        week=notes.week,
        reporter=notes.reporter,
        source=notes.reporter % N_SOURCES,
        neighbours=grid_neighbours(),
        calendar=town.known,
    )


def grid_neighbours() -> tuple[tuple[int, ...], ...]:
    """Areas that share a side in the grid."""
    steps = ((-1, 0), (1, 0), (0, -1), (0, 1))
    return tuple(
        tuple(
            (row + up) * COLUMNS + column + right
            for up, right in steps
            if 0 <= row + up < ROWS and 0 <= column + right < COLUMNS
        )
        for row in range(ROWS)
        for column in range(COLUMNS)
    )


def quiet_municipality(design: MunicipalityDesign, *, rng: np.random.Generator) -> ObservationTable:
    """Years in which nothing happens that should be found; events and floods do."""
    town = draw_municipality(design, rng=rng)
    return as_table(town, join_notes([note(town, rng=rng), draw_floods(town, design.floods_a_year, rng=rng)]))

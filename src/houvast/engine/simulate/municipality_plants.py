# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What should early warning find? Four kinds of rise, planted in an invented municipality.

spike: 3 to 8 standard deviations (at least three observations) in one cell, over one to three weeks.
slow: one cell climbs in ten weeks to three and a half to five and a half times its usual number.
cluster: three adjacent areas at three to four and a half times the usual number, four weeks.
city: the theme at 1.6 to 2.4 times the usual number everywhere, six weeks.
Part of what is added is noted by people who never noted anything before, the rest by the area's usual reporters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from houvast.engine.attention.observations import Floats, ObservationTable
from houvast.engine.simulate.municipality import (
    DISPERSION,
    N_AREAS,
    N_THEMES,
    Municipality,
    MunicipalityDesign,
    Notes,
    as_table,
    draw_floods,
    draw_municipality,
    draw_notes,
    grid_neighbours,
    join_notes,
    note,
)

PlantKind = Literal["spike", "slow", "cluster", "city"]
KINDS: tuple[PlantKind, ...] = ("spike", "slow", "cluster", "city")
LENGTHS = {"slow": 10, "cluster": 4, "city": 6}
FACTORS = {"slow": (3.5, 5.5), "cluster": (3.0, 4.5), "city": (1.6, 2.4)}
SPIKE_SIZES = (3.0, 8.0)
FEWEST = 3
TRIES = 1000
SEPARATE = 0.8


@dataclass(frozen=True, slots=True)
class Plant:
    """What was planted: kind, theme, areas (all of them for "city"), and its first and last week."""

    kind: PlantKind
    theme: int
    areas: tuple[int, ...]
    first_week: int
    last_week: int


def planted_municipality(
    design: MunicipalityDesign, kind: PlantKind, *, first_week: int, rng: np.random.Generator
) -> tuple[ObservationTable, Plant]:
    """Years with one rise of this kind that begins in first_week; events and floods as usual."""
    town = draw_municipality(design, rng=rng)
    floods = draw_floods(town, design.floods_a_year, rng=rng)
    if kind == "spike":
        added, plant = _draw_spike(town, design, first_week, rng)
        return as_table(town, join_notes([note(town, rng=rng), floods, added])), plant
    theme, areas = _draw_place(kind, town, rng)
    plant = Plant(kind, theme, areas, first_week, first_week + LENGTHS[kind] - 1)
    extra = _rise(plant, design.n_weeks, rng) - 1
    notes = note(town, rng=rng, rise=1 + extra * (1 - design.newcomers))
    added = _note_by_newcomers(town, extra * design.newcomers, rng) if design.newcomers else join_notes([])
    return as_table(town, join_notes([notes, floods, added])), plant


def _note_by_newcomers(town: Municipality, added: Floats, rng: np.random.Generator) -> Notes:
    """What people who never noted before add: batches like everybody's, each by somebody else."""
    areas = np.arange(N_AREAS)
    notes = draw_notes(added * town.rate[None] * town.multiplier[:, None, :], areas, rng=rng)
    cell = (notes.week * N_AREAS + notes.area) * N_THEMES + notes.theme
    batch = np.concatenate(([0], np.cumsum((np.diff(cell) != 0) | (rng.random(max(len(cell) - 1, 0)) < SEPARATE))))
    return Notes(notes.area, notes.theme, notes.week, len(town.home) + batch[: len(cell)])


def _draw_place(kind: PlantKind, town: Municipality, rng: np.random.Generator) -> tuple[int, tuple[int, ...]]:
    """Theme and areas; a cell is drawn in proportion to its usual number, for a factor on nearly nothing is nothing."""
    cell = int(rng.choice(town.rate.size, p=town.rate.ravel() / town.rate.sum()))
    centre, theme = divmod(cell, N_THEMES)
    if kind == "city":
        return theme, tuple(range(N_AREAS))
    if kind == "slow":
        return theme, (centre,)
    near = rng.choice(grid_neighbours()[centre], 2, replace=False)
    return theme, tuple(sorted((centre, *(int(a) for a in near))))


def _rise(plant: Plant, n_weeks: int, rng: np.random.Generator) -> Floats:
    rise = np.ones((n_weeks, N_AREAS, N_THEMES))
    length = LENGTHS[plant.kind]
    factor = rng.uniform(*FACTORS[plant.kind])
    climb = np.arange(1, length + 1) / length if plant.kind == "slow" else np.ones(length)
    rise[plant.first_week : plant.last_week + 1, plant.areas, plant.theme] += (factor - 1) * climb[:, None]
    return rise


def _draw_spike(
    town: Municipality, design: MunicipalityDesign, first_week: int, rng: np.random.Generator
) -> tuple[Notes, Plant]:
    area, theme = int(rng.integers(N_AREAS)), int(rng.integers(N_THEMES))
    deviation = np.sqrt(DISPERSION * town.rate[area, theme])
    sizes = rng.poisson(rng.uniform(*SPIKE_SIZES) * deviation, TRIES)
    size = int(sizes[np.argmax(sizes >= FEWEST)]) if (sizes >= FEWEST).any() else FEWEST
    last = min(first_week + 2, len(town.present) - 1)
    weeks = np.minimum(first_week + np.floor(rng.lognormal(0.0, 0.5, size)).astype(np.int64), last)
    usual = np.flatnonzero((town.home == area) & town.present[first_week])
    newcomers = len(town.home) + np.arange(size)
    known = rng.choice(usual, size) if len(usual) else newcomers
    reporter = np.where(rng.random(size) < 1 - design.newcomers, known, newcomers)
    full = np.ones(size, dtype=np.int64)
    notes = Notes(full * area, full * theme, weeks, reporter)
    return notes, Plant("spike", theme, (area,), int(weeks.min()), int(weeks.max()))

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what is planted really there, and of the kind it is said to be?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.observations import ObservationTable
from houvast.engine.simulate.municipality import MunicipalityDesign, grid_neighbours
from houvast.engine.simulate.municipality_plants import KINDS, Plant, PlantKind, planted_municipality

DESIGN = MunicipalityDesign(60, floods_a_year=0.0)


def planted(kind: PlantKind, seed: int) -> tuple[ObservationTable, Plant]:
    return planted_municipality(DESIGN, kind, first_week=40, rng=np.random.default_rng(seed))


def counts(table: ObservationTable, plant: Plant) -> tuple[float, float]:
    """Noted a week in the cells of the plant: before it, and while it lasts."""
    here = (table.theme == plant.theme) & np.isin(table.area, plant.areas)
    during = here & (table.week >= plant.first_week) & (table.week <= plant.last_week)
    before = np.count_nonzero(here & (table.week < 40)) / 40
    return before, np.count_nonzero(during) / (plant.last_week - plant.first_week + 1)


@pytest.mark.parametrize(("kind", "low", "high"), [("slow", 2, 4.5), ("cluster", 2.8, 4.8), ("city", 1.5, 2.5)])
def test_rises_have_the_size_that_is_told(kind: PlantKind, low: float, high: float) -> None:
    before, during = np.sum([counts(*planted(kind, seed)) for seed in range(60)], axis=0)
    assert low < during / before < high


def test_a_spike_has_at_least_three_and_falls_in_three_weeks() -> None:
    for seed in range(30):
        table, plant = planted("spike", seed)
        assert 40 <= plant.first_week <= plant.last_week <= 42
        here = (table.theme == plant.theme) & (table.area == plant.areas[0])
        assert np.count_nonzero(here & (table.week >= 40) & (table.week <= 42)) >= 3


@pytest.mark.parametrize(("kind", "length", "areas"), [("slow", 10, 1), ("cluster", 4, 3), ("city", 6, 12)])
def test_plants_last_and_reach_as_far_as_their_kind(kind: PlantKind, length: int, areas: int) -> None:
    _, plant = planted(kind, 1)
    assert (plant.last_week - plant.first_week + 1, len(plant.areas), plant.first_week) == (length, areas, 40)


def test_a_cluster_is_one_area_with_two_neighbours() -> None:
    for seed in range(20):
        _, plant = planted("cluster", seed)
        assert any(set(plant.areas) - {a} <= set(grid_neighbours()[a]) for a in plant.areas)


@pytest.mark.parametrize("kind", KINDS)
def test_people_who_never_noted_before_take_part(kind: PlantKind) -> None:
    shares = []
    for seed in range(20):
        table, plant = planted(kind, seed)
        here = (table.theme == plant.theme) & np.isin(table.area, plant.areas)
        here &= (table.week >= plant.first_week) & (table.week <= plant.last_week)
        earlier = set(table.reporter[table.week < 40].tolist())
        shares.append(np.mean([r not in earlier for r in table.reporter[here]]))
    assert 0.15 < np.mean(shares) < 0.65

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the invented municipality what its description says?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.simulate.municipality import (
    MunicipalityDesign,
    as_table,
    draw_floods,
    draw_municipality,
    draw_notes,
    grid_neighbours,
    join_notes,
    note,
    quiet_municipality,
)

DESIGN = MunicipalityDesign(104)


def test_the_same_seed_gives_the_same_municipality() -> None:
    first, second = (quiet_municipality(DESIGN, rng=np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(first.week, second.week)
    np.testing.assert_array_equal(first.reporter, second.reporter)
    assert first.shape == (104, 12, 8)


def test_areas_differ_around_the_number_that_is_asked() -> None:
    rates = np.array([draw_municipality(DESIGN, rng=np.random.default_rng(s)).rate.sum(axis=1) for s in range(40)])
    assert rates.mean() == pytest.approx(4, rel=0.1)
    assert 0.35 < np.log(rates).std() < 0.65


def test_counts_come_in_batches_with_the_right_mean() -> None:
    intensity = np.full((4000, 1, 2), 1.5)
    notes = draw_notes(intensity, np.array([3]), rng=np.random.default_rng(1))
    counts = np.bincount(notes.week * 2 + notes.theme, minlength=8000)
    assert (counts.mean(), counts.var() / counts.mean()) == (pytest.approx(1.5, rel=0.05), pytest.approx(1.3, rel=0.06))
    assert set(notes.area.tolist()) == {3}


def test_reporters_are_unequal_stop_and_are_followed() -> None:
    town = draw_municipality(MunicipalityDesign(260), rng=np.random.default_rng(2))
    places = {(a, round(float(z), 12)) for a, z in zip(town.home, town.zeal, strict=True)}
    assert 36 <= len(places) <= 96
    assert len(town.home) > 2 * len(places)
    assert 0.6 < town.present.sum(axis=1).mean() / len(places) < 0.95
    shares = [max(z for a, z in places if a == area) for area in range(12)]
    assert np.mean(shares) > 0.35


def test_a_flood_is_one_reporter_in_one_cell_for_three_weeks() -> None:
    town = draw_municipality(DESIGN, rng=np.random.default_rng(3))
    floods = draw_floods(town, 20.0, rng=np.random.default_rng(4), first_week=50)
    assert floods.week.min() >= 50
    for reporter in np.unique(floods.reporter):
        assert set(floods.area[floods.reporter == reporter].tolist()) == {int(town.home[reporter])}
    assert len(draw_floods(town, 0.0, rng=np.random.default_rng(4)).week) == 0


def test_the_table_knows_the_map_and_the_known_events_only() -> None:
    town = draw_municipality(MunicipalityDesign(400), rng=np.random.default_rng(6))
    table = as_table(town, note(town, rng=np.random.default_rng(1)))
    assert table.calendar is not None
    np.testing.assert_array_equal(table.calendar, town.known)
    assert (town.multiplier >= town.known - 1e-12).all()
    assert (town.multiplier > town.known).any()
    assert table.neighbours == grid_neighbours()


def test_neighbours_share_a_side() -> None:
    near = grid_neighbours()
    assert near[0] == (4, 1)
    assert sorted(near[5]) == [1, 4, 6, 9]
    assert all(a in near[b] for a in range(12) for b in near[a])


def test_a_rise_adds_what_it_says() -> None:
    town = draw_municipality(DESIGN, rng=np.random.default_rng(7))
    rise = np.ones((104, 12, 8))
    rise[:, 2, 3] = 5.0
    notes = [note(town, rng=np.random.default_rng(s), rise=r) for s in range(30) for r in (None, rise)]
    usual, risen = (sum(np.count_nonzero((n.area == 2) & (n.theme == 3)) for n in notes[i::2]) for i in range(2))
    assert risen / usual == pytest.approx(5, rel=0.25)


def test_joined_notes_are_all_there() -> None:
    town = draw_municipality(DESIGN, rng=np.random.default_rng(8))
    notes = note(town, rng=np.random.default_rng(1))
    assert len(join_notes([notes, notes]).week) == 2 * len(notes.week)
    assert len(join_notes([]).week) == 0

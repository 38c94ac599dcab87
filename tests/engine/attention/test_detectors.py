# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the four looks see what each is for, and do they not look ahead?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.baseline import expect
from houvast.engine.attention.detectors import Looks, announceable, look, neighbour_array, weekly_maxima
from houvast.engine.attention.exposure import Exposure

WEEKS, AREAS, THEMES = 60, 9, 4
NEAR = neighbour_array(tuple(((a + 1) % AREAS, (a - 1) % AREAS) for a in range(AREAS)), AREAS)


def quiet() -> np.ndarray:
    return np.random.default_rng(4).poisson(0.8, (WEEKS, AREAS, THEMES)).astype(np.int16)


def looks_at(counts: np.ndarray, first_week: int = 50) -> Looks:
    exposure = Exposure(np.ones((len(counts), AREAS)), np.ones((len(counts), THEMES)))
    return look(counts, expect(counts, exposure), near=NEAR, first_week=first_week, build_up_from=4)


def risen(where: tuple[slice, slice | list[int] | int, int], by: int) -> Looks:
    counts = quiet()
    counts[where] += by
    return looks_at(counts)


def strongest(looks: Looks) -> list[float]:
    """The highest score of theme 2 by detector, in units of the highest of the other themes."""
    best = weekly_maxima(looks).max(axis=0)
    return list(best[2] / best[[0, 1, 3]].max(axis=0))


def test_one_week_in_one_area_is_for_the_cell() -> None:
    found = strongest(risen((slice(58, 59), 3, 2), 8))
    assert found[0] > 2
    assert found[0] > found[3]


def test_a_slow_rise_in_one_area_is_for_the_build_up() -> None:
    found = strongest(risen((slice(50, 60), 3, 2), 2))
    assert found[1] == max(found)


def test_neighbours_are_for_the_cluster_and_all_areas_for_the_city() -> None:
    assert strongest(risen((slice(57, 60), [3, 4, 5], 2), 3))[2] > 3
    everywhere = strongest(risen((slice(58, 60), slice(None), 2), 2))
    assert everywhere[3] > 3
    assert everywhere[0] < everywhere[3]


def test_a_later_week_changes_nothing_in_an_earlier_one() -> None:
    changed = quiet()
    changed[58:] += 4
    before, after = looks_at(quiet()), looks_at(changed)
    for name in ("cell", "build_up", "cluster", "city"):
        np.testing.assert_array_equal(getattr(before, name)[:8], getattr(after, name)[:8])


def test_only_the_last_weeks_looked_at_gives_the_same() -> None:
    whole, last = looks_at(quiet(), 50), looks_at(quiet(), 58)
    for name in ("cell", "build_up", "cluster", "city", "since", "zone"):
        np.testing.assert_array_equal(getattr(whole, name)[8:], getattr(last, name))


def test_areas_and_themes_in_another_order_give_the_same() -> None:
    areas = np.roll(np.arange(AREAS), 2)
    themes = np.array([2, 0, 3, 1])
    counts = quiet()
    turned = looks_at(np.ascontiguousarray(counts[:, areas][:, :, themes]))
    np.testing.assert_allclose(weekly_maxima(turned), weekly_maxima(looks_at(counts))[:, themes], rtol=1e-9)


def test_fewer_than_three_are_never_announceable() -> None:
    counts = np.zeros((WEEKS, AREAS, THEMES), dtype=np.int16)
    counts[58, 1, 1] = 2
    cell, build_up, cluster, city = announceable(looks_at(counts))
    assert looks_at(counts).cell.max() > 3
    assert max(cell.max(), build_up.max(), cluster.max(), city.max()) == 0.0


def test_neighbours_are_padded_and_cut() -> None:
    np.testing.assert_array_equal(neighbour_array(((1, 2), (), (0,)), 3), [[1, 2], [-1, -1], [0, -1]])
    np.testing.assert_array_equal(neighbour_array((), 2), [[-1], [-1]])
    assert neighbour_array((tuple(range(1, 30)), *((),) * 29), 30).shape == (30, 12)


@pytest.mark.parametrize("n_areas", [1, 2])
def test_a_tiny_municipality_is_looked_at_too(n_areas: int) -> None:
    counts = quiet()[:, :n_areas, :1]
    exposure = Exposure(np.ones((WEEKS, n_areas)), np.ones((WEEKS, 1)))
    near = neighbour_array((), n_areas)
    found = look(counts, expect(counts, exposure), near=near, first_week=50, build_up_from=4)
    assert np.isfinite(weekly_maxima(found)).all()

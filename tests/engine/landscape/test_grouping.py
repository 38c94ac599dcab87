# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from houvast.engine.landscape import grouping as module
from houvast.engine.landscape.grouping import (
    best_grouping,
    group_people,
    measure_inertia,
    nearest_centre,
    silhouettes,
)

CORNERS = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0]])


def three_clouds(people: int, spread: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(4)
    truth = rng.choice(3, people, p=[0.5, 0.3, 0.2])
    return CORNERS[truth] + spread * rng.standard_normal((people, 2)), truth


def slow_silhouette(places: np.ndarray, labels: np.ndarray) -> float:
    total = 0.0
    for p, own in enumerate(labels):
        gaps = {
            g: [math.dist(places[p], places[q]) for q in np.flatnonzero(labels == g) if q != p] for g in set(labels)
        }
        mine = gaps.pop(own)
        if mine and gaps:
            a, b = sum(mine) / len(mine), min(sum(x) / len(x) for x in gaps.values())
            total += (b - a) / max(a, b)
    return total / len(labels)


@pytest.mark.parametrize("people", [300, 20_000])
def test_three_clouds_are_found_largest_first(people: int) -> None:
    places, truth = three_clouds(people)
    found = best_grouping(places, rng=np.random.default_rng(1))
    assert found.groups == 3
    assert np.array_equal(found.labels, truth)
    assert np.allclose(found.centres, CORNERS, atol=0.2)
    assert found.inertia == pytest.approx(measure_inertia(places, labels=truth), rel=1e-3)


def test_same_seed_same_groups() -> None:
    places = np.random.default_rng(2).standard_normal((500, 2))
    first, second = (best_grouping(places, rng=np.random.default_rng(7)) for _ in range(2))
    assert np.array_equal(first.labels, second.labels)
    assert first.silhouette == second.silhouette


def test_silhouette_is_the_textbook_one() -> None:
    rng = np.random.default_rng(3)
    places = rng.standard_normal((40, 2))
    labels = rng.integers(0, 3, (40, 2))
    labels[:, 1] = 0
    labels[0, 1] = 1
    found = silhouettes(places, weights=np.ones(40), labels=labels)
    assert found == pytest.approx([slow_silhouette(places, labels[:, r]) for r in range(2)])


def test_weighted_points_are_people_in_one_place() -> None:
    rng = np.random.default_rng(3)
    places, weights = rng.standard_normal((15, 2)), rng.integers(1, 4, 15)
    labels = np.arange(15)[:, None] % 2
    many = silhouettes(
        np.repeat(places, weights, axis=0), weights=np.ones(weights.sum()), labels=np.repeat(labels, weights, axis=0)
    )
    assert silhouettes(places, weights=weights.astype(float), labels=labels) == pytest.approx(many)


def test_grid_changes_little(monkeypatch: pytest.MonkeyPatch) -> None:
    places, _ = three_clouds(3_000, spread=3.0)
    exact = group_people(places, groups=3, rng=np.random.default_rng(1))
    monkeypatch.setattr(module, "PEOPLE_WITHOUT_GRID", 0)
    gridded = group_people(places, groups=3, rng=np.random.default_rng(1))
    assert np.mean(exact.labels == gridded.labels) > 0.99
    assert gridded.silhouette == pytest.approx(exact.silhouette, abs=0.003)
    assert gridded.inertia == pytest.approx(exact.inertia, rel=1e-3)


def test_best_of_restarts_finds_the_optimum_of_a_small_case() -> None:
    places = np.random.default_rng(6).standard_normal((9, 2))
    least = min(
        measure_inertia(places, labels=np.array(labels))
        for labels in itertools.product(range(2), repeat=9)
        if len(set(labels)) == 2
    )
    assert group_people(places, groups=2, rng=np.random.default_rng(1)).inertia == pytest.approx(least)


def test_fewer_places_than_groups() -> None:
    places = np.array([[0.0, 0.0]] * 4 + [[1.0, 1.0]] * 2)
    assert group_people(places, groups=5, rng=np.random.default_rng(1)).labels.tolist() == [0, 0, 0, 0, 1, 1]
    alone = best_grouping(places[:4], rng=np.random.default_rng(1))
    assert alone.groups == 1
    assert math.isnan(alone.silhouette)


def test_nearest_centre_takes_the_first_on_a_tie() -> None:
    labels, distance = nearest_centre(np.array([[0.0, 0.0]]), centres=np.array([[1.0, 0.0], [-1.0, 0.0]]))
    assert (labels[0], distance[0]) == (0, 1.0)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.engine.landscape.grouping_kernels import average, lloyd, spread_starts, width


def test_starts_are_distinct_places_where_there_are_enough() -> None:
    place = np.array([[0.0, 0.0], [0.0, 0.0], [3.0, 0.0], [0.0, 5.0]])
    for draws in np.random.default_rng(1).random((50, 3)):
        assert len(np.unique(spread_starts(place, np.ones(4), draws), axis=0)) == 3


def test_a_place_without_weight_is_no_start() -> None:
    place, weight = np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([0.0, 1.0])
    assert spread_starts(place, weight, np.zeros(1)).tolist() == [[1.0, 0.0]]


def test_lloyd_lowers_inertia_to_a_fixed_point() -> None:
    place = np.random.default_rng(1).standard_normal((60, 2))
    labels, centres, inertia = lloyd(place, np.ones(60), place[:3], 100)
    again = lloyd(place, np.ones(60), centres, 100)
    assert np.array_equal(labels, again[0])
    assert again[2] == inertia <= lloyd(place, np.ones(60), place[:3], 1)[2]


def test_empty_groups_stay_where_they_are() -> None:
    centres = np.array([[1.0, 1.0], [9.0, 9.0]])
    average(np.array([[0.0, 0.0], [4.0, 0.0]]), np.array([1.0, 3.0]), np.array([0, 0]), centres)
    assert centres.tolist() == [[3.0, 0.0], [9.0, 9.0]]


def test_width_of_a_point_between_two_groups() -> None:
    assert width(np.array([2.0, 6.0]), np.array([3.0, 2.0]), 0) == (3.0 - 1.0) / 3.0

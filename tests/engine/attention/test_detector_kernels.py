# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the compiled looks equal slow and obvious ones?"""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.attention.detector_kernels import (
    add_up,
    best_zone,
    lift_by_parents,
    likelihood_ratio,
    look_at_cells,
    look_at_city,
    parent_factor,
    scan_week,
)
from houvast.engine.attention.tails import surprise

NEAR = np.array([[1, 2, -1, -1], [0, 3, -1, -1], [0, 3, -1, -1], [1, 2, -1, -1]])


def test_parents_ask_for_one_to_four_times() -> None:
    assert parent_factor(0.0, 10.0) == 1.0
    assert parent_factor(16.0, 6.0) == 2.0
    assert parent_factor(900.0, 6.0) == 4.0


def test_a_cell_does_not_lift_itself() -> None:
    counts, mean, lift = np.zeros((3, 2), dtype=np.int16), np.ones((3, 2)), np.zeros((3, 2))
    counts[0, 0] = 50
    lift_by_parents(counts, mean, lift)
    assert lift[0, 0] == 1.0
    assert (lift[1, 0], lift[0, 1], lift[1, 1]) == (4.0, 4.0, 1.0)


def test_cells_are_judged_given_their_parents() -> None:
    counts = np.array([[6, 0]], dtype=np.int16)
    score = np.zeros((1, 2))
    mean, spread, lift = np.full((1, 2), 1.5), np.full((1, 2), 1.6), np.full((1, 2), 2.0)
    look_at_cells(counts, mean, spread, np.array([1.2, 1.2]), lift, score)
    assert score[0, 0] == pytest.approx(surprise(6, 3.0, 1.2 * (3.0 + 4 * 0.1)))
    assert score[0, 1] == 0.0


def test_the_build_up_adds_up_and_forgets_at_zero() -> None:
    score, since, seen = np.zeros((1, 1)), np.zeros((1, 1), np.int16), np.zeros((1, 1), np.int16)
    mean = lift = spread = np.ones((1, 1))
    steps = []
    for y in (3, 2, 0, 0, 0, 0, 2):
        add_up(np.array([[y]], np.int16), mean, 2 * spread, np.array([1.5]), lift, score, since, seen)
        steps.append((round(float(score[0, 0]), 4), int(since[0, 0]), int(seen[0, 0])))
    one = round((3 * math.log(2) - 1) / 3, 4)
    assert steps[0] == (one, 1, 3)
    assert steps[1] == (pytest.approx(one + (2 * math.log(2) - 1) / 3, abs=1e-3), 2, 5)
    assert (0.0, 0, 0) in steps
    assert steps[-1][1:] == (1, 2)


def test_the_ratio_is_zero_unless_more_came() -> None:
    assert likelihood_ratio(3.0, 3.0, 3.0) == 0.0
    assert likelihood_ratio(6.0, 3.0, 6.0) == pytest.approx((6 * math.log(2) - 3) / 2)


CELLS = st.lists(st.tuples(st.integers(0, 9), st.floats(0.2, 4)), min_size=5, max_size=5)


@given(CELLS)
def test_the_zone_is_the_best_of_all_subsets(cells: list[tuple[int, float]]) -> None:
    count, expected = np.array(cells, dtype=float).T
    near = np.array([1, 2, 3, 4])
    found, mask = best_zone(0, near, count, expected, expected, np.empty(12, dtype=np.int64))
    subsets = [s for k in range(4) for s in itertools.combinations(range(4), k)]
    values = {}
    for subset in subsets:
        areas = [0, *(int(near[i]) for i in subset)]
        c, b = count[areas].sum(), expected[areas].sum()
        values[sum(1 << i for i in subset)] = likelihood_ratio(c, b, b) if c >= 3 else 0.0
    # only neighbours in order of count / expected are tried: exact but for rare ties of size and ratio
    assert found <= max(values.values()) + 1e-9
    assert found == pytest.approx(values[mask])
    assert found >= 0.8 * max(values.values()) - 1e-9


def test_the_scan_finds_neighbours_and_weeks() -> None:
    counts = np.ones((10, 4, 2), dtype=np.int16)
    counts[7:, [0, 2], 1] = 5
    mean = np.ones((10, 4, 2))
    score, weeks, zone = np.zeros((4, 2)), np.zeros((4, 2), np.int16), np.zeros((4, 2), np.int64)
    scan_week(9, counts, mean, mean, np.ones(2), NEAR, score, weeks, zone)
    assert (weeks[0, 1], zone[0, 1]) == (3, 0b10)
    assert score[0, 1] == pytest.approx(30 * math.log(5) - 24)
    assert score[0, 0] == 0.0


def test_the_city_is_two_weeks_with_two_percent_of_room() -> None:
    counts = np.full((5, 4, 1), 4, dtype=np.int16)
    mean = np.full((5, 4, 1), 2.0)
    score, seen = np.zeros(1), np.zeros(1, np.int16)
    look_at_city(4, counts, mean, mean, np.array([1.5]), score, seen)
    assert seen[0] == 32
    assert score[0] == pytest.approx(surprise(32, 16.0, 24.0 + 0.02 * 256))
    look_at_city(0, counts, mean, mean, np.array([1.5]), score, seen)
    assert seen[0] == 16

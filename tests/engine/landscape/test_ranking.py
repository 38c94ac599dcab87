# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.landscape.ranking import rank_binding, rank_range, rank_statements, towards_own_side
from houvast.engine.landscape.result import Estimates


def estimates(value: list[float], half: float = 0.1) -> Estimates:
    middle = np.array(value)
    return Estimates(middle, middle - half, middle + half, np.full(len(value), 50))


def test_the_highest_comes_first_and_ties_go_by_index() -> None:
    ranked = rank_statements(estimates([0.2, 0.9, 0.9, np.nan]))
    assert [r.statement for r in ranked] == [1, 2, 0]
    assert [(r.rank_low, r.rank_high) for r in ranked] == [(1, 2), (1, 2), (3, 3)]


def test_ranks_count_everybody_even_when_few_are_listed() -> None:
    ranked = rank_statements(estimates([0.1, 0.5, 0.9], half=1.0), limit=1)
    assert [(r.statement, r.rank_low, r.rank_high) for r in ranked] == [(2, 1, 3)]


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 0.5)), min_size=1, max_size=12))
def test_the_range_is_what_plain_counting_gives_and_holds_the_place(entries: list[tuple[float, float]]) -> None:
    value, half = np.array(entries).T
    low, high = value - half, value + half
    best, worst = rank_range(low, high)
    for j in range(len(value)):
        assert best[j] == 1 + sum(low > high[j])
        assert worst[j] == len(value) - sum(high < low[j])
    for place, j in enumerate(np.argsort(-value, kind="stable"), start=1):
        assert best[j] <= place <= worst[j]


def test_what_binds_needs_a_majority_in_every_segment_on_its_side() -> None:
    bridging = estimates([0.3, 0.4, -0.35, -0.2])
    ranked = rank_binding(
        bridging,
        least_agree=np.array([0.6, 0.4, 0.0, 0.0]),
        least_disagree=np.array([0.0, 0.0, 0.7, np.nan]),
    )
    assert [(r.statement, r.direction, r.score.value) for r in ranked] == [(2, "disagree", 0.35), (0, "agree", 0.3)]


def test_the_interval_is_mirrored_with_the_score() -> None:
    own = towards_own_side(Estimates(np.array([-0.3]), np.array([-0.5]), np.array([0.1]), np.array([9])))
    assert (own.value[0], own.low[0], own.high[0]) == (0.3, -0.1, 0.5)


def test_only_those_that_take_part_and_have_a_score_are_ranked() -> None:
    among = np.array([True, False, True, True])
    ranked = rank_statements(estimates([0.1, 0.9, 0.5, np.nan]), among=among)
    assert [(r.statement, r.rank_low, r.rank_high) for r in ranked] == [(2, 1, 1), (0, 2, 2)]


def test_exactly_half_is_no_majority() -> None:
    least = np.array([0.5, 0.51])
    ranked = rank_binding(estimates([0.4, 0.3]), least_agree=least, least_disagree=np.zeros(2))
    assert [r.statement for r in ranked] == [1]

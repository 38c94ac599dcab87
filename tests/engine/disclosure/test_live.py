# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can anybody read a count about fewer than k people from the live result, also by subtracting?"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.votes import Statement
from houvast.engine.disclosure.live import (
    GRIDS,
    cell_bounds,
    coarsen,
    disclose_live,
    place_on_grid,
    spread_places,
)
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table
from houvast.engine.routing.statement_model import Places


def table(agreed: int, disagreed: int, passed: int) -> VoteTable:
    values = np.array([1] * agreed + [-1] * disagreed + [0] * passed)
    return build_vote_table(
        participants=np.arange(len(values)),
        statements=(Statement("4", "Meer groen."),),
        participant=np.arange(len(values)),
        statement=np.zeros(len(values), dtype=np.int64),
        value=values,
    )


@pytest.mark.parametrize("k", [3, 5])
@pytest.mark.parametrize("n", [12, 20, 23, 30, 47, 60])
def test_whoever_knows_the_number_of_answers_still_cannot_tell_any_count_within_k(k: int, n: int) -> None:
    """All outcomes that look the same hold k counts or more of each answer."""
    alike: dict[object, list[tuple[int, int, int]]] = defaultdict(list)
    for agreed in range(n + 1):
        for disagreed in range(n + 1 - agreed):
            shown = coarsen(agreed, disagreed, n=n, k=k)
            if shown is not None:
                alike[shown].append((agreed, disagreed, n - agreed - disagreed))
    for outcomes in alike.values():
        for answer in zip(*outcomes, strict=True):
            assert max(answer) - min(answer) >= k - 1


@given(st.integers(3, 20), st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_shown_shares_are_near_the_truth(k: int, agreed: int, disagreed: int, passed: int) -> None:
    n = agreed + disagreed + passed
    shown = coarsen(agreed, disagreed, n=n, k=k)
    if shown is not None:
        assert abs(shown[0] - agreed / n) <= 0.375
        assert abs(shown[1] - disagreed / n) <= 0.375
    if shown is not None and n >= 20 * k and min(agreed, disagreed, passed) >= 0.3 * n:
        assert abs(shown[0] - agreed / n) <= 0.026


def test_few_answers_say_nothing() -> None:
    assert coarsen(20, 10, n=30, k=10) is None
    assert coarsen(0, 0, n=0, k=10) is None
    assert disclose_live(table(20, 10, 5), places=None, k=10).statements == ()


def test_nobody_sees_that_all_agree() -> None:
    assert coarsen(1000, 0, n=1000, k=10) == (0.95, 0.05)


@pytest.mark.parametrize("grid", GRIDS)
def test_cells_follow_one_another_from_0_to_1(grid: float) -> None:
    bounds = [cell_bounds(cell, grid) for cell in range(1, round(1 / grid))]
    assert bounds[0][0] == 0.0
    assert bounds[-1][1] == 1.0
    assert [high for _, high in bounds[:-1]] == pytest.approx([low for low, _ in bounds[1:]])
    for share in np.linspace(0, 1, 101):
        low, high = cell_bounds(place_on_grid(float(share), grid), grid)
        assert low - 1e-9 <= share <= high + 1e-9


def test_people_are_rounded_down_and_statements_named() -> None:
    live = disclose_live(table(150, 30, 25), places=None, k=10)
    assert live.people == 200
    (one,) = live.statements
    assert (one.number, one.text, one.people) == (4, "Meer groen.", 200)
    assert one.agree + one.disagree + one.passed == pytest.approx(1)
    assert live.binds == (4,)
    assert live.divides == ()


def test_half_against_half_may_divide() -> None:
    assert disclose_live(table(100, 100, 10), places=None, k=10).divides == (4,)


def places(x: list[float]) -> Places:
    return Places(np.array(x), np.full(len(x), 0.4), np.zeros(len(x)), np.ones(len(x)))


def test_places_are_spread_and_rounded() -> None:
    found = spread_places(places([-1.5] * 100 + [1.5] * 100), k=10)
    assert found is not None
    assert sum(found.share) == pytest.approx(1, abs=0.03)
    assert found.share[found.x.index(-1.5)] > found.share[found.x.index(0.0)]
    assert found.share == found.share[::-1]


def test_one_person_more_changes_the_places_by_one_step_at_most() -> None:
    before, after = (spread_places(places([0.0] * 200 + more), k=10) for more in ([], [2.9]))
    assert before is not None
    assert after is not None
    assert max(abs(a - b) for a, b in zip(before.share, after.share, strict=True)) <= 0.06


def test_few_people_have_no_places() -> None:
    assert spread_places(places([0.0] * 49), k=10) is None

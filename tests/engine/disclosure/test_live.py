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
    LiveShare,
    agree_cell,
    coarsen,
    disclose_live,
    pass_cell,
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
@pytest.mark.parametrize("n", [15, 16, 20, 23, 25, 30, 47, 60, 75])
def test_whoever_knows_the_number_of_answers_still_cannot_tell_any_count_within_k(k: int, n: int) -> None:
    """All outcomes that look the same hold k counts or more of each answer; so do all that are left out."""
    alike: dict[object, list[tuple[int, int, int]]] = defaultdict(list)
    for agreed in range(n + 1):
        for disagreed in range(n + 1 - agreed):
            passed = n - agreed - disagreed
            outcome = (agreed, disagreed, passed)
            alike[coarsen(agreed=agreed, disagreed=disagreed, passed=passed, k=k)].append(outcome)
    for outcomes in alike.values():
        for answer in zip(*outcomes, strict=True):
            assert len(set(answer)) >= k


@given(st.integers(3, 20), st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_the_truth_lies_in_what_is_told(k: int, agreed: int, disagreed: int, passed: int) -> None:
    n = agreed + disagreed + passed
    shown = coarsen(agreed=agreed, disagreed=disagreed, passed=passed, k=k)
    if shown is not None:
        for share, count in zip(shown, (agreed, disagreed, passed), strict=True):
            assert 0 <= share.low <= count / n + 1e-9
            assert count / n - 1e-9 <= share.high <= 1
        fine = 20 * k <= n - passed - n / 20
        assert max(share.high - share.low for share in shown) <= (0.2 + 1e-9 if fine else 0.75)


def test_few_answers_say_nothing() -> None:
    assert coarsen(agreed=20, disagreed=10, passed=0, k=10) is None
    assert coarsen(agreed=0, disagreed=0, passed=0, k=10) is None
    assert coarsen(agreed=0, disagreed=0, passed=1000, k=10) is None
    assert disclose_live(table(20, 10, 5), places=None, k=10).statements == ()


@pytest.mark.parametrize(("agreed", "disagreed", "passed"), [(1000, 0, 0), (980, 0, 20), (970, 25, 5)])
def test_nobody_sees_that_all_agree(agreed: int, disagreed: int, passed: int) -> None:
    shown = coarsen(agreed=agreed, disagreed=disagreed, passed=passed, k=10)
    assert shown == (LiveShare(0.85, 1.0), LiveShare(0.0, 0.1), LiveShare(0.0, 0.05))


def test_sixty_of_sixty_is_not_called_seventy_per_cent() -> None:
    shown = coarsen(agreed=60, disagreed=0, passed=0, k=10)
    assert shown == (LiveShare(0.5, 1.0), LiveShare(0.0, 0.4), LiveShare(0.0, 0.2))


@pytest.mark.parametrize("grid", GRIDS)
def test_every_share_lies_in_its_cell(grid: float) -> None:
    for share in np.linspace(0, 1, 101).tolist():
        low, high = pass_cell(share, grid)
        assert low - 1e-9 <= share <= high + 1e-9
        assert abs(agree_cell(share, grid) * grid - share) <= (grid / 2 if grid < share < 1 - grid else grid) + 1e-9


def test_people_are_rounded_down_and_statements_named() -> None:
    live = disclose_live(table(150, 30, 25), places=None, k=10)
    assert live.people == 200
    (one,) = live.statements
    assert (one.number, one.text, one.people) == (4, "Meer groen.", 200)
    assert one.agree.low <= 150 / 205 <= one.agree.high
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

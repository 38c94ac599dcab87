# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part beside who lives here; and no small number that can be found."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.domain.estimate import Estimate
from houvast.engine.reach import (
    ReachFinding,
    compare_with_known,
    hide_in_row,
    is_safe,
    measure_reach,
    move_with_newcomers,
    share_of_newcomers,
)


def possible_values(counts: list[int], hidden: list[bool], k: int, index: int) -> set[int]:
    """Slow and obvious: every value of a hidden small count that the visible row, its total and the rule allow."""
    total = sum(c for c, h in zip(counts, hidden, strict=True) if h)
    ranges = [range(k) if c < k else range(k, total + 1) for c, h in zip(counts, hidden, strict=True) if h]
    place = [i for i, h in enumerate(hidden) if h].index(index)
    return {row[place] for row in product(*ranges) if sum(row) == total}


@settings(max_examples=60)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=4), st.integers(3, 4))
def test_a_small_count_cannot_be_narrowed(counts: list[int], k: int) -> None:
    row = np.array(counts)
    hidden = hide_in_row(row, k=k)
    assert hidden[row < k].all()
    if hidden.any() and is_safe(row, hidden, k=k):
        for index in np.flatnonzero(row < k):
            assert possible_values(counts, hidden.tolist(), k, int(index)) == set(range(k))
    elif hidden.any():
        assert hidden.all()


def test_a_row_without_small_counts_is_shown() -> None:
    assert not hide_in_row(np.array([40, 30, 10]), k=10).any()


def test_shares_are_of_those_who_answered() -> None:
    reach = measure_reach(counts=[20, 60], known=[0.5, None], participants=100, k=10)
    young, old = reach.options
    assert (reach.unanswered, young.people, old.people) == (20, 20, 60)
    assert (young.share.value, young.share.n) == (0.25, 80)
    assert young.share.low == pytest.approx(0.168, abs=0.001)  # Wilson, by hand
    assert young.share.high == pytest.approx(0.355, abs=0.001)
    assert (young.finding, old.finding) == (ReachFinding.LESS, ReachFinding.NOT_KNOWN)


def test_a_small_part_is_too_few_and_takes_another_count_with_it() -> None:
    reach = measure_reach(counts=[4, 60, 136], known=[0.18, 0.4, 0.42], participants=250, k=10)
    assert [o.people for o in reach.options] == [None, 60, 136]
    assert reach.unanswered is None  # the smallest of the others
    assert reach.options[0].finding is ReachFinding.TOO_FEW
    assert reach.options[1].share.value is None  # of how many follows from nothing
    assert reach.options[1].share.low < 60 / 200 < reach.options[1].share.high


def test_where_the_whole_row_would_tell_nothing_is_told() -> None:
    reach = measure_reach(counts=[1, 12], known=[0.5, 0.5], participants=13, k=10)
    assert {o.finding for o in reach.options} == {ReachFinding.HIDDEN}
    assert reach.unanswered is None


@given(st.lists(st.integers(0, 200), min_size=1, max_size=5), st.integers(0, 100), st.integers(3, 12))
def test_what_is_shown_is_true_and_never_small(counts: list[int], silent: int, k: int) -> None:
    people = sum(counts) + silent
    reach = measure_reach(counts=counts, known=[None] * len(counts), participants=people, k=k)
    for count, option in zip(counts, reach.options, strict=True):
        assert option.people is None or option.people == count >= k
        if people > silent:
            assert option.share.low <= count / sum(counts) <= option.share.high
    assert reach.unanswered is None or reach.unanswered == silent >= k


@pytest.mark.parametrize(
    ("low", "high", "known", "finding"),
    [
        (0.03, 0.06, 0.18, ReachFinding.MUCH_LESS),
        (0.10, 0.15, 0.18, ReachFinding.LESS),
        (0.10, 0.25, 0.18, ReachFinding.NO_DIFFERENCE),
        (0.20, 0.25, 0.18, ReachFinding.MORE),
        (0.20, 0.25, None, ReachFinding.NOT_KNOWN),
    ],
)
def test_beside_the_residents(low: float, high: float, known: float | None, finding: ReachFinding) -> None:
    assert compare_with_known(Estimate(None, low, high, 0.95, None), known) is finding


def test_newcomers_bring_the_group_in_proportion() -> None:
    """80 of 100 are old where half of the residents is: 60 young newcomers make 80 and 80, 60 of 160."""
    reach = measure_reach(counts=[80, 20], known=[0.5, 0.5], participants=110, k=10)
    assert share_of_newcomers([reach]) == pytest.approx(60 / 160)
    assert share_of_newcomers([]) == 0
    agree = Estimate(0.5, 0.4, 0.6, 0.95, 100)
    assert move_with_newcomers(agree, newcomers=0.0) == (0.4, 0.6)
    assert move_with_newcomers(agree, newcomers=0.5) == pytest.approx((0.2, 0.8))

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can a small headcount be worked out from the ones that are shown and their total?"""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.disclosure.headcounts import Headcount, hide_few, hide_one

PARTS = st.lists(st.integers(0, 60), max_size=8)


def possible(shown: tuple[Headcount, ...], total: int, k: int) -> set[tuple[int, ...]]:
    """All rows of parts that fit what is shown and the total."""
    ranges = [
        range(s.value, s.value + 1) if s.value is not None else range(1, k) if s.is_few else range(1, total + 1)
        for s in shown
    ]
    return {row for row in product(*ranges) if sum(row) == total and hide_few(row, k=k) == shown}


@given(st.lists(st.integers(0, 14), max_size=4), st.just(5))
def test_every_small_part_could_have_another_size(parts: list[int], k: int) -> None:
    shown = hide_few(parts, k=k)
    assert all(s.value in (None, n) for s, n in zip(shown, parts, strict=True))
    assert not any(s.value is not None and 0 < s.value < k for s in shown)
    if sum(parts) < k:
        return  # then the total is hidden too
    rows = possible(shown, sum(parts), k)
    assert tuple(parts) in rows
    assert [i for i, n in enumerate(parts) if 0 < n < k and len({row[i] for row in rows}) < 2] == []


@given(PARTS, st.integers(3, 12))
def test_nothing_is_hidden_where_nothing_is_small(parts: list[int], k: int) -> None:
    if not any(0 < n < k for n in parts):
        assert hide_few(parts, k=k) == tuple(Headcount(n, False) for n in parts)


def test_one_small_part_takes_a_second_with_it() -> None:
    assert hide_few([50, 3, 30, 0], k=10) == (
        Headcount(50, False),
        Headcount(None, True),
        Headcount(None, False),
        Headcount(0, False),
    )


def test_two_small_parts_that_add_up_to_little_take_a_third() -> None:
    assert [s.value for s in hide_few([9, 1, 20, 80], k=10)] == [None, None, None, 80]


def test_where_all_are_small_nothing_says_so() -> None:
    assert hide_few([9, 9], k=10) == hide_few([8, 10], k=10) == (Headcount(None, False), Headcount(None, False))


def test_a_lone_count() -> None:
    assert [hide_one(n, k=10) for n in (0, 9, 10)] == [Headcount(0, False), Headcount(None, True), Headcount(10, False)]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Paper, street and online beside each other: what is found, what is not, and what may not be shown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from houvast.engine.mode_difference import ModeFinding, compare_modes, correct_for_many, join_small


def table(*modes: list[tuple[int, int, int]]) -> np.ndarray:
    return np.array(modes, dtype=np.int64)


def test_a_clear_difference_is_found_and_an_equal_share_is_not() -> None:
    counts = table([(80, 20, 20), (60, 40, 20)], [(20, 80, 20), (30, 20, 12)])
    compared = compare_modes(counts=counts, sizes=np.array([120, 120]), k=10)
    assert compared.parts == ((0,), (1,))
    first, second = compared.statements
    assert (first.finding, second.finding) == (ModeFinding.DIFFERENCE, ModeFinding.NO_DIFFERENCE)
    assert first.everybody.value == pytest.approx(100 / 240)
    assert [p.value for p in first.parts] == pytest.approx([80 / 120, 20 / 120])
    expected = fisher_exact([(80, 40), (20, 100)]).pvalue
    assert first.p == pytest.approx(2 * expected)


def test_small_modes_are_taken_together() -> None:
    assert join_small(np.array([100, 6, 7]), k=10) == ((0,), (1, 2))
    assert join_small(np.array([100, 2, 3]), k=10) == ((0, 1, 2),)
    assert join_small(np.array([100, 0, 20]), k=10) == ((0,), (2,))
    assert join_small(np.array([0, 0]), k=10) == ()


@given(st.lists(st.integers(0, 40), min_size=1, max_size=5), st.integers(3, 15))
def test_every_part_has_k_people_or_is_alone(sizes: list[int], k: int) -> None:
    parts = join_small(np.array(sizes), k=k)
    assert sorted(mode for part in parts for mode in part) == [i for i, n in enumerate(sizes) if n]
    assert len(parts) <= 1 or all(sum(sizes[m] for m in part) >= k for part in parts)


def test_one_mode_is_shown_by_itself_and_compared_with_nothing() -> None:
    compared = compare_modes(counts=table([(40, 30, 20)]), sizes=np.array([90]), k=10)
    assert (compared.parts, compared.sizes) == ((), ())
    assert compared.statements[0].finding is ModeFinding.TOO_FEW
    assert compared.statements[0].everybody.n == 90


def test_no_difference_rests_on_a_hidden_count() -> None:
    """In the street 3 agreed: the share is hidden there, and no test tells it."""
    counts = table([(60, 30, 20)], [(3, 40, 17)])
    statement = compare_modes(counts=counts, sizes=np.array([110, 60]), k=10).statements[0]
    assert statement.parts[1].value is None
    assert (statement.finding, statement.p) == (ModeFinding.TOO_FEW, None)


@given(st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_no_small_count_is_shown(cells: list[int]) -> None:
    counts = np.array(cells).reshape(2, 1, 3)
    compared = compare_modes(counts=counts, sizes=counts.sum(axis=(1, 2)), k=10)
    for share in (compared.statements[0].everybody, *compared.statements[0].parts):
        assert share.n is None or share.n >= 10
        assert share.value is None or share.n is None or round(share.value * share.n) >= 10


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=12))
def test_holm_against_its_definition(p_values: list[float | None]) -> None:
    tests = [p for p in p_values if p is not None]
    for p, adjusted in zip(p_values, correct_for_many(p_values), strict=True):
        if p is None:
            assert adjusted is None
            continue
        below = [q for q in tests if q <= p]
        steps = [min(1.0, q * (len(tests) - sum(r < q for r in tests))) for q in below]
        assert adjusted == pytest.approx(max(steps))


def test_noise_seldom_looks_like_a_difference() -> None:
    """200 conversations of 10 statements without any difference: Holm keeps the false alarms at one in twenty."""
    rng = np.random.default_rng(11)
    alarms = 0
    for _ in range(200):
        agree = rng.binomial(60, 0.5, size=(2, 10))
        rest = 60 - agree
        counts = np.stack([agree, rest // 2, rest - rest // 2], axis=-1)
        compared = compare_modes(counts=counts, sizes=np.array([60, 60]), k=10)
        alarms += any(s.finding is ModeFinding.DIFFERENCE for s in compared.statements)
    assert alarms <= 14

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A slow oracle: linear programmes over all tables that agree with the output, against every hidden count."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from houvast.engine.disclosure.suppression import DisclosedCounts, suppress_counts

Ints = NDArray[np.int64]


def suppress(by_segment: Ints, *, k: int, spare: int = 3) -> tuple[DisclosedCounts, Ints]:
    """Counts (G, S, 3) made into a table; the sizes are a few people above the largest n."""
    sizes = by_segment.sum(axis=2).max(axis=1) + spare
    tally = by_segment.sum(axis=0)
    people = int(sizes.sum())
    counts = suppress_counts(tally=tally, by_segment=by_segment, sizes=sizes, people=people, k=k)
    return counts, np.concatenate([[people], sizes])


def feasible_range(counts: DisclosedCounts, most: Ints, statement: int, cell: tuple[int, int], k: int) -> list[int]:
    """Smallest and largest value of one count over all tables that somebody who knows the rule cannot exclude."""
    value, shown = counts.value[statement], counts.shown[statement]
    rows, columns = value.shape
    bounds = []
    for i in range(rows):
        for c in range(columns):
            small = value[i, c] < k
            hidden = (0, k - 1) if small else (k, max(most[i], value[i, c]))
            bounds.append((value[i, c], value[i, c]) if shown[i, c] else hidden)
    sums = []
    for i in range(rows):
        line = np.zeros((rows, columns))
        line[i] = [1, 1, 1, -1]
        sums.append(line.ravel())
    for c in range(columns if rows > 1 else 0):
        line = np.zeros((rows, columns))
        line[:, c] = [-1] + [1] * (rows - 1)
        sums.append(line.ravel())
    cost = np.zeros((rows, columns))
    cost[cell] = 1
    ends = [linprog(s * cost.ravel(), A_eq=sums, b_eq=np.zeros(len(sums)), bounds=bounds) for s in (1, -1)]
    assert all(end.status == 0 for end in ends)
    return [round(ends[0].fun), round(-ends[1].fun)]


def audit(counts: DisclosedCounts, most: Ints, k: int) -> None:
    assert (counts.value[counts.shown] >= k).all()
    wholly = ~counts.shown.any(axis=(1, 2))
    assert (counts.low[wholly] == 0).all()
    assert (counts.high[wholly] == most[None, :, None]).all()
    for statement, row, column in np.argwhere(~counts.shown & ~wholly[:, None, None]).tolist():
        found = feasible_range(counts, most, statement, (row, column), k)
        assert found == [counts.low[statement, row, column], counts.high[statement, row, column]]
        if counts.value[statement, row, column] < k:
            assert found == [0, k - 1]
    for value, shown in zip(counts.value, counts.shown, strict=True):
        audit_sums(value[:, :3], shown[:, :3], shown[:, 3], k)
        audit_sums(value[1:].T, shown[1:].T, shown[0], k)


def audit_sums(parts: Ints, shown: np.ndarray, total_shown: np.ndarray, k: int) -> None:
    """The hidden parts of a visible total are together at least k people."""
    for own, seen, total in zip(parts, shown, total_shown, strict=True):
        if total and not seen.all():
            assert own[~seen].sum() >= k


@settings(max_examples=60, deadline=None)
@given(
    cells=st.lists(
        st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), min_size=3, max_size=3), min_size=2, max_size=5
    ),
    k=st.integers(2, 10),
)
def test_no_table_of_segments_can_be_solved(cells: list[list[int]], k: int) -> None:
    counts, most = suppress(np.array(cells, dtype=np.int64)[:, None, :], k=k)
    audit(counts, most, k)


@settings(max_examples=30, deadline=None)
@given(cells=st.lists(st.integers(0, 60), min_size=3, max_size=3), k=st.integers(2, 10))
def test_no_row_without_segments_can_be_solved(cells: list[int], k: int) -> None:
    tally = np.array([cells], dtype=np.int64)
    none = np.zeros((0, 1, 3), dtype=np.int64)
    people = sum(cells) + 2
    sizes = np.array([], dtype=np.int64)
    counts = suppress_counts(tally=tally, by_segment=none, sizes=sizes, people=people, k=k)
    audit(counts, np.array([people]), k)


def test_a_hexagon_of_hidden_counts_with_opposite_zeros_is_not_safe() -> None:
    """Every line has two hidden counts that sum to k or more, and still the zeros would follow: the flow sees it."""
    cells = np.array([[0, 30, 99], [99, 30, 0], [30, 99, 30]], dtype=np.int64)[:, None, :]
    counts, most = suppress(cells, k=10)
    audit(counts, most, 10)


def test_large_counts_are_all_shown() -> None:
    counts, _ = suppress(np.full((3, 5, 3), 40, dtype=np.int64), k=10)
    assert counts.shown.all()


def test_a_near_unanimous_statement_still_says_so() -> None:
    """200 agree, 3 disagree, 2 pass: the small counts stay open, yet at least 187 of 205 agreed."""
    counts, _ = suppress(np.array([[[100, 2, 1]], [[100, 1, 1]]], dtype=np.int64), k=10)
    assert counts.shown[0, 0].tolist() == [False, False, False, True]
    assert (counts.low[0, 0, 0], counts.high[0, 0, 0]) == (187, 205)


def test_a_hidden_total_does_not_follow_from_all_votes() -> None:
    by_segment = np.array([[[20, 20, 20], [1, 1, 0], [15, 12, 14]]] * 2, dtype=np.int64)
    counts, _ = suppress(by_segment, k=10)
    assert counts.shown[:, 0, 3].tolist() == [True, False, False]


@pytest.mark.parametrize("k", [2, 10, 25])
def test_nothing_but_the_order_of_statements_changes_when_they_are_shuffled(k: int) -> None:
    rng = np.random.default_rng(3)
    cells = rng.poisson(rng.uniform(1, 40, (3, 40, 1)), (3, 40, 3)).astype(np.int64)
    order = rng.permutation(40)
    plain, _ = suppress(cells, k=k)
    shuffled, _ = suppress(cells[:, order], k=k)
    assert np.array_equal(plain.shown[order], shuffled.shown)


def test_a_thousand_statements_and_seven_segments_are_quick() -> None:
    rng = np.random.default_rng(1)
    cells = rng.poisson(rng.uniform(2, 60, (7, 1000, 1)), (7, 1000, 3)).astype(np.int64)
    suppress(cells[:, :2], k=10)
    start = time.perf_counter()
    suppress(cells, k=10)
    assert time.perf_counter() - start < 0.6

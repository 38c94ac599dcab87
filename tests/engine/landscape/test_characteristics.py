# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2, chi2_contingency

from houvast.engine.landscape.characteristics import adjust_for_many, find_characteristics, newcombe_interval
from houvast.engine.landscape.shares import Answers


def answers_of(counts: np.ndarray) -> Answers:
    return Answers(counts, counts.astype(float), counts.astype(float))


def test_newcombe_gives_the_published_interval() -> None:
    low, high = newcombe_interval(
        np.array([56 / 70]), np.array([70.0]), np.array([48 / 80]), np.array([80.0]), level=0.95
    )
    assert (low[0], high[0]) == pytest.approx((0.0524, 0.3339), abs=1e-4)


def test_adjusted_values_are_those_of_benjamini_and_hochberg() -> None:
    p = np.array([0.01, 0.04, np.nan, 0.03, 0.5])
    assert adjust_for_many(p) == pytest.approx([0.04, 0.16 / 3, np.nan, 0.16 / 3, 0.5], nan_ok=True)


def test_a_segment_stands_for_what_it_answers_otherwise_surest_first() -> None:
    segment = [[50, 5, 5], [18, 1, 1], [30, 30, 0], [5, 50, 5]]
    rest = [[20, 60, 20], [5, 15, 0], [50, 50, 0], [60, 20, 20]]
    found = find_characteristics(answers_of(np.array([segment, rest])))
    assert [(c.statement, c.direction) for c in found[0]] == [(0, "agree"), (3, "disagree"), (1, "agree")]
    assert [(c.statement, c.direction) for c in found[1]] == [(1, "disagree"), (0, "disagree"), (3, "agree")]
    for c in (*found[0], *found[1]):
        assert c.q <= 0.05
        assert 0 < c.difference.low < c.difference.value < c.difference.high


def test_when_nothing_differs_hardly_any_conversation_lists_anything() -> None:
    rng = np.random.default_rng(1)
    listed = 0
    for _ in range(200):
        share = rng.dirichlet([2, 2, 1], size=40)
        counts = np.array([[rng.multinomial(n, p) for p in share] for n in (40, 60, 100)])
        listed += any(find_characteristics(answers_of(counts)))
    assert listed <= 20


@given(arrays(np.int64, (2, 3, 3), elements=st.integers(0, 30)))
def test_turning_all_votes_round_swaps_the_directions(counts: np.ndarray) -> None:
    one, other = (find_characteristics(answers_of(c)) for c in (counts, counts[:, :, [1, 0, 2]]))
    swap = {"agree": "disagree", "disagree": "agree"}
    for mine, theirs in zip(one, other, strict=True):
        assert {(c.statement, swap[c.direction], c.q) for c in mine} == {
            (c.statement, c.direction, c.q) for c in theirs
        }


def test_one_segment_has_no_rest() -> None:
    assert find_characteristics(answers_of(np.ones((1, 4, 3), dtype=np.int64))) == ((),)


def test_the_p_value_is_that_of_the_chi_square_in_its_n_minus_1_form() -> None:
    counts = np.array([[[9, 3, 0]], [[4, 14, 0]]])
    square = chi2_contingency(counts[:, 0, :2], correction=False).statistic * 29 / 30
    found = find_characteristics(answers_of(counts))
    assert [c.q for part in found for c in part] == pytest.approx([chi2.sf(square, 1)] * 2)


def test_what_a_segment_did_not_answer_is_not_tested_and_costs_the_others_nothing() -> None:
    counts = np.array([[[9, 3, 1], [0, 0, 0]], [[4, 14, 0], [6, 2, 2]], [[3, 3, 3], [0, 0, 0]]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = find_characteristics(answers_of(counts))
        alone = find_characteristics(answers_of(counts[:, :1]))
    assert any(found)
    assert found == alone


def test_an_empty_segment_stands_for_nothing() -> None:
    counts = np.array([[[30, 2, 0]], [[2, 30, 0]], [[0, 0, 0]]])
    found = find_characteristics(answers_of(counts))
    assert [len(part) for part in found] == [1, 1, 0]
    assert find_characteristics(answers_of(np.zeros((2, 3, 3), dtype=np.int64))) == ((), ())

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the lottery fair, exact and informed, and does it leave nobody's statement out?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from houvast.engine.routing.next_statement import (
    INFORMATION_SHARE,
    MINIMUM_VIEWS,
    NEW_SHARE,
    draw_statement,
    expect_information,
    tabulate_items,
    weigh_statements,
)
from houvast.engine.routing.statement_model import StatementModel

MANY = np.array([100, 200, 300])


def model(intercept: list[float], slope: list[float], *, structured: bool = True) -> StatementModel:
    names = tuple(map(str, range(len(intercept))))
    slopes = np.column_stack([slope, np.zeros(len(slope))])
    return StatementModel(names, np.array(intercept), slopes, 0.25, is_structured=structured, is_spectrum=True)


def no_votes() -> np.ndarray:
    return np.zeros(0, dtype=np.int64)


def test_without_votes_information_is_the_integral_over_everybody() -> None:
    items = tabulate_items(model([0.4, -1.0], [1.5, 0.3]), statements=("0", "1"))
    assert items is not None
    found = expect_information(items, agreed=no_votes(), disagreed=no_votes())
    for a, b, value in ((0.4, 1.5, found[0]), (-1.0, 0.3, found[1])):

        def integrand(x: float, a: float = a, b: float = b) -> float:
            p = 1 / (1 + np.exp(-a - b * x))
            return float(b * b * p * (1 - p) * np.exp(-x * x / 2) / np.sqrt(2 * np.pi))

        assert value == pytest.approx(quad(integrand, -8, 8)[0], rel=2e-3)


def test_after_votes_on_one_side_statements_that_split_that_side_tell_most() -> None:
    items = tabulate_items(model([0.0, -3.0, 3.0], [2.0, 2.0, 2.0]), statements=("0", "1", "2"))
    assert items is not None
    right = expect_information(items, agreed=np.array([0, 0, 0]), disagreed=no_votes())
    left = expect_information(items, agreed=no_votes(), disagreed=np.array([0, 0, 0]))
    assert right[1] > right[2]
    assert left[2] > left[1]


def test_a_statement_that_the_model_does_not_know_counts_as_average() -> None:
    items = tabulate_items(model([0.0, 0.0], [1.0, 2.0]), statements=("0", "new", "1"))
    assert items is not None
    found = expect_information(items, agreed=no_votes(), disagreed=no_votes())
    assert found[1] == pytest.approx((found[0] + found[2]) / 2)
    same = expect_information(items, agreed=np.array([1]), disagreed=no_votes())
    assert same == pytest.approx(found)  # a vote on it says nothing yet


@pytest.mark.parametrize("given_model", [None, model([0.0], [1.0], structured=False), model([], [])])
def test_without_structure_there_is_no_table(given_model: StatementModel | None) -> None:
    assert tabulate_items(given_model, statements=("0",)) is None


def test_half_goes_by_information_and_half_is_equal() -> None:
    chance = weigh_statements(views=MANY, information=np.array([3.0, 1.0, 0.0]))
    assert chance == pytest.approx(INFORMATION_SHARE * np.array([0.75, 0.25, 0.0]) + (1 - INFORMATION_SHARE) / 3)


def test_a_new_statement_gets_its_share_at_once() -> None:
    chance = weigh_statements(views=np.array([500, 0, 500]), information=np.array([1.0, 1.0, 1.0]))
    assert chance[1] == pytest.approx(NEW_SHARE + (1 - NEW_SHARE) / 3)


def test_the_less_seen_the_larger_the_share_among_those_under_the_minimum() -> None:
    chance = weigh_statements(views=np.array([0, MINIMUM_VIEWS // 2, MINIMUM_VIEWS]), information=np.ones(3))
    assert chance[0] > chance[1] > chance[2]


def test_where_nothing_is_known_what_was_shown_least_comes_first() -> None:
    chance = weigh_statements(views=MANY, information=None)
    assert chance[0] > chance[1] > chance[2] > 0.2
    assert weigh_statements(views=MANY, information=np.zeros(3)) == pytest.approx(chance)


@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.floats(0, 50)), min_size=1, max_size=60),
    st.booleans(),
)
def test_all_have_a_chance_and_all_chances_are_one(rows: list[tuple[int, float]], known: bool) -> None:
    views = np.array([v for v, _ in rows])
    information = np.array([i for _, i in rows]) if known else None
    chance = weigh_statements(views=views, information=information)
    assert chance.sum() == pytest.approx(1)
    assert chance.min() >= (1 - INFORMATION_SHARE) * (1 - NEW_SHARE) / len(rows) * 0.999


def test_the_lottery_draws_with_the_chances_that_it_tells() -> None:
    chance, rng = np.array([0.5, 0.2, 0.3]), np.random.default_rng(1)
    drawn = np.bincount([draw_statement(chance, rng=rng) for _ in range(20_000)], minlength=3) / 20_000
    assert drawn == pytest.approx(chance, abs=0.015)


def test_the_same_chance_draws_the_same() -> None:
    chance = np.full(9, 1 / 9)
    first, second = ([draw_statement(chance, rng=np.random.default_rng(s)) for s in range(20)] for _ in range(2))
    assert first == second

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from vote_strategies import table_of, vote_matrices

from houvast.engine.landscape.divisiveness import estimate_divisiveness, mean_divisiveness
from houvast.engine.landscape.shares import Answers, gather_answers


def answers_of(agree: np.ndarray, disagree: np.ndarray) -> Answers:
    people = np.stack([agree, disagree, np.zeros_like(agree)], axis=-1)
    return Answers(people, people.astype(float), people.astype(float))


def test_unanimity_is_0_half_against_half_is_1_and_passes_say_nothing() -> None:
    votes = table_of(np.array([[1, 1, 0], [1, -1, 0], [1, 0, 0]], dtype=np.int8))
    found = estimate_divisiveness(gather_answers(votes))
    assert found.value[0, :2].tolist() == [0.0, 1.0]
    assert np.isnan(found.value[0, 2])
    assert found.n.tolist() == [[3, 2, 0]]


def test_an_interval_that_holds_the_even_split_reaches_1() -> None:
    found = estimate_divisiveness(answers_of(np.array([55]), np.array([45])))
    assert found.high[0] == 1.0
    assert found.low[0] == pytest.approx(4 * 0.6442 * 0.3558, abs=1e-3)


@pytest.mark.parametrize("n", [20, 100, 1000])
def test_the_interval_covers_away_from_the_even_split(n: int) -> None:
    rng = np.random.default_rng(3)
    p = rng.uniform(0, 0.4, 40_000)
    agree = rng.binomial(n, p)
    found = estimate_divisiveness(answers_of(agree, n - agree))
    truth = 4 * p * (1 - p)
    assert 0.93 <= np.mean((found.low <= truth) & (truth <= found.high)) <= 0.97


def test_the_mean_covers_when_each_persons_votes_hang_together() -> None:
    rng = np.random.default_rng(4)
    lean, tilt = rng.standard_normal(20), rng.normal(0, 1.5, 20)
    chance = lambda place: 1 / (1 + np.exp(-lean - tilt * place[:, None]))  # noqa: E731
    p = chance(rng.standard_normal(200_000)).mean(axis=0)
    truth, hits = (4 * p * (1 - p)).mean(), 0
    for _ in range(300):
        agree = rng.random((150, 20)) < chance(rng.standard_normal(150))
        matrix = np.where(rng.random((150, 20)) < 0.5, np.where(agree, 1, -1), 9).astype(np.int8)
        votes = table_of(matrix)
        found = mean_divisiveness(votes, answers=gather_answers(votes))
        assert found is not None
        hits += found.low <= truth <= found.high
    assert 0.92 <= hits / 300 <= 0.98


@given(vote_matrices())
def test_turning_all_votes_round_changes_nothing(matrix: np.ndarray) -> None:
    flipped = np.where(matrix == 9, 9, -matrix).astype(np.int8)
    votes = [table_of(m) for m in (matrix, flipped)]
    one, other = (estimate_divisiveness(gather_answers(v)) for v in votes)
    assert np.allclose(one.value, other.value, equal_nan=True)
    assert np.allclose(one.low, other.low)
    means = [mean_divisiveness(v, answers=gather_answers(v)) for v in votes]
    assert (means[0] is None) == (means[1] is None)
    if means[0] is not None and means[1] is not None:
        assert means[0].value == pytest.approx(means[1].value)


def test_there_is_no_mean_without_two_opinions_on_one_statement() -> None:
    votes = table_of(np.array([[1, 0], [9, 0]], dtype=np.int8))
    assert mean_divisiveness(votes, answers=gather_answers(votes)) is None


def test_the_mean_is_twice_the_share_of_pairs_that_differ() -> None:
    votes = table_of(np.array([[1, 1], [1, 1], [1, 9], [-1, 0]], dtype=np.int8))
    found = mean_divisiveness(votes, answers=gather_answers(votes))
    assert found is not None
    # Three against one: 3 of 6 pairs differ. Two who agree: none do.
    assert (found.value, found.n) == (pytest.approx((2 * 3 / 6 + 0) / 2), 4)


def test_an_even_split_is_not_known_exactly() -> None:
    votes = table_of(np.repeat(np.array([[1], [-1]], dtype=np.int8), 50, axis=0))
    found = mean_divisiveness(votes, answers=gather_answers(votes))
    assert found is not None
    assert found.low == pytest.approx(100 / 99 - 1.959964 * np.sqrt(2) / 100)
    assert found.high == 1.0


def test_the_interval_of_the_mean_is_that_of_leaving_a_little_of_each_person_out() -> None:
    rng = np.random.default_rng(5)
    matrix = rng.choice(np.array([1, -1, 0, 9], dtype=np.int8), (40, 4), p=[0.5, 0.2, 0.1, 0.2])
    votes, weights = table_of(matrix), rng.uniform(0.5, 2.0, 40)
    agree, opinion = matrix == 1, np.abs(matrix) == 1
    n = (weights @ opinion) ** 2 / (weights**2 @ opinion)

    def mean(own: np.ndarray) -> float:
        p = (own @ agree) / (own @ opinion)
        return float(np.mean(4 * p * (1 - p) * n / (n - 1)))

    step = 1e-5 * np.diag(weights)
    influence = np.array([(mean(weights + one) - mean(weights - one)) / 2e-5 for one in step])
    p = (weights @ agree) / (weights @ opinion)
    variance = influence @ influence * 40 / 39 + np.sum(32 * (p * (1 - p)) ** 2 / n**2) / 16
    found = mean_divisiveness(votes, answers=gather_answers(votes, weights=weights), weights=weights)
    assert found is not None
    assert found.value == pytest.approx(mean(weights))
    assert found.value - found.low == pytest.approx(1.959964 * np.sqrt(variance), rel=1e-5)

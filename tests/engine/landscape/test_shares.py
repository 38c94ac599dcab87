# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vote_strategies import table_of, vote_matrices

from houvast.engine.landscape.shares import (
    effective_people,
    estimate_shares,
    find_least,
    gather_answers,
    kish,
    wilson_interval,
)


def test_wilson_gives_the_published_interval() -> None:
    low, high = wilson_interval(np.array([0.0, 15 / 148]), np.array([20.0, 148.0]))
    assert low == pytest.approx([0.0, 0.0624], abs=1e-4)
    assert high == pytest.approx([0.1611, 0.1605], abs=1e-4)


def test_nobody_means_nothing_is_known() -> None:
    shares = estimate_shares(gather_answers(table_of(np.array([[1, 9], [-1, 9]], dtype=np.int8))))
    assert shares.agree.at(0, 1) is None
    assert (shares.agree.low[0, 1], shares.agree.high[0, 1], shares.agree.n[0, 1]) == (0.0, 1.0, 0)


@pytest.mark.parametrize("n", [20, 50, 200, 1000])
def test_the_interval_covers_in_93_to_97_of_100_cases(n: int) -> None:
    rng = np.random.default_rng(1)
    truth = rng.uniform(0, 1, 40_000)
    low, high = wilson_interval(rng.binomial(n, truth) / n, np.full(len(truth), float(n)))
    assert 0.93 <= np.mean((low <= truth) & (truth <= high)) <= 0.97


def test_weighted_intervals_cover_too() -> None:
    rng = np.random.default_rng(2)
    truth = rng.uniform(0.05, 0.95, 3000)
    weights = np.exp(0.5 * rng.standard_normal((3000, 60)))
    agreed = rng.random((3000, 60)) < truth[:, None]
    share = (weights * agreed).sum(axis=1) / weights.sum(axis=1)
    low, high = wilson_interval(share, kish(weights.sum(axis=1), (weights**2).sum(axis=1)))
    assert 0.93 <= np.mean((low <= truth) & (truth <= high)) <= 0.97


@given(vote_matrices(), st.integers(1, 3))
def test_shares_add_up_and_lie_in_their_interval(matrix: np.ndarray, segments: int) -> None:
    votes = table_of(matrix)
    segment = np.arange(len(matrix)) % segments
    shares = estimate_shares(gather_answers(votes, segment=segment, n_segments=segments))
    known = shares.agree.n > 0
    total = shares.agree.value + shares.disagree.value + shares.passed.value
    assert np.allclose(total[known], 1)
    for part in (shares.agree, shares.disagree, shares.passed):
        assert ((part.low <= part.value) & (part.value <= part.high))[known].all()
        assert np.isnan(part.value[~known]).all()


@given(vote_matrices())
def test_turning_all_votes_round_swaps_agree_and_disagree(matrix: np.ndarray) -> None:
    flipped = np.where(matrix == 9, 9, -matrix).astype(np.int8)
    one, other = (estimate_shares(gather_answers(table_of(m))) for m in (matrix, flipped))
    assert np.array_equal(one.agree.value, other.disagree.value, equal_nan=True)
    assert np.array_equal(one.agree.low, other.disagree.low)
    assert np.array_equal(one.passed.high, other.passed.high)


@given(vote_matrices())
def test_equal_weights_change_nothing(matrix: np.ndarray) -> None:
    votes = table_of(matrix)
    plain, weighted = gather_answers(votes), gather_answers(votes, weights=np.full(len(matrix), 2.0))
    assert np.allclose(effective_people(plain), effective_people(weighted))
    one, other = estimate_shares(plain), estimate_shares(weighted)
    assert np.allclose(one.agree.low, other.agree.low)


def test_the_least_bound_claims_nothing_about_a_silent_segment() -> None:
    votes = table_of(np.array([[1, 1], [1, 1], [1, 9], [1, 9]], dtype=np.int8))
    agree = estimate_shares(gather_answers(votes, segment=np.array([0, 0, 1, 1]), n_segments=2)).agree
    assert find_least(agree)[0] == agree.low[:, 0].min() > 0
    assert find_least(agree)[1] == 0.0
    none = estimate_shares(gather_answers(votes, segment=np.full(4, -1), n_segments=0)).agree
    assert np.isnan(find_least(none)).all()

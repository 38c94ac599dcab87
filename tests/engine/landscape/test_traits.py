# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from planted_conversations import climb, plant, plant_canonical
from vote_strategies import dense, table_of

from houvast.engine.landscape.starting_positions import find_starting_positions
from houvast.engine.landscape.traits import (
    OpinionVotes,
    TraitFit,
    fit_traits,
    score_persons,
    select_opinion_votes,
)
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.conversations import simulate_conversation


def _start(votes: VoteTable, dims: int = 1) -> np.ndarray:
    return find_starting_positions(
        indptr=votes.indptr, statement=votes.statement, value=votes.value, n_statements=votes.n_statements, dims=dims
    )


def _fit(votes: VoteTable, dims: int = 1) -> TraitFit:
    return fit_traits(select_opinion_votes(votes), start=_start(votes, dims))


def _matrix(votes: VoteTable) -> np.ndarray:
    return np.nan_to_num(dense(votes), nan=9).astype(np.int8)


def test_passes_and_unseen_statements_are_not_opinions() -> None:
    votes = select_opinion_votes(table_of(np.array([[1, 0, -1], [0, 9, 9], [-1, 1, 9]], dtype=np.int8)))
    assert votes.indptr.tolist() == [0, 2, 2, 4]
    assert votes.statement.tolist() == [0, 2, 0, 1]
    assert votes.agree.tolist() == [1, 0, 0, 1]
    assert votes.counts.tolist() == [2, 1, 1]
    assert (votes.n_participants, votes.n_statements) == (3, 3)


def test_planted_places_and_slopes_are_found_up_to_the_sign() -> None:
    made = plant("spectrum")
    fit = _fit(made.table)
    sign = np.sign(np.corrcoef(fit.mean[:, 0], made.truth.place[:, 0])[0, 1])
    assert np.corrcoef(sign * fit.mean[:, 0], made.truth.place[:, 0])[0, 1] > 0.9
    assert np.corrcoef(sign * fit.slope[:, 0], made.truth.slope[:, 0])[0, 1] > 0.95
    assert np.corrcoef(fit.intercept, made.truth.intercept)[0, 1] > 0.95


def test_two_dimensions_are_found_as_a_plane() -> None:
    made = plant("plane")
    truth = made.truth.place[plant_canonical("plane").people]
    turn, *_ = np.linalg.lstsq(climb("plane").traits.mean[:, :2], truth, rcond=None)
    explained = climb("plane").traits.mean[:, :2] @ turn
    assert all(np.corrcoef(explained[:, d], truth[:, d])[0, 1] > 0.9 for d in range(2))


@pytest.mark.parametrize(("style_sd", "seed"), [(0.0, 11), (0.6, 12)])
def test_intervals_of_places_hold_the_truth_as_often_as_they_say(style_sd: float, seed: int) -> None:
    made = simulate_conversation(
        participants=1500, statements=80, votes_per_participant=30, style_sd=style_sd, rng=np.random.default_rng(seed)
    )
    fit = _fit(made.table)
    place = made.truth.place[:, 0] * np.sign(np.corrcoef(fit.mean[:, 0], made.truth.place[:, 0])[0, 1])
    z = (fit.mean[:, 0] - place) / np.sqrt(fit.covariance[:, 0, 0])
    assert 0.93 <= np.mean(np.abs(z) < 1.96) <= 0.97


def test_response_style_is_told_apart_from_opinion() -> None:
    made = simulate_conversation(
        participants=500, statements=80, votes_per_participant=50, style_sd=0.8, rng=np.random.default_rng(3)
    )
    fit = _fit(made.table)
    assert np.corrcoef(fit.mean[:, 1], made.truth.style)[0, 1] > 0.8
    assert abs(np.corrcoef(fit.mean[:, 0], made.truth.style)[0, 1]) < 0.2
    # Agreement against disagreement: the invented u counts twice in the log odds.
    assert fit.style_variance == pytest.approx(4 * 0.64, rel=0.2)


def test_people_with_few_votes_are_less_sure() -> None:
    made = simulate_conversation(
        participants=300, statements=60, votes_per_participant=20, exposure="heavy-tailed", rng=np.random.default_rng(2)
    )
    fit = _fit(made.table)
    counts, se = made.table.votes_per_participant, np.sqrt(fit.covariance[:, 0, 0])
    assert se[counts <= 5].mean() > 1.5 * se[counts >= 30].mean()


def test_somebody_without_opinions_stands_at_the_mean_with_the_spread_of_everybody() -> None:
    matrix = _matrix(plant("spectrum").table)
    fit = _fit(table_of(np.vstack([matrix, np.full((1, matrix.shape[1]), 9)])))
    centre = fit.mean[:-1, 0].mean()
    assert fit.mean[-1, 0] == pytest.approx(centre, abs=0.05)
    assert fit.covariance[-1, 0, 0] == pytest.approx(1.0, abs=0.1)


def test_a_pass_or_no_vote_at_all_is_the_same_to_the_model() -> None:
    votes = plant("spectrum").table
    matrix = _matrix(votes)
    without = table_of(np.where(matrix == 0, 9, matrix).astype(np.int8))
    start = _start(votes)
    one = fit_traits(select_opinion_votes(votes), start=start)
    other = fit_traits(select_opinion_votes(without), start=start)
    assert np.array_equal(one.mean, other.mean)


def test_flipped_votes_flip_intercepts_and_style_and_keep_the_rest_of_the_model() -> None:
    matrix = _matrix(plant("spectrum").table)
    one, other = _fit(table_of(matrix)), _fit(table_of(np.where(matrix == 9, 9, -matrix).astype(np.int8)))
    assert np.allclose(other.intercept, -one.intercept, atol=1e-8)
    assert np.allclose(other.mean, -one.mean, atol=1e-8)
    assert np.allclose(other.slope, one.slope, atol=1e-8)
    assert np.allclose(other.covariance, one.covariance, atol=1e-8)


def test_whole_weights_count_like_repeated_people() -> None:
    matrix = _matrix(plant("spectrum", participants=80).table)
    weights = np.where(np.arange(80) < 20, 2.0, 1.0)
    rows = np.repeat(np.arange(80), weights.astype(int))
    start = _start(table_of(matrix))
    weighted = fit_traits(select_opinion_votes(table_of(matrix)), start=start, weights=weights)
    repeated = fit_traits(select_opinion_votes(table_of(matrix[rows])), start=start[rows])
    assert np.allclose(weighted.slope, repeated.slope, atol=1e-6)
    assert np.allclose(weighted.mean[rows], repeated.mean, atol=1e-6)


def test_the_map_is_in_units_of_the_spread_of_opinion_with_a_fixed_sign_and_order_of_axes() -> None:
    fit = climb("plane").traits
    second = np.einsum("ia,ib->ab", fit.mean, fit.mean) / len(fit.mean) + fit.covariance.mean(axis=0)
    assert np.allclose(second[:2, :2], np.eye(2), atol=0.02)
    assert np.allclose(fit.mean.mean(axis=0), 0, atol=0.02)
    totals = climb("plane").opinion.counts
    told = (fit.slope**2 * totals[:, None]).sum(axis=0)
    assert told[0] >= told[1]
    strongest = np.argmax(np.abs(fit.slope) * np.sqrt(totals)[:, None], axis=0)
    assert (fit.slope[strongest, range(fit.dimensions)] > 0).all()


def test_scoring_people_again_with_the_fitted_model_changes_nothing_much() -> None:
    found = climb("spectrum")
    fit, opinion = found.traits, found.opinion
    mean, covariance = np.zeros_like(fit.mean), np.zeros_like(fit.covariance)
    score_persons(
        opinion, intercept=fit.intercept, loading=fit.loading, precision=fit.prior_precision, mean=mean,
        covariance=covariance, steps=8,
    )  # fmt: skip
    assert np.corrcoef(mean[:, 0], fit.mean[:, 0])[0, 1] > 0.999
    assert np.abs(mean[:, 0] - fit.mean[:, 0]).max() < 0.05


def test_what_the_fit_is_given_is_not_changed() -> None:
    votes: OpinionVotes = select_opinion_votes(plant("spectrum", participants=60).table)
    start = _start(plant("spectrum", participants=60).table)
    before = start.copy()
    fit_traits(votes, start=start, iterations=2)
    assert np.array_equal(start, before)

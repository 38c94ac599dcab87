# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from example_conversations import read_example
from hypothesis import given
from oracles import bridging_oracle as oracle
from vote_strategies import dense, table_of, vote_matrices

from houvast.engine.landscape.bridging import FACTOR_PENALTY, INTERCEPT_PENALTY, BridgingFit, fit_bridging
from houvast.engine.landscape.components import find_components
from houvast.engine.landscape.vote_table import VoteTable


def fit_from_component(votes: VoteTable) -> BridgingFit:
    return fit_bridging(votes, start=find_components(votes, count=1).loadings[:, 0])


def objective(votes: VoteTable, fit: BridgingFit) -> float:
    """Community Notes' loss, written out plainly."""
    rows, seen = votes.rows(), np.unique(votes.statement)
    fitted = (
        fit.mu
        + fit.person_intercept[rows]
        + fit.statement_intercept[votes.statement]
        + fit.person_factor[rows] * fit.statement_factor[votes.statement]
    )
    people = votes.votes_per_participant > 0
    own = np.mean(fit.person_intercept[people] ** 2) + np.mean(fit.statement_intercept[seen] ** 2) + fit.mu**2
    side = np.mean(fit.person_factor[people] ** 2) + np.mean(fit.statement_factor[seen] ** 2)
    return float(np.mean((0.5 * votes.value - fitted) ** 2) + INTERCEPT_PENALTY * own + FACTOR_PENALTY * side)


@pytest.mark.parametrize("name", ["15-per-hour-seattle", "brexit-consensus", "scoop-hivemind.biodiversity"])
def test_no_small_change_lowers_the_loss(name: str) -> None:
    votes, _ = read_example(name)
    fit = fit_from_component(votes)
    assert fit.converged
    best, rng = objective(votes, fit), np.random.default_rng(1)
    for field in ("statement_intercept", "statement_factor", "person_intercept", "person_factor"):
        for step in (1e-3, -1e-3):
            moved = getattr(fit, field) + step * rng.standard_normal(len(getattr(fit, field)))
            assert objective(votes, replace(fit, **{field: moved})) > best


def test_another_start_reaches_the_same_scores() -> None:
    votes, _ = read_example("brexit-consensus")
    other = fit_bridging(votes, start=np.random.default_rng(1).standard_normal(votes.n_statements))
    assert np.allclose(fit_from_component(votes).statement_intercept, other.statement_intercept, atol=1e-5)


def test_both_sides_agreeing_connects_and_one_side_agreeing_does_not() -> None:
    rng = np.random.default_rng(2)
    side = np.repeat([1, -1], 40)
    tilt = np.array([1, -1] * 6)
    matrix = np.where(rng.random((80, 12)) < 0.9, side[:, None] * tilt, -side[:, None] * tilt)
    shared = np.where(rng.random((80, 2)) < 0.8, 1, -1) * np.array([1, -1])
    fit = fit_from_component(table_of(np.hstack([matrix, shared]).astype(np.int8)))
    assert fit.statement_intercept[12] > 0.15 > np.abs(fit.statement_intercept[:12]).max()
    assert fit.statement_intercept[13] < -0.15
    assert (np.sign(fit.statement_factor[:12]) == np.sign(fit.statement_factor[0]) * tilt).all()


@given(vote_matrices(people=15))
def test_turning_all_votes_round_turns_the_sign_of_the_score_and_nothing_else(matrix: np.ndarray) -> None:
    votes = table_of(matrix)
    flipped = table_of(np.where(matrix == 9, 9, -matrix).astype(np.int8))
    start = np.linspace(-1, 1, votes.n_statements)
    one, other = fit_bridging(votes, start=start), fit_bridging(flipped, start=start)
    assert np.allclose(one.statement_intercept, -other.statement_intercept, atol=1e-12)
    assert np.isfinite(one.statement_intercept).all()


def test_whole_weights_count_like_repeated_people() -> None:
    votes, _ = read_example("london.youth.policing")
    matrix = np.nan_to_num(dense(votes), nan=9).astype(np.int8)
    weights = 1.0 + np.arange(len(matrix)) % 3
    start = np.linspace(-1, 1, votes.n_statements)
    repeated = fit_bridging(table_of(np.repeat(matrix, weights.astype(int), axis=0)), start=start)
    weighted = fit_bridging(votes, start=start, weights=weights)
    # V/P is the mean number of votes in both; people with more weight weigh more in it.
    assert np.allclose(repeated.statement_intercept, weighted.statement_intercept, atol=1e-5)


def test_no_votes_give_no_scores() -> None:
    fit = fit_bridging(table_of(np.full((3, 2), 9, dtype=np.int8)), start=np.ones(2))
    assert fit.rounds == 0
    assert fit.statement_intercept.tolist() == [0.0, 0.0]


@pytest.mark.parametrize("weighted", [False, True])
def test_a_slow_general_method_finds_the_same_optimum(weighted: bool) -> None:
    rng = np.random.default_rng(7)
    side, tilt = np.repeat([1, -1], 5), np.array([1, -1, 1, -1, 0])
    lean = side[:, None] * tilt + np.array([0, 0, 0, 0, 1])
    matrix = np.where(rng.random((10, 5)) < 0.8, lean, 0).astype(np.int8)
    matrix[rng.random((10, 5)) < 0.15] = 9
    matrix[4] = 9
    weights = rng.uniform(0.3, 2.0, 10) if weighted else np.ones(10)
    votes = table_of(matrix)
    fit = fit_bridging(votes, start=tilt.astype(float), weights=weights if weighted else None)
    slow = oracle.minimise(matrix.tolist(), weights=weights.tolist(), starts=3, rng=rng)
    fast = oracle.Optimum(
        0.0, fit.mu, *(part.tolist() for part in (fit.person_intercept, fit.person_factor)),
        *(part.tolist() for part in (fit.statement_intercept, fit.statement_factor)),
    )  # fmt: skip
    assert oracle.loss_of(matrix.tolist(), fast, weights.tolist()) == pytest.approx(slow.loss, abs=1e-8)
    assert np.allclose(fit.statement_intercept, slow.statement_intercept, atol=1e-3)
    assert np.allclose(np.abs(fit.statement_factor), np.abs(slow.statement_factor), atol=1e-3)
    assert fit.mu == pytest.approx(slow.mu, abs=1e-3)


def test_everybody_twice_gives_the_same_scores() -> None:
    votes, _ = read_example("london.youth.policing")
    matrix = np.nan_to_num(dense(votes), nan=9).astype(np.int8)
    start = np.linspace(-1, 1, votes.n_statements)
    once, twice = (fit_bridging(table_of(m), start=start) for m in (matrix, np.vstack([matrix, matrix])))
    assert np.allclose(once.statement_intercept, twice.statement_intercept, atol=1e-5)

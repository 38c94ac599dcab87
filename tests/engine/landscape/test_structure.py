# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from oracles import ladder_oracle as oracle
from planted_conversations import plant, plant_canonical
from vote_strategies import dense, table_of, vote_matrices

from houvast.engine.landscape.structure import run_raw_test, run_structure_test, shuffle_statements, walk
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.conversations import simulate_conversation


def _walked(votes: VoteTable, *, seed: int, trades: int) -> np.ndarray:
    value = votes.value.copy()
    walk(np.uint64(seed), votes.indptr, votes.statement, value, trades, int(votes.votes_per_participant.max(initial=1)))
    matrix = np.full((votes.n_participants, votes.n_statements), 9, dtype=np.int8)
    matrix[votes.rows(), votes.statement] = value
    return matrix


@given(vote_matrices(), st.integers(0, 2**63))
def test_a_walk_keeps_who_saw_what_and_every_count_of_answers(matrix: np.ndarray, seed: int) -> None:
    assume(len(matrix) > 1)
    moved = _walked(table_of(matrix), seed=seed, trades=60)
    for answer in (-1, 0, 1, 9):
        assert np.array_equal((moved == answer).sum(axis=0), (matrix == answer).sum(axis=0))
        assert np.array_equal((moved == answer).sum(axis=1), (matrix == answer).sum(axis=1))
    assert np.array_equal(moved == 9, matrix == 9)


def test_a_walk_really_goes_somewhere() -> None:
    votes = plant("spectrum").table
    before = dense(votes)
    after = _walked(votes, seed=1, trades=6 * votes.n_participants)
    seen = ~np.isnan(before)
    assert np.mean(after[seen] != before[seen]) > 0.3


@pytest.mark.parametrize(
    "matrix",
    [
        [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]],
        [[1, 0, 0], [0, 1, 1], [0, 1, 1]],
        [[1, 1, -1, 0], [-1, -1, 1, 0], [0, 1, 1, -1]],
    ],
)
def test_a_long_walk_comes_equally_often_at_every_table_within_reach(matrix: list[list[int]]) -> None:
    table = np.array(matrix, dtype=np.int8)
    possible = sorted(oracle.tables_within_reach(table))
    votes = table_of(table)
    draws = 400 * len(possible)
    reached = [possible.index(_walked(votes, seed=seed, trades=40).tobytes()) for seed in range(draws)]
    counts = np.bincount(reached, minlength=len(possible))
    assert len(possible) > 1
    assert np.abs(counts - 400).max() < 4.5 * np.sqrt(400)


def test_shuffling_within_statements_keeps_their_counts_and_forgets_the_person() -> None:
    votes = plant("style").table
    order = np.argsort(votes.statement, kind="stable")
    start = np.concatenate(([0], np.cumsum(np.bincount(votes.statement, minlength=votes.n_statements))))
    value = votes.value.copy()
    shuffle_statements(np.uint64(3), value, order, start)
    for answer in (-1, 0, 1):
        before = np.bincount(votes.statement[votes.value == answer], minlength=votes.n_statements)
        assert np.array_equal(np.bincount(votes.statement[value == answer], minlength=votes.n_statements), before)
    spread = [np.bincount(votes.rows(), weights=v).var() for v in (votes.value, value)]
    assert spread[1] < 0.6 * spread[0]


@pytest.mark.parametrize(("name", "dims"), [("spectrum", 1), ("plane", 2), ("two groups", 1), ("three groups", 2)])
def test_opinion_is_seen_with_its_number_of_dimensions(name: str, dims: int) -> None:
    test = run_structure_test(plant_canonical(name).votes, rng=np.random.default_rng(1), threshold=0.01)
    assert test.p == 0.01
    assert test.draws == 99
    assert test.significant == dims
    assert (test.eigenvalues[:dims] > test.null_high[:dims]).all()
    assert (test.null_high >= test.null_mean).all()


def test_response_style_is_structure_only_to_the_raw_test() -> None:
    votes = plant_canonical("style").votes
    beyond = run_structure_test(votes, rng=np.random.default_rng(1), threshold=0.01)
    raw = run_raw_test(votes, rng=np.random.default_rng(1), threshold=0.01)
    assert raw.p == 0.01
    assert beyond.p > 0.05
    assert beyond.draws < 99, "the test stops when it can find nothing any more"


def test_without_opinion_all_p_values_are_about_equally_likely_whatever_the_style() -> None:
    p = []
    for seed in range(60):
        rng = np.random.default_rng(seed)
        votes = simulate_conversation(
            participants=50, statements=20, votes_per_participant=10, distribution="none", style_sd=0.9, pass_sd=0.7,
            rng=rng,
        ).table  # fmt: skip
        p.append(run_structure_test(votes, rng=rng, threshold=0.01).p)
    assert 0.4 <= np.mean(p) <= 0.62
    assert np.mean(np.array(p) <= 0.05) <= 0.12
    assert np.mean(np.array(p) <= 0.5) == pytest.approx(0.5, abs=0.17)


def test_the_same_on_any_number_of_processors_and_for_the_same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    votes = plant_canonical("noise").votes
    outcomes = []
    for processors in (1, 3):
        monkeypatch.setattr(os, "cpu_count", lambda count=processors: count)
        test = run_structure_test(votes, rng=np.random.default_rng(5), threshold=0.01)
        outcomes.append((test.p, test.draws, test.null_mean.tolist(), test.null_high.tolist()))
    assert outcomes[0] == outcomes[1]


def test_the_votes_are_not_changed() -> None:
    votes = plant_canonical("noise").votes
    before = votes.value.copy()
    run_structure_test(votes, rng=np.random.default_rng(5), threshold=0.01, draws=8)
    run_raw_test(votes, rng=np.random.default_rng(5), threshold=0.01, draws=8)
    assert np.array_equal(votes.value, before)

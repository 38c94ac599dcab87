# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from vote_strategies import dense, table_of, vote_matrices

from houvast.engine.landscape.components import (
    find_components,
    orient_components,
    read_components,
    weighted_gram,
    weighted_means,
)
from houvast.engine.landscape.moments import finish_gram, partial_moments
from houvast.engine.landscape.vote_table import VoteTable, select_participants
from houvast.engine.simulate.conversations import simulate_conversation


@pytest.fixture(scope="module")
def votes() -> VoteTable:
    return simulate_conversation(
        participants=400, statements=40, votes_per_participant=15, groups=3, rng=np.random.default_rng(3)
    ).table


def test_same_as_a_singular_value_decomposition_of_the_dense_matrix(votes: VoteTable) -> None:
    found = find_components(votes, count=3)
    filled = np.nan_to_num(dense(votes) - np.nanmean(dense(votes), axis=0))
    _, singular, axes = np.linalg.svd(filled, full_matrices=False)
    assert np.allclose(found.variances, singular[:3] ** 2)
    assert np.allclose(np.abs(np.sum(found.loadings * axes[:3].T, axis=0)), 1)
    assert np.allclose(found.scores, filled @ found.loadings)
    assert found.total_variance == pytest.approx(np.sum(filled**2))


def test_flipping_all_votes_turns_the_loadings_and_leaves_the_map(votes: VoteTable) -> None:
    flipped = VoteTable(votes.participants, votes.statements, votes.indptr, votes.statement, -votes.value)
    first, second = find_components(votes), find_components(flipped)
    assert np.allclose(first.scores, second.scores, atol=1e-12)
    assert np.allclose(first.loadings, -second.loadings, atol=1e-12)


def test_order_of_people_changes_nothing(votes: VoteTable) -> None:
    matrix = np.nan_to_num(dense(votes), nan=9).astype(np.int8)
    order = np.random.default_rng(1).permutation(len(matrix))
    first, second = find_components(table_of(matrix)), find_components(table_of(matrix[order]))
    assert np.allclose(first.scores[order], second.scores, atol=1e-9)


def test_state_of_the_worker_gives_the_same_map(votes: VoteTable) -> None:
    first, second = find_components(votes), read_components(partial_moments(votes), votes=votes)
    assert np.array_equal(first.scores, second.scores)


def test_weights_of_one_are_no_weights(votes: VoteTable) -> None:
    ones = np.ones(votes.n_participants)
    assert np.allclose(weighted_means(votes, weights=ones), partial_moments(votes).means)
    gram = weighted_gram(votes, means=partial_moments(votes).means, weights=ones)
    assert np.allclose(gram, finish_gram(partial_moments(votes)))
    assert np.allclose(find_components(votes, weights=ones).scores, find_components(votes).scores, atol=1e-9)


def test_weight_zero_leaves_a_person_out_of_the_components_but_on_the_map(votes: VoteTable) -> None:
    keep = np.arange(votes.n_participants) % 3 > 0
    weighted = find_components(votes, weights=keep.astype(float))
    alone = find_components(select_participants(votes, keep=keep))
    assert np.allclose(np.abs(weighted.loadings), np.abs(alone.loadings), atol=1e-9)
    assert np.abs(weighted.scores[~keep]).max() > 0


@given(vote_matrices())
def test_degenerate_tables_give_finite_maps(matrix: np.ndarray) -> None:
    found = find_components(table_of(matrix))
    assert found.scores.shape == (len(matrix), 2)
    assert np.isfinite(found.scores).all()
    assert np.isfinite(found.loadings).all()


def test_the_longer_tail_points_to_the_positive_side() -> None:
    scores = np.array([[-3.0, 3.0], [1.0, -1.0], [1.0, -1.0], [1.0, -1.0]])
    assert orient_components(scores).tolist() == [-1.0, 1.0]

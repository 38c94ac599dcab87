# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from planted_conversations import plant
from vote_strategies import dense, table_of, vote_matrices

from houvast.engine.landscape.starting_positions import (
    find_starting_positions,
    gram_times,
    leading_eigenvalues,
    orthonormalise,
    remove_margins,
    start_block,
)
from houvast.engine.landscape.vote_table import VoteTable


def _residuals(votes: VoteTable, *, persons_too: bool = True) -> np.ndarray:
    """The same in plain words, as a matrix with 0 where nobody voted."""
    x = dense(votes)
    seen = ~np.isnan(x)
    x = np.where(seen, x - np.nansum(x, axis=0) / np.maximum(seen.sum(axis=0), 1), 0.0)
    if persons_too:
        x = np.where(seen, x - (x.sum(axis=1) / np.maximum(seen.sum(axis=1), 1))[:, None], 0.0)
    return x


def _find(votes: VoteTable, dims: int) -> np.ndarray:
    return find_starting_positions(
        indptr=votes.indptr, statement=votes.statement, value=votes.value, n_statements=votes.n_statements, dims=dims
    )


@given(vote_matrices())
def test_margins_are_removed_as_with_a_full_matrix(matrix: np.ndarray) -> None:
    votes = table_of(matrix)
    for persons_too in (True, False):
        residual = remove_margins(votes.indptr, votes.statement, votes.value, votes.n_statements, persons_too)
        expected = _residuals(votes, persons_too=persons_too)
        assert np.allclose(residual, expected[votes.rows(), votes.statement])


@given(vote_matrices())
def test_products_are_those_of_the_full_matrix(matrix: np.ndarray) -> None:
    votes = table_of(matrix)
    residual = remove_margins(votes.indptr, votes.statement, votes.value, votes.n_statements, True)
    block = start_block(votes.n_statements, 2)
    image, people = gram_times(votes.indptr, votes.statement, residual, block)
    z = _residuals(votes)
    assert np.allclose(people, z @ block)
    assert np.allclose(image, z.T @ z @ block)


def test_leading_eigenvalues_are_those_of_linear_algebra() -> None:
    votes = plant("plane").table
    residual = remove_margins(votes.indptr, votes.statement, votes.value, votes.n_statements, True)
    found = leading_eigenvalues(votes.indptr, votes.statement, residual, start_block(votes.n_statements, 6), 200)
    z = _residuals(votes)
    exact = np.linalg.eigvalsh(z.T @ z)[::-1]
    assert np.allclose(found[:5], exact[:5], rtol=1e-3)
    few = leading_eigenvalues(votes.indptr, votes.statement, residual, start_block(votes.n_statements, 6), 8)
    assert np.allclose(few[:2], exact[:2], rtol=1e-2)
    assert (few <= exact[:6] * (1 + 1e-9)).all(), "an approximation from inside never exceeds the truth"


def test_columns_become_orthonormal_even_when_one_repeats_another() -> None:
    block = start_block(9, 3)
    orthonormalise(block)
    assert np.allclose(block.T @ block, np.eye(3))
    twice = np.column_stack([np.ones(4), np.zeros(4)])
    orthonormalise(twice)
    assert np.isfinite(twice).all()


def test_start_block_has_full_rank() -> None:
    assert np.linalg.matrix_rank(start_block(40, 6)) == 6


def test_positions_point_the_way_of_the_planted_places() -> None:
    made = plant("spectrum")
    found = _find(made.table, 1)
    assert abs(np.corrcoef(found[:, 0], made.truth.place[:, 0])[0, 1]) > 0.85
    assert np.allclose((_find(made.table, 3) ** 2).mean(axis=0), 1.0)


def test_more_dimensions_than_statements_are_filled_with_zeros() -> None:
    matrix = np.array([[1, -1], [-1, 1], [1, 1], [0, 9]], dtype=np.int8)
    found = _find(table_of(matrix), 4)
    assert found.shape == (4, 4)
    assert np.isfinite(found).all()
    assert (found[:, 2:] == 0).all()


def test_one_vote_places_nobody() -> None:
    matrix = np.array([[1, -1, 0], [-1, 1, 1], [1, 9, 9], [9, 9, 9]], dtype=np.int8)
    found = _find(table_of(matrix), 1)
    assert np.allclose(found[2:], 0)
    assert np.abs(found[:2]).min() > 0

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.landscape.eigenvectors import SMALL, leading_eigenvectors
from houvast.engine.landscape.moments import finish_gram, partial_moments
from houvast.engine.simulate.conversations import simulate_conversation


def check(matrix: np.ndarray, count: int) -> None:
    values, vectors = leading_eigenvectors(matrix, count=count)
    known, columns = np.linalg.eigh(matrix)
    assert values == pytest.approx(known[::-1][:count], rel=1e-11, abs=1e-11)
    assert np.abs(np.sum(vectors * columns[:, ::-1][:, :count], axis=0)) == pytest.approx(np.ones(count), abs=1e-9)


@pytest.mark.parametrize("size", [2, SMALL, SMALL + 1, 200])
def test_same_as_the_full_decomposition_of_random_matrices(size: int) -> None:
    tall = np.random.default_rng(size).standard_normal((3 * size, size))
    check(tall.T @ tall, 2)


@pytest.mark.parametrize("groups", [1, 4])
def test_same_on_votes(groups: int) -> None:
    votes = simulate_conversation(
        participants=2_000, statements=150, votes_per_participant=20, groups=groups, rng=np.random.default_rng(1)
    ).table
    check(finish_gram(partial_moments(votes)), 3)


def test_pure_noise_where_eigenvalues_lie_close() -> None:
    votes = simulate_conversation(
        participants=3_000, statements=300, density=0.2, distribution="none", rng=np.random.default_rng(2)
    ).table
    check(finish_gram(partial_moments(votes)), 2)


@pytest.mark.parametrize("rank", [0, 1, 2])
def test_few_dimensions_in_a_large_matrix(rank: int) -> None:
    tall = np.random.default_rng(3).standard_normal((rank, 100))
    values, vectors = leading_eigenvectors(tall.T @ tall, count=3)
    assert np.all(values[:rank] > 1)
    assert values[rank:] == pytest.approx(np.zeros(3 - rank), abs=1e-10)
    assert np.allclose(vectors.T @ vectors, np.eye(3))


def test_fewer_statements_than_asked_for() -> None:
    values, vectors = leading_eigenvectors(np.array([[4.0]]), count=2)
    assert values.tolist() == [4.0, 0.0]
    assert np.abs(vectors).tolist() == [[1.0, 0.0]]


def test_every_run_gives_the_same_bits() -> None:
    tall = np.random.default_rng(4).standard_normal((300, 120))
    first, second = (leading_eigenvectors(tall.T @ tall, count=2)[1] for _ in range(2))
    assert np.array_equal(first, second)

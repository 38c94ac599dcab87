# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from vote_strategies import table_of, vote_matrices

from houvast.engine.landscape.look_alikes import find_look_alikes


def crowd_with_copies(changes: int, *, copies: int = 10, seed: int = 1) -> np.ndarray:
    """200 people who answer half of 40 statements at random, then copies of one row with some answers changed."""
    rng = np.random.default_rng(seed)
    people = np.where(rng.random((200, 40)) < 0.5, rng.choice([-1, 0, 1], (200, 40)), 9)
    row = np.where(np.arange(40) < 24, rng.choice([-1, 1], 40), 9)
    made = np.tile(row, (copies, 1))
    for copy in made:
        copy[rng.choice(24, changes, replace=False)] *= -1
    return np.vstack([people, made]).astype(np.int8)


@pytest.mark.parametrize("changes", [0, 1])
def test_copies_are_found_together_and_alone(changes: int) -> None:
    votes = table_of(crowd_with_copies(changes))
    found = find_look_alikes(votes, least_votes=10, least_people=4, rng=np.random.default_rng(1))
    assert found
    together = np.unique(np.concatenate(found))
    assert (together >= 200).all()
    assert len(together) >= 8


def test_people_with_few_votes_take_no_part() -> None:
    votes = table_of(np.ones((20, 5), dtype=np.int8))
    assert find_look_alikes(votes, least_votes=6, least_people=4, rng=np.random.default_rng(1)) == ()


@given(vote_matrices())
def test_equal_rows_are_always_together(matrix: np.ndarray) -> None:
    tripled = np.vstack([matrix, matrix, matrix])
    votes = table_of(tripled)
    found = find_look_alikes(votes, least_votes=1, least_people=3, rng=np.random.default_rng(2))
    for i in np.flatnonzero((matrix != 9).any(axis=1)):
        same = {i, i + len(matrix), i + 2 * len(matrix)}
        assert any(same <= set(people.tolist()) for people in found)

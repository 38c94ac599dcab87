# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from vote_strategies import NOTHING, dense, table_of, vote_matrices

from houvast.engine.landscape import moments as module
from houvast.engine.landscape.moments import (
    NOT_VOTED,
    LiveMoments,
    Moments,
    change_vote,
    empty_moments,
    finish_gram,
    merge_moments,
    partial_moments,
    select_moments,
)
from houvast.engine.landscape.vote_table import select_participants, select_statements
from houvast.engine.simulate.conversations import simulate_conversation


def same(first: Moments, second: Moments) -> bool:
    return all(np.array_equal(getattr(first, name), getattr(second, name)) for name in ("products", "sums", "pairs"))


@given(vote_matrices())
def test_moments_are_the_sums_they_say_they_are(matrix: np.ndarray) -> None:
    voted = (matrix != NOTHING).astype(int)
    x = np.where(matrix == NOTHING, 0, matrix).astype(int)
    found = partial_moments(table_of(matrix))
    assert np.array_equal(found.products, x.T @ x)
    assert np.array_equal(found.sums, x.T @ voted)
    assert np.array_equal(found.pairs, voted.T @ voted)


@given(vote_matrices())
def test_gram_is_that_of_the_mean_imputed_centred_matrix(matrix: np.ndarray) -> None:
    votes = table_of(matrix)
    found = partial_moments(votes)
    filled = np.nan_to_num(dense(votes) - found.means)
    assert np.allclose(finish_gram(found), filled.T @ filled, atol=1e-12)


@given(vote_matrices(), st.integers(0, 12))
def test_shards_add_up(matrix: np.ndarray, cut: int) -> None:
    votes = table_of(matrix)
    first = np.arange(len(matrix)) < cut
    parts = [partial_moments(select_participants(votes, keep=keep)) for keep in (first, ~first)]
    assert same(merge_moments(*parts), partial_moments(votes))


@given(vote_matrices(), st.randoms(use_true_random=False))
def test_votes_one_by_one_in_any_order_give_the_batch_exactly(matrix: np.ndarray, chance: object) -> None:
    events = [(i, j, int(x)) for (i, j), x in np.ndenumerate(matrix) if x != NOTHING]
    detours = [(i, j, v) for i, j, _ in events for v in (-1, 0, 1, NOT_VOTED)][:20]
    chance.shuffle(detours)  # type: ignore[attr-defined]
    chance.shuffle(events)  # type: ignore[attr-defined]
    live = LiveMoments(matrix.shape[1])
    for person, statement, vote in detours + events:
        live.cast(person=person, statement=statement, vote=vote)
    assert same(live.moments, partial_moments(table_of(matrix)))


def test_withdrawing_every_vote_leaves_nothing() -> None:
    live = LiveMoments(3)
    for vote in (1, NOT_VOTED):
        for statement in range(3):
            live.cast(person=7, statement=statement, vote=vote)
    assert same(live.moments, empty_moments(3))


def test_a_change_ignores_the_changed_statement_in_the_row() -> None:
    with_it, without_it = empty_moments(2), empty_moments(2)
    row = np.array([0, 1], dtype=np.int32), np.array([1, -1], dtype=np.int8)
    change_vote(with_it, statements=row[0], values=row[1], statement=1, old=NOT_VOTED, new=-1)
    change_vote(without_it, statements=row[0][:1], values=row[1][:1], statement=1, old=NOT_VOTED, new=-1)
    assert same(with_it, without_it)


@given(vote_matrices(), st.randoms(use_true_random=False))
def test_dropping_a_statement_is_dropping_its_row_and_column(matrix: np.ndarray, chance: object) -> None:
    votes = table_of(matrix)
    keep = np.array([chance.random() < 0.6 for _ in range(matrix.shape[1])], dtype=bool)  # type: ignore[attr-defined]
    dropped = select_moments(partial_moments(votes), keep=keep)
    assert same(dropped, partial_moments(select_statements(votes, keep=keep)))


def test_threads_and_packs_change_nothing(monkeypatch: object) -> None:
    votes = simulate_conversation(participants=9_000, statements=30, density=0.3, rng=np.random.default_rng(5)).table
    one = partial_moments(votes, threads=1)
    assert same(one, partial_moments(votes, threads=4))
    monkeypatch.setattr(module, "PEOPLE_PER_PACK", 1_000)  # type: ignore[attr-defined]
    assert same(one, partial_moments(votes, threads=1))


def test_more_people_than_a_pack_holds_all_voting_alike() -> None:
    people = 2 * module.PEOPLE_PER_PACK + 5
    for vote in (-1, 1):
        found = partial_moments(table_of(np.full((people, 2), vote, dtype=np.int8)), threads=1)
        assert found.products.tolist() == [[people, people]] * 2
        assert found.sums.tolist() == [[vote * people, vote * people]] * 2
        assert found.pairs.tolist() == [[people, people]] * 2

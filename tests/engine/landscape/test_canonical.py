# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from vote_strategies import dense, table_of, vote_matrices

from houvast.engine.landscape.canonical import canonicalise
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.conversations import simulate_conversation

PEOPLE, STATEMENTS = 40, 15
MATRIX = np.nan_to_num(
    dense(
        simulate_conversation(
            participants=PEOPLE, statements=STATEMENTS, density=0.5, rng=np.random.default_rng(4)
        ).table
    ),
    nan=9,
).astype(np.int8)
SEEN = MATRIX != 9


def _flip(matrix: np.ndarray) -> np.ndarray:
    return np.where(matrix == 9, 9, -matrix).astype(np.int8)


def _arithmetic(votes: VoteTable) -> tuple[list[int], ...]:
    """All that the computation sees: no ids."""
    return votes.indptr.tolist(), votes.statement.tolist(), votes.value.tolist()


@given(st.permutations(range(PEOPLE)), st.permutations(range(STATEMENTS)), st.booleans())
def test_order_and_sign_of_the_source_leave_no_trace(people: list[int], statements: list[int], flip: bool) -> None:
    changed = MATRIX[people][:, statements]
    changed = _flip(changed) if flip else changed
    assert _arithmetic(canonicalise(table_of(changed)).votes) == _arithmetic(canonicalise(table_of(MATRIX)).votes)


@given(vote_matrices())
def test_the_indices_and_sign_lead_back_to_the_source(matrix: np.ndarray) -> None:
    votes = table_of(matrix)
    found = canonicalise(votes)
    assert sorted(found.people.tolist()) == list(range(votes.n_participants))
    assert sorted(found.statements.tolist()) == list(range(votes.n_statements))
    expected = found.sign * dense(votes)[found.people][:, found.statements]
    assert np.array_equal(dense(found.votes), expected, equal_nan=True)
    assert found.votes.participants.tolist() == votes.participants[found.people].tolist()
    assert [s.id for s in found.votes.statements] == [votes.statements[j].id for j in found.statements]
    ascending = all(
        (np.diff(found.votes.statement[a:b]) > 0).all()
        for a, b in zip(found.votes.indptr[:-1], found.votes.indptr[1:], strict=True)
    )
    assert ascending


@given(vote_matrices())
def test_agreements_are_never_the_minority(matrix: np.ndarray) -> None:
    assert canonicalise(table_of(matrix)).votes.value.sum() >= 0


def test_a_balanced_conversation_has_one_sign_too() -> None:
    balanced = MATRIX[:, :4].copy()
    surplus = int(balanced[balanced != 9].sum())
    against = np.argwhere(balanced == np.sign(surplus))[: abs(surplus)]
    balanced[tuple(against.T)] = 0
    assert balanced[balanced != 9].sum() == 0
    one, other = canonicalise(table_of(balanced)), canonicalise(table_of(_flip(balanced)))
    assert one.sign == -other.sign
    assert np.array_equal(np.sort(one.votes.value), np.sort(other.votes.value))
    assert _arithmetic(one.votes) == _arithmetic(other.votes)


def test_people_who_voted_alike_do_not_disturb_the_order() -> None:
    twice = np.vstack([MATRIX, MATRIX[:7]])
    shuffled = np.random.default_rng(1).permutation(twice)
    assert _arithmetic(canonicalise(table_of(twice)).votes) == _arithmetic(canonicalise(table_of(shuffled)).votes)


def test_weights_take_part_in_the_order() -> None:
    alike = np.ones((3, 2), dtype=np.int8)
    order = [
        weights[canonicalise(table_of(alike), weights=weights).people].tolist()
        for weights in (np.array([0.5, 1.0, 1.5]), np.array([1.5, 0.5, 1.0]))
    ]
    assert order[0] == order[1]


def test_hours_stay_with_their_votes_and_the_source_is_not_touched() -> None:
    plain = table_of(MATRIX)
    votes = replace(plain, hour=np.arange(plain.n_votes, dtype=np.int32))
    before = (votes.value.copy(), votes.statement.copy(), votes.hour.copy())
    found = canonicalise(votes)
    hours = np.full(MATRIX.shape, -1)
    hours[votes.rows(), votes.statement] = votes.hour
    moved = hours[found.people][:, found.statements]
    assert found.votes.hour is not None
    assert np.array_equal(found.votes.hour, moved[found.votes.rows(), found.votes.statement])
    assert all(np.array_equal(a, b) for a, b in zip(before, (votes.value, votes.statement, votes.hour), strict=True))

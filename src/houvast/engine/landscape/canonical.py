# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""In what order and with which sign is the arithmetic done? One that depends on the votes alone.

Participants and statements get a colour from the votes around them (Weisfeiler & Leman 1968: colour refinement on the
graph of people, statements and votes, with sums of hashes, so order does not matter) and are sorted by it. Shuffled
rows or renamed ids then give the same arithmetic, draw for draw. The sign is chosen so that there are at least as many
agreements as disagreements; a flipped conversation is thus computed exactly as the original and flipped at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.random_stream import scramble

Colours = NDArray[np.uint64]

ROUNDS = 3


@dataclass(frozen=True, eq=False)
class CanonicalVotes:
    """votes in canonical order and sign; people (P,) and statements (S,) give the original index of each new one;
    sign is +1 or -1 (original value = sign * canonical value)."""

    votes: VoteTable
    people: NDArray[np.int64]
    statements: NDArray[np.int64]
    sign: int


@njit(cache=True, nogil=True)
def _refine(
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    sign: int,
    people: Colours,
    statements: Colours,
) -> None:
    """One round, in place: people from the statements they voted on, then statements from the people."""
    for i in range(len(people)):
        total = np.uint64(0)
        for v in range(indptr[i], indptr[i + 1]):
            total += scramble(statements[statement[v]] * np.uint64(4) + np.uint64(sign * value[v] + 2))
        people[i] = scramble(people[i] ^ total)
    incoming = np.zeros(len(statements), dtype=np.uint64)
    for i in range(len(people)):
        for v in range(indptr[i], indptr[i + 1]):
            incoming[statement[v]] += scramble(people[i] * np.uint64(4) + np.uint64(sign * value[v] + 2))
    for j in range(len(statements)):
        statements[j] = scramble(statements[j] ^ incoming[j])


def _colour(votes: VoteTable, *, sign: int, weights: NDArray[np.float64] | None) -> tuple[Colours, Colours]:
    """Colours of people (P,) and statements (S,) after a few rounds."""
    people = np.zeros(votes.n_participants, dtype=np.uint64)
    if weights is not None:
        people = np.round(weights * 1e6).astype(np.uint64)
    statements = np.ones(votes.n_statements, dtype=np.uint64)
    for _ in range(ROUNDS):
        _refine(votes.indptr, votes.statement, votes.value, sign, people, statements)
    return people, statements


def canonicalise(votes: VoteTable, *, weights: NDArray[np.float64] | None = None) -> CanonicalVotes:
    """The same votes in canonical order and sign. weights (P,) take part in the order."""
    balance = int(votes.value.sum(dtype=np.int64))
    sign = 1 if balance >= 0 else -1
    people, statements = _colour(votes, sign=sign, weights=weights)
    if balance == 0:
        flipped = _colour(votes, sign=-1, weights=weights)
        if int(flipped[1].max(initial=0)) > int(statements.max(initial=0)):
            sign, (people, statements) = -1, flipped
    people_order = np.argsort(people, kind="stable")
    statement_order = np.argsort(statements, kind="stable")
    return CanonicalVotes(_reorder(votes, people_order, statement_order, sign), people_order, statement_order, sign)


def _reorder(votes: VoteTable, people: NDArray[np.int64], statements: NDArray[np.int64], sign: int) -> VoteTable:
    """Rows and columns in the given order, values times sign, statements ascending within a person."""
    new_column = np.empty(len(statements), dtype=np.int32)
    new_column[statements] = np.arange(len(statements), dtype=np.int32)
    lengths = votes.votes_per_participant[people]
    indptr = np.zeros(len(people) + 1, dtype=np.int64)
    np.cumsum(lengths, out=indptr[1:])
    statement = np.empty(votes.n_votes, dtype=np.int32)
    value = np.empty(votes.n_votes, dtype=np.int8)
    old_hour = np.empty(0, dtype=np.int32) if votes.hour is None else votes.hour
    hour = np.empty(len(old_hour), dtype=np.int32)
    old = (votes.indptr, votes.statement, votes.value, old_hour)
    _copy_rows(*old, people, new_column, sign, indptr, statement, value, hour)
    return replace(
        votes,
        participants=votes.participants[people],
        statements=tuple(votes.statements[j] for j in statements),
        indptr=indptr,
        statement=statement,
        value=value,
        hour=None if votes.hour is None else hour,
    )


@njit(cache=True, nogil=True)
def _copy_rows(
    old_indptr: NDArray[np.int64],
    old_statement: NDArray[np.int32],
    old_value: NDArray[np.int8],
    old_hour: NDArray[np.int32],
    people: NDArray[np.int64],
    new_column: NDArray[np.int32],
    sign: int,
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    hour: NDArray[np.int32],
) -> None:
    """Fill statement, value and hour (when there are hours) row by row, sorted within each row."""
    for i in range(len(people)):
        first = old_indptr[people[i]]
        count = indptr[i + 1] - indptr[i]
        columns = new_column[old_statement[first : first + count]]
        order = np.argsort(columns)
        for v in range(count):
            statement[indptr[i] + v] = columns[order[v]]
            value[indptr[i] + v] = sign * old_value[first + order[v]]
            if len(hour) > 0:
                hour[indptr[i] + v] = old_hour[first + order[v]]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be remembered of the votes to draw the map again after every vote? Three integer S x S matrices.

With x_ij the vote and m_ij = 1 where person i voted on statement j (both 0 elsewhere):

    A = sum_i x_i x_i',   B = sum_i x_i m_i',   C = sum_i m_i m_i'

The Gram matrix of the mean-imputed, centred votes z_ij = (x_ij - mu_j) m_ij, mu_j = B_jj / C_jj, follows exactly:

    G_jk = A_jk - mu_k B_jk - mu_j B_kj + mu_j mu_k C_jk

Integers add up exactly, so the state does not depend on the order of votes, on threads or on how the people are cut
into shards; a new or changed vote touches one row and one column; a statement is dropped by dropping them.
(design: sufficient statistics of pairwise-available second moments; the packing of four counts in one word is ours.)
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Counts = NDArray[np.int32]
Floats = NDArray[np.float64]

NOT_VOTED = -128
PEOPLE_PER_PACK = 32_000
PEOPLE_WORTH_A_THREAD = 2_000
STATEMENTS_FOR_THREADS = 3_000


@dataclass(frozen=True, eq=False)
class Moments:
    """A, B and C, int32 shape (S, S), contiguous; A and C symmetric. B[j, j] = sum of votes, C[j, j] = votes on j.

    The worker's copy is changed in place by change_vote; everybody else treats it as a value.
    """

    products: Counts
    sums: Counts
    pairs: Counts

    @property
    def n_statements(self) -> int:
        """S."""
        return len(self.pairs)

    @property
    def means(self) -> Floats:
        """Mean vote per statement, shape (S,), 0 where nobody voted."""
        return np.asarray(np.diag(self.sums) / np.maximum(np.diag(self.pairs), 1))


def empty_moments(n_statements: int) -> Moments:
    """The moments of no votes at all."""
    return Moments(*(np.zeros((n_statements, n_statements), dtype=np.int32) for _ in range(3)))


def partial_moments(votes: VoteTable, *, threads: int | None = None) -> Moments:
    """The moments of one block of people, in sum_i n_i^2 / 2 integer additions. Any number of threads, same result."""
    workers = _workers(votes, threads)
    bounds = [votes.n_participants * w // workers for w in range(workers + 1)]
    if workers == 1:
        return _count_pairs(votes, 0, votes.n_participants)
    with ThreadPoolExecutor(workers) as pool:
        jobs = [pool.submit(_count_pairs, votes, bounds[w], bounds[w + 1]) for w in range(workers)]
        return _add_up(job.result() for job in jobs)


def merge_moments(first: Moments, second: Moments) -> Moments:
    """The moments of two blocks of people together."""
    return Moments(first.products + second.products, first.sums + second.sums, first.pairs + second.pairs)


def finish_gram(moments: Moments) -> Floats:
    """The Gram matrix G of the mean-imputed, centred votes, float64 shape (S, S), symmetric."""
    mean = moments.means
    gram = moments.sums * mean
    gram += gram.T.copy()
    np.subtract(moments.products, gram, out=gram)
    gram += np.outer(mean, mean) * moments.pairs
    return gram


def select_moments(moments: Moments, *, keep: NDArray[np.bool_]) -> Moments:
    """The moments without the statements where keep, shape (S,), is false: moderation needs no recount."""
    at = np.ix_(keep, keep)
    return Moments(*(np.ascontiguousarray(m[at]) for m in (moments.products, moments.sums, moments.pairs)))


def change_vote(
    state: Moments, *, statements: NDArray[np.int32], values: NDArray[np.int8], statement: int, old: int, new: int
) -> None:
    """Change one vote in the worker's state, in place, in O(n_i).

    statements, values: the person's row, shape (n_i,), any order; the entry of `statement` itself is ignored.
    old, new: the vote before and after, NOT_VOTED where there is none.
    """
    before, after = (0 if old == NOT_VOTED else old), (0 if new == NOT_VOTED else new)
    seen = int(new != NOT_VOTED) - int(old != NOT_VOTED)
    _change(state.products, state.sums, state.pairs, statements, values, statement, before, after, seen)


@dataclass(slots=True)
class _Row:
    """A person's votes: the first `size` of on (statements) and cast (votes) are in use."""

    on: NDArray[np.int32]
    cast: NDArray[np.int8]
    size: int


class LiveMoments:
    """The worker's mutable state: the moments, and each person's row, which a change needs. One writer."""

    def __init__(self, n_statements: int) -> None:
        self.moments = empty_moments(n_statements)
        self._rows: dict[int, _Row] = {}

    def cast(self, *, person: int, statement: int, vote: int) -> None:
        """Record a vote, or withdraw one with NOT_VOTED. The last vote of a person on a statement counts."""
        row = self._rows.get(person)
        if row is None:
            row = self._rows[person] = _Row(np.empty(8, dtype=np.int32), np.empty(8, dtype=np.int8), 0)
        elif row.size == len(row.on):
            row.on, row.cast = np.resize(row.on, 2 * row.size), np.resize(row.cast, 2 * row.size)
        state = self.moments
        row.size = _cast(state.products, state.sums, state.pairs, row.on, row.cast, row.size, statement, vote)


def _workers(votes: VoteTable, threads: int | None) -> int:
    wanted = threads or os.cpu_count() or 1
    if votes.n_statements > STATEMENTS_FOR_THREADS:
        return 1
    return max(1, min(wanted, 8, votes.n_participants // PEOPLE_WORTH_A_THREAD))


def _add_up(blocks: Iterable[Moments]) -> Moments:
    rest = iter(blocks)
    total = next(rest)
    for block in rest:
        total = merge_moments(total, block)
    return total


def _count_pairs(votes: VoteTable, first: int, last: int) -> Moments:
    total = empty_moments(votes.n_statements)
    packed = np.zeros((votes.n_statements, votes.n_statements), dtype=np.int64)
    longest = int(votes.votes_per_participant[first:last].max(initial=0))
    words = np.empty((3, longest), dtype=np.int64)
    for start in range(first, last, PEOPLE_PER_PACK):
        stop = min(start + PEOPLE_PER_PACK, last)
        _pack(start, stop, votes.indptr, votes.statement, votes.value, words, packed)
        _unpack(packed, total.products, total.sums, total.pairs)
    _mirror(total.products, total.pairs)
    return total


@njit(cache=True, nogil=True)
def _pack(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    words: Ints,
    packed: Ints,
) -> None:
    """Add, per pair j <= k, (1 + x_j 2^32)(1 + x_k 2^16): four 16-bit counts (C, B_kj, B_jk, A) in one word.

    At most 32,000 people between two unpackings keep every count within 16 bits.
    """
    for i in range(first, last):
        start, stop = indptr[i], indptr[i + 1]
        size = stop - start
        for p in range(size):
            word = np.int64(1) + (np.int64(value[start + p]) << 16)
            words[1, p] = word
            words[2, p] = word + (word << 32)
            words[0, p] = word - (word << 32)
        for p in range(size):
            add = words[value[start + p] + 1]
            row = packed[statement[start + p]]
            for q in range(p, size):
                row[statement[start + q]] += add[q]


@njit(cache=True, nogil=True)
def _unpack(packed: Ints, products: Counts, sums: Counts, pairs: Counts) -> None:
    """Add the packed upper triangle to A and C (upper) and B (both sides), and clear it."""
    size = len(packed)
    for j in range(size):
        for k in range(j, size):
            word = packed[j, k]
            if word != 0:
                packed[j, k] = 0
                count = word & 0xFFFF
                word = (word - count) >> 16
                of_k = ((word + 0x8000) & 0xFFFF) - 0x8000
                word = (word - of_k) >> 16
                of_j = ((word + 0x8000) & 0xFFFF) - 0x8000
                pairs[j, k] += count
                products[j, k] += (word - of_j) >> 16
                sums[j, k] += of_j
                if k != j:
                    sums[k, j] += of_k


@njit(cache=True, nogil=True)
def _mirror(products: Counts, pairs: Counts) -> None:
    for j in range(len(pairs)):
        for k in range(j):
            products[j, k] = products[k, j]
            pairs[j, k] = pairs[k, j]


@njit(cache=True, nogil=True)
def _change(
    products: Counts,
    sums: Counts,
    pairs: Counts,
    statements: NDArray[np.int32],
    values: NDArray[np.int8],
    j: int,
    before: int,
    after: int,
    seen: int,
) -> None:
    """before, after: the vote, 0 where there is none. seen: +1 when it is new, -1 when it is withdrawn, else 0."""
    step = after - before
    for p in range(len(statements)):
        k = statements[p]
        if k != j:
            x = values[p]
            products[j, k] += step * x
            products[k, j] += step * x
            sums[j, k] += step
            sums[k, j] += seen * x
            pairs[j, k] += seen
            pairs[k, j] += seen
    products[j, j] += after * after - before * before
    sums[j, j] += step
    pairs[j, j] += seen


@njit(cache=True, nogil=True)
def _cast(
    products: Counts,
    sums: Counts,
    pairs: Counts,
    on: NDArray[np.int32],
    cast: NDArray[np.int8],
    size: int,
    j: int,
    vote: int,
) -> int:
    """Change one vote in the moments and in the person's row, which has room for one more; the row's new size."""
    at = 0
    while at < size and on[at] != j:
        at += 1
    voted, wanted = at < size, vote != NOT_VOTED
    before = cast[at] if voted else 0
    _change(products, sums, pairs, on[:size], cast[:size], j, before, vote if wanted else 0, int(wanted) - int(voted))
    if wanted:
        on[at], cast[at] = j, vote
        return max(size, at + 1)
    if voted:
        on[at], cast[at] = on[size - 1], cast[size - 1]
        return size - 1
    return size

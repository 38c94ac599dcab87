# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which vote of a person on a statement counts? The last one by time; without a time, or at equal times, the later row.

Rows are dealt, in their order, over blocks of neighbouring participants that fit a processor's cache. Within a block
two counting passes, by statement and then by participant, put them in order of (participant, statement), and a second
vote of a pair meets the first one on the last place that was filled for that participant. O(V + P + S) time, 8 bytes a
row beside the input, whatever the order was.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_NO_TIMES = np.empty(0, dtype=np.int64)
_ROWS_PER_BLOCK = 1 << 16


@dataclass(frozen=True, eq=False)
class LastVotes:
    """Rows in order of (participant, statement), one for each pair; V' = V - repeated.

    rows: int32, shape (V',), index of the row that counts, or None when that is every row in its own order.
    statement: int32, shape (V',). indptr: int64, shape (P + 1,), where each participant's rows begin.
    repeated: rows replaced by a later one.
    """

    rows: NDArray[np.int32] | None
    statement: NDArray[np.int32]
    indptr: Ints
    repeated: int


@njit(cache=True, nogil=True)
def is_ascending(participant: NDArray[np.int32], statement: NDArray[np.int32]) -> bool:
    """Are rows strictly ascending by (participant, statement)? Then they are distinct, too. Both int32, shape (V,)."""
    for at in range(1, len(participant)):
        if participant[at] < participant[at - 1]:
            return False
        if participant[at] == participant[at - 1] and statement[at] <= statement[at - 1]:
            return False
    return True


@njit(cache=True, nogil=True)
def count_codes(codes: NDArray[np.int32], size: int) -> Ints:
    """How many rows precede each code? int64, shape (size + 1,), starting with 0."""
    starts = np.zeros(size + 1, dtype=np.int64)
    for at in range(len(codes)):
        starts[codes[at] + 1] += 1
    for at in range(size):
        starts[at + 1] += starts[at]
    return starts


@njit(cache=True, nogil=True)
def deal_rows(
    participant: NDArray[np.int32], statement: NDArray[np.int32], starts: Ints, block_bits: int, statement_bits: int
) -> tuple[NDArray[np.int32], NDArray[np.uint32]]:
    """Rows by block of 2^block_bits participants, in their order, and (participant inside, statement) as a number."""
    n_blocks = ((len(starts) - 2) >> block_bits) + 1
    free = np.empty(n_blocks, dtype=np.int64)
    for block in range(n_blocks):
        free[block] = starts[block << block_bits]
    rows = np.empty(len(participant), dtype=np.int32)
    keys = np.empty(len(participant), dtype=np.uint32)
    inside = (1 << block_bits) - 1
    for row in range(len(participant)):
        block = participant[row] >> block_bits
        at = free[block]
        free[block] = at + 1
        rows[at] = row
        keys[at] = ((participant[row] & inside) << statement_bits) | statement[row]
    return rows, keys


@njit(cache=True, nogil=True)
def order_by_statement(keys: NDArray[np.uint32], n_statements: int, mask: int) -> Ints:
    """Places of a block's rows in order of statement, keeping their order within a statement. int64, shape (n,)."""
    free = np.zeros(n_statements + 1, dtype=np.int64)
    for at in range(len(keys)):
        free[(keys[at] & mask) + 1] += 1
    for item in range(n_statements):
        free[item + 1] += free[item]
    order = np.empty(len(keys), dtype=np.int64)
    for at in range(len(keys)):
        item = keys[at] & mask
        order[free[item]] = at
        free[item] += 1
    return order


@njit(cache=True, nogil=True)
def settle_block(
    rows: NDArray[np.int32],
    keys: NDArray[np.uint32],
    time: Ints,
    starts: Ints,
    n_statements: int,
    statement_bits: int,
    placed: Ints,
) -> None:
    """Put one block in order, in place: rows and keys become row and statement per place, with gaps after repeats.

    starts, shape (B + 1,): where each participant of the block begins. placed, shape (B,): filled with the number kept.
    """
    mask = (1 << statement_bits) - 1
    order = order_by_statement(keys, n_statements, mask)
    out_rows, out_items = np.empty_like(rows), np.empty_like(keys)
    for at in range(len(order)):
        row, key = rows[order[at]], keys[order[at]]
        person, item = key >> statement_bits, key & mask
        place = starts[person] - starts[0] + placed[person]
        if placed[person] > 0 and out_items[place - 1] == item:
            if len(time) == 0 or time[row] >= time[out_rows[place - 1]]:
                out_rows[place - 1] = row
        else:
            out_rows[place], out_items[place] = row, item
            placed[person] += 1
    rows[:] = out_rows
    keys[:] = out_items


@njit(cache=True, nogil=True)
def settle_blocks(
    rows: NDArray[np.int32],
    keys: NDArray[np.uint32],
    time: Ints,
    starts: Ints,
    n_statements: int,
    block_bits: int,
    statement_bits: int,
) -> Ints:
    """Put all blocks in order, in place; the number of rows kept for each participant, int64, shape (P,)."""
    n = len(starts) - 1
    placed = np.zeros(n, dtype=np.int64)
    for first in range(0, n, 1 << block_bits):
        last = min(n, first + (1 << block_bits))
        low, high = starts[first], starts[last]
        settle_block(
            rows[low:high],
            keys[low:high],
            time,
            starts[first : last + 1],
            n_statements,
            statement_bits,
            placed[first:last],
        )
    return placed


@njit(cache=True, nogil=True)
def close_gaps(rows: NDArray[np.int32], keys: NDArray[np.uint32], starts: Ints, placed: Ints) -> Ints:
    """Move what was kept together, in place; where each participant begins now, int64, shape (P + 1,)."""
    indptr = np.zeros(len(starts), dtype=np.int64)
    for person in range(len(placed)):
        for at in range(placed[person]):
            rows[indptr[person] + at] = rows[starts[person] + at]
            keys[indptr[person] + at] = keys[starts[person] + at]
        indptr[person + 1] = indptr[person] + placed[person]
    return indptr


def find_last_votes(
    *,
    participant: NDArray[np.integer],
    statement: NDArray[np.integer],
    n_participants: int,
    n_statements: int,
    time: Ints | None = None,
) -> LastVotes:
    """The row that counts for each pair of participant and statement, in order; all arrays of shape (V,), V < 2^31."""
    people = np.ascontiguousarray(participant, dtype=np.int32)
    items = np.ascontiguousarray(statement, dtype=np.int32)
    starts = count_codes(people, n_participants)
    if is_ascending(people, items):
        return LastVotes(rows=None, statement=items, indptr=starts, repeated=0)
    statement_bits = max(n_statements - 1, 1).bit_length()
    block_bits = _block_bits(len(people), n_participants, n_statements, 32 - statement_bits)
    rows, keys = deal_rows(people, items, starts, block_bits, statement_bits)
    times = _NO_TIMES if time is None else time
    placed = settle_blocks(rows, keys, times, starts, n_statements, block_bits, statement_bits)
    repeated = len(rows) - int(placed.sum())
    indptr = close_gaps(rows, keys, starts, placed) if repeated else starts
    size = int(indptr[-1])
    return LastVotes(rows=rows[:size], statement=keys[:size].view(np.int32), indptr=indptr, repeated=repeated)


def _block_bits(n_rows: int, n_participants: int, n_statements: int, most: int) -> int:
    """Blocks of about 65,536 rows, or of as many rows as there are statements when those are more."""
    people = max(_ROWS_PER_BLOCK, n_statements) * n_participants // max(n_rows, 1)
    return min(people.bit_length(), most, 30)

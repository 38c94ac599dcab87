# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far can one hidden count still move, given every number shown? Exactly, as a flow in a small network.

A table has rows 0 (everybody) and 1..G (segments), columns agree, disagree, pass and n. Every row adds up
(agree + disagree + pass = n) and every column adds up (segments = everybody). Write y = sign * count with sign -1 for
the n of a segment and for the answers of everybody, +1 elsewhere: then all rows and columns of y sum to 0, so a change
that breaks no sum is a circulation between row nodes and column nodes. The furthest a count can move is the largest
flow that returns around it (Ford & Fulkerson 1956), an integer; the linear programme over all tables agrees.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

COLUMNS = 4
N = 3
FOREVER = 1 << 40

Ints = NDArray[np.int64]


@numba.njit(cache=True, nogil=True)
def _is_positive(row: int, column: int) -> bool:
    """The sign of y against the count."""
    return (row == 0) == (column == N)


@numba.njit(cache=True, nogil=True)
def fill_room(value: Ints, low: Ints, high: Ints, hidden: NDArray[np.bool_], room: Ints) -> None:
    """room (R + 5, R + 5): how much may flow from node to node; rows, one node for outside, columns.

    value, low, high: int64 (R, 4), the count and what anybody knows about it; hidden: bool (R, 4).
    Without segments (R = 1) columns add up to nothing: the node for outside takes and gives without limit.
    """
    rows = value.shape[0]
    room[:] = 0
    if rows == 1:
        room[rows, rows + 1 :] = FOREVER
        room[rows + 1 :, rows] = FOREVER
    for i in range(rows):
        for c in range(COLUMNS):
            if hidden[i, c]:
                up, down = high[i, c] - value[i, c], value[i, c] - low[i, c]
                if not _is_positive(i, c):
                    up, down = down, up
                room[i, rows + 1 + c] = up
                room[rows + 1 + c, i] = down


@numba.njit(cache=True, nogil=True)
def _return_flow(room: Ints, source: int, target: int, limit: int) -> int:
    """Largest flow from source to target, at most limit, by shortest augmenting paths. room is used up."""
    nodes = room.shape[0]
    parent = np.empty(nodes, np.int64)
    queue = np.empty(nodes, np.int64)
    total = 0
    while total < limit:
        parent[:] = -1
        parent[source] = source
        queue[0] = source
        head, tail = 0, 1
        while head < tail and parent[target] < 0:
            node = queue[head]
            head += 1
            for other in range(nodes):
                if room[node, other] > 0 and parent[other] < 0:
                    parent[other] = node
                    queue[tail] = other
                    tail += 1
        if parent[target] < 0:
            break
        step = limit - total
        node = target
        while node != source:
            step = min(step, room[parent[node], node])
            node = parent[node]
        node = target
        while node != source:
            room[parent[node], node] -= step
            room[node, parent[node]] += step
            node = parent[node]
        total += step
    return total


@numba.njit(cache=True, nogil=True)
def reach(room: Ints, row: int, column: int, upward: bool, scratch: Ints) -> int:
    """How far the hidden count at (row, column) can rise (or fall). room as from fill_room, left as it was."""
    node = room.shape[0] - COLUMNS + column
    scratch[:] = room
    forward = room[row, node]
    back = room[node, row]
    scratch[row, node] = 0
    scratch[node, row] = 0
    if upward == _is_positive(row, column):
        return _return_flow(scratch, node, row, forward)
    return _return_flow(scratch, row, node, back)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many people agreed, disagreed and passed, per statement and per segment? One pass over the votes.

The last axis is always (agree, disagree, pass). Not voted is never counted.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

AGREE, DISAGREE, PASS = 0, 1, 2
COLUMN = (DISAGREE, PASS, AGREE)  # of vote -1, 0, +1


def count_votes(votes: VoteTable, *, segment: Ints | None = None, n_segments: int = 1) -> Ints:
    """Counts, int64 shape (n_segments, S, 3). segment: shape (P,), -1 leaves a person out; None: one segment."""
    out = np.zeros((n_segments, votes.n_statements, 3), dtype=np.int64)
    _count(votes.indptr, votes.statement, votes.value, _segment_of(votes, segment), out)
    return out


def sum_weights(votes: VoteTable, *, weights: Floats, segment: Ints | None = None, n_segments: int = 1) -> Floats:
    """The same with each person counted `weights` times, weights float64 shape (P,); float64 (n_segments, S, 3)."""
    out = np.zeros((n_segments, votes.n_statements, 3))
    _weigh(votes.indptr, votes.statement, votes.value, _segment_of(votes, segment), weights, out)
    return out


def _segment_of(votes: VoteTable, segment: Ints | None) -> Ints:
    return np.zeros(votes.n_participants, dtype=np.int64) if segment is None else segment


@njit(cache=True, nogil=True)
def _count(indptr: Ints, statement: NDArray[np.int32], value: NDArray[np.int8], segment: Ints, out: Ints) -> None:
    for i in range(len(indptr) - 1):
        g = segment[i]
        if g >= 0:
            for v in range(indptr[i], indptr[i + 1]):
                x = value[v]
                out[g, statement[v], COLUMN[x + 1]] += 1


@njit(cache=True, nogil=True)
def _weigh(
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    segment: Ints,
    weights: Floats,
    out: Floats,
) -> None:
    for i in range(len(indptr) - 1):
        g = segment[i]
        if g >= 0:
            for v in range(indptr[i], indptr[i + 1]):
                x = value[v]
                out[g, statement[v], COLUMN[x + 1]] += weights[i]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who voted so alike that a second look is worth it? MinHash with bands, in one pass over the votes.

A person is the set of (statement, answer) pairs. The chance that two MinHash values are equal is the Jaccard index J of
the two sets (Broder 1997); with BANDS bands of ROWS values two people share a band with chance 1 - (1 - J^ROWS)^BANDS
(Indyk & Motwani 1998): 0.99 at J = 0.7, 0.79 at J = 0.5, 0.09 at J = 0.2. No pair is ever compared: of the people
who share a band, those are kept who have at least half of all bands as most of them have (about J = 0.8 or more).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]

BANDS = 12
ROWS = 3


def find_look_alikes(
    votes: VoteTable, *, least_votes: int, least_people: int, rng: np.random.Generator
) -> tuple[Ints, ...]:
    """Sets of people whose votes look alike, each int64 of at least least_people indices, ascending; no set twice.

    Only people with least_votes votes or more take part.
    """
    people = np.flatnonzero(votes.votes_per_participant >= least_votes)
    table = rng.integers(0, 2**32, size=(3 * votes.n_statements, BANDS * ROWS), dtype=np.uint32)
    keys = np.empty((len(people), BANDS), dtype=np.uint64)
    run_chunks(len(people), write_band_keys, people, votes.indptr, votes.statement, votes.value, table, keys)
    found: dict[bytes, Ints] = {}
    for band in range(BANDS):
        for members in _group_equal(keys[:, band], least_people):
            alike = people[members[has_most_bands(keys[members])]]
            if len(alike) >= least_people:
                found.setdefault(alike.tobytes(), alike)
    return tuple(found.values())


def _group_equal(keys: NDArray[np.uint64], least: int) -> list[Ints]:
    """Indices of equal keys, ascending within a group, of groups of at least `least`."""
    order = np.argsort(keys, kind="stable")
    edges = np.flatnonzero(np.diff(keys[order])) + 1
    starts = np.concatenate(([0], edges)).astype(np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    return [order[s : s + n] for s, n in zip(starts[sizes >= least], sizes[sizes >= least], strict=True)]


@njit(cache=True, nogil=True)
def has_most_bands(keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Who of these people (n, BANDS) has at least half of the keys that are the most frequent of each band?

    Of equally frequent keys the smallest counts.
    """
    people, bands = keys.shape
    has = np.zeros(people, dtype=np.int64)
    for band in range(bands):
        ordered = np.sort(keys[:, band])
        usual, most, run = ordered[0], 0, 0
        for i in range(people):
            run = run + 1 if i > 0 and ordered[i] == ordered[i - 1] else 1
            if run > most:
                usual, most = ordered[i], run
        for i in range(people):
            has[i] += keys[i, band] == usual
    return np.greater_equal(2 * has, bands)


@njit(cache=True, nogil=True)
def write_band_keys(
    first: int,
    last: int,
    people: Ints,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    table: Hashes,
    keys: NDArray[np.uint64],
) -> None:
    """Write the band keys (P', BANDS) of people[first:last]. table: uint32 (3 S, BANDS * ROWS), a hash per pair."""
    width = table.shape[1]
    least = np.empty(width, dtype=np.uint32)
    for at in range(first, last):
        i = people[at]
        least[:] = np.uint32(0xFFFFFFFF)
        for v in range(indptr[i], indptr[i + 1]):
            row = table[3 * statement[v] + value[v] + 1]
            for h in range(width):
                least[h] = min(least[h], row[h])
        for band in range(keys.shape[1]):
            key = np.uint64(14695981039346656037)
            for r in range(width // keys.shape[1]):
                key = (key ^ np.uint64(least[band * (width // keys.shape[1]) + r])) * np.uint64(1099511628211)
                key ^= key >> np.uint64(29)
            keys[at, band] = key

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is there any structure at all, beyond how popular statements are and how readily people agree or pass?

Null hypothesis: votes follow from the statement and from the person's own number of agreements, disagreements and
passes, nothing else. Exact conditional test: compare the leading eigenvalue of the residual votes (margins removed)
with its values over tables with the same people, the same statements seen, and the same three counts per person and
per statement. Such tables are drawn with pairwise trades ("curveball": Strona et al. 2014, here within a fixed mask of
seen statements); the draws are exchangeable with the data because every chain starts at one common ancestor that was
reached backwards from the data (Besag & Clifford 1989), so p = (1 + hits) / (draws + 1) is valid whatever the mixing.
Sequential stopping (Besag & Clifford 1991) ends the test as soon as enough draws beat the data. The comparison of
further eigenvalues with their null values is Horn's (1965) parallel analysis.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import map_threads
from houvast.engine.landscape.starting_positions import leading_eigenvalues, remove_margins, start_block
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.random_stream import Words, next_below, next_uniform

Floats = NDArray[np.float64]

TRACKED = 5
ITERATIONS = 8
TRADES_PER_PERSON = 6
HITS_TO_STOP = 8
DRAWS_PER_BATCH = 8


@dataclass(frozen=True, eq=False)
class StructureTest:
    """p: Monte Carlo p-value of the first eigenvalue; draws used; eigenvalues (T,) of the data and their null mean
    and null 99th percentile, both (T,); significant: how many leading eigenvalues pass Horn's comparison."""

    p: float
    draws: int
    eigenvalues: Floats
    null_mean: Floats
    null_high: Floats
    significant: int


@njit(cache=True, nogil=True)
def _find_differences(
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    one: int,
    two: int,
    where: NDArray[np.int64],
    kind: NDArray[np.int64],
) -> int:
    """How many statements two people saw and answered differently: places in where (2 a statement), sums in kind."""
    found = 0
    a = indptr[one]
    b = indptr[two]
    while a < indptr[one + 1] and b < indptr[two + 1]:
        if statement[a] < statement[b]:
            a += 1
        elif statement[a] > statement[b]:
            b += 1
        else:
            if value[a] != value[b]:
                where[2 * found] = a
                where[2 * found + 1] = b
                kind[found] = value[a] + value[b]
                found += 1
            a += 1
            b += 1
    return found


@njit(cache=True, nogil=True)
def _deal(
    state: Words,
    value: NDArray[np.int8],
    where: NDArray[np.int64],
    kind: NDArray[np.int64],
    found: int,
    total: int,
) -> None:
    """Among the statements whose two answers add up to total, share out anew who gave the higher; counts stay."""
    high = 0 if total == -1 else 1
    low = total - high
    mine = 0
    left = 0
    for f in range(found):
        if kind[f] == total:
            left += 1
            mine += value[where[2 * f]] == high
    for f in range(found):
        if kind[f] == total:
            take = next_uniform(state) * left < mine
            value[where[2 * f]] = high if take else low
            value[where[2 * f + 1]] = low if take else high
            mine -= take
            left -= 1


@njit(cache=True, nogil=True)
def walk(
    seed: np.uint64,
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    trades: int,
    longest: int,
) -> None:
    """A number of trades between random pairs, in place; the chain is reversible with a uniform target.

    Among the statements that both of a pair saw and answered differently, a trade shuffles who gave which answer.
    longest: the largest number of votes of one person.
    """
    people = len(indptr) - 1
    state = np.array([seed], dtype=np.uint64)
    where = np.empty(2 * longest, dtype=np.int64)
    kind = np.empty(longest, dtype=np.int64)
    for _ in range(trades):
        one = next_below(state, people)
        two = next_below(state, people - 1)
        two += two >= one
        found = _find_differences(indptr, statement, value, one, two, where, kind)
        for total in range(-1, 2):
            _deal(state, value, where, kind, found, total)


@njit(cache=True, nogil=True)
def _draw(
    seed: np.uint64,
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    ancestor: NDArray[np.int8],
    block: Floats,
    trades: int,
    longest: int,
    iterations: int,
) -> Floats:
    """Leading eigenvalues of one table drawn from the null, starting at the common ancestor."""
    value = ancestor.copy()
    walk(seed, indptr, statement, value, trades, longest)
    residual = remove_margins(indptr, statement, value, block.shape[0], True)
    return leading_eigenvalues(indptr, statement, residual, block.copy(), iterations)


@njit(cache=True, nogil=True)
def shuffle_statements(
    seed: np.uint64, value: NDArray[np.int8], by_statement: NDArray[np.int64], start: NDArray[np.int64]
) -> None:
    """Shuffle the votes within each statement, in place. Votes of j: by_statement[start[j]:start[j+1]], indices."""
    state = np.array([seed], dtype=np.uint64)
    for j in range(len(start) - 1):
        for v in range(start[j + 1] - 1, start[j], -1):
            w = start[j] + next_below(state, v - start[j] + 1)
            a, b = by_statement[v], by_statement[w]
            value[a], value[b] = value[b], value[a]


@njit(cache=True, nogil=True)
def _draw_shuffled(
    seed: np.uint64,
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    block: Floats,
    by_statement: NDArray[np.int64],
    start: NDArray[np.int64],
    iterations: int,
) -> Floats:
    """Leading eigenvalues, person margins kept in, after shuffling the votes within each statement."""
    shuffled = value.copy()
    shuffle_statements(seed, shuffled, by_statement, start)
    residual = remove_margins(indptr, statement, shuffled, block.shape[0], False)
    return leading_eigenvalues(indptr, statement, residual, block.copy(), iterations)


def run_structure_test(
    votes: VoteTable, *, rng: np.random.Generator, threshold: float, draws: int = 99
) -> StructureTest:
    """Test for structure beyond the margins of statements and people, with at most `draws` draws.

    Stops early once p can no longer reach the threshold. People without a vote are allowed; needs two people.
    """
    longest = int(votes.votes_per_participant.max(initial=1))
    trades = TRADES_PER_PERSON * votes.n_participants
    block = start_block(votes.n_statements, min(TRACKED + 1, votes.n_statements))
    residual = remove_margins(votes.indptr, votes.statement, votes.value, votes.n_statements, True)
    observed = leading_eigenvalues(votes.indptr, votes.statement, residual, block.copy(), ITERATIONS)
    seeds = _draw_seeds(rng, draws + 1)
    ancestor = votes.value.copy()
    walk(seeds[0], votes.indptr, votes.statement, ancestor, trades, longest)
    shared = (votes.indptr, votes.statement, ancestor, block, trades, longest, ITERATIONS)
    return _sample_null(observed, seeds[1:], _draw, shared, threshold)


def run_raw_test(votes: VoteTable, *, rng: np.random.Generator, threshold: float, draws: int = 99) -> StructureTest:
    """The same with response style counted as structure: votes are shuffled within statements only."""
    block = start_block(votes.n_statements, min(TRACKED + 1, votes.n_statements))
    residual = remove_margins(votes.indptr, votes.statement, votes.value, votes.n_statements, False)
    observed = leading_eigenvalues(votes.indptr, votes.statement, residual, block.copy(), ITERATIONS)
    by_statement = np.argsort(votes.statement, kind="stable")
    counts = np.bincount(votes.statement, minlength=votes.n_statements)
    start = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
    seeds = _draw_seeds(rng, draws)
    shared = (votes.indptr, votes.statement, votes.value, block, by_statement, start, ITERATIONS)
    return _sample_null(observed, seeds, _draw_shuffled, shared, threshold)


def _draw_seeds(rng: np.random.Generator, count: int) -> list[np.uint64]:
    """A seed for each stream of chance."""
    return list(rng.integers(0, 2**64, size=count, dtype=np.uint64))


def _sample_null(
    observed: Floats,
    seeds: list[np.uint64],
    draw: Callable[..., Floats],
    shared: tuple[Any, ...],
    threshold: float,
) -> StructureTest:
    """Draw in fixed batches over threads; stop after the batch in which enough draws reached the data."""
    needed = max(int(threshold * (len(seeds) + 1)), 1)
    stop_at = max(HITS_TO_STOP, needed)
    nulls: list[Floats] = []
    hits = 0
    for first in range(0, len(seeds), DRAWS_PER_BATCH):
        batch = map_threads(draw, [(seed, *shared) for seed in seeds[first : first + DRAWS_PER_BATCH]])
        nulls.extend(batch)
        hits = sum(bool(null[0] >= observed[0]) for null in nulls)
        if hits >= stop_at:
            break
    return _summarise(observed, np.array(nulls), hits, hits >= stop_at)


def _summarise(observed: Floats, nulls: Floats, hits: int, stopped: bool) -> StructureTest:
    """Gather the p-value (Besag & Clifford's when stopped early) and Horn's comparison."""
    draws = len(nulls)
    high = np.quantile(nulls, 0.99, axis=0)
    beats = observed > high
    significant = int(np.argmin(beats)) if not beats.all() else len(beats)
    p = hits / draws if stopped else (1 + hits) / (draws + 1)
    return StructureTest(
        p, draws, observed[:TRACKED], nulls.mean(axis=0)[:TRACKED], high[:TRACKED], min(significant, TRACKED)
    )

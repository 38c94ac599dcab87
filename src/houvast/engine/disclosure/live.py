# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be seen while people are still voting? Shares so coarse that each stands for k different counts or more.

Two numbers are made coarse, each on the finest grid (5, 10, 20, 25 per cent) on which every cell holds k counts or
more: the share of n answers that passed, P/n, with a grid of at least k/n; and the share of opinions that agree,
A/(A + D), with a grid of at least k over the fewest opinions that the first cell leaves possible. Neither grid depends
on more than n and what is shown, and any value of the one goes with any of the other. So whoever knows n and the
method still finds k possible counts or more of each answer. The cells at the ends reach to 0 and to 1: nobody sees that
all, or none, gave an answer. A statement without a grid is left out.

What is told is the range of each answer's share that the two cells leave, moved outward to whole steps of 5 per cent:
never a middle, which may be far from the truth. So the true share always lies within what is told.

People are rounded down to a multiple of k. Their number and spread only change when k or more people were new or erased
since (actions.gather.landscapes), and figures of a statement only when as many are new on it (live_batches). So two
results never differ by one person.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.routing.statement_model import Places

Floats = NDArray[np.float64]

GRIDS = (0.05, 0.1, 0.2, 0.25)
UNIT = 0.05
TOLERANCE = 1e-9
BINDS_FROM = 0.7
DIVIDES_FROM = 0.3
PLACE_STEP = 0.5
PLACE_REACH = 3.0
GROUPS_TO_SPREAD = 5


@dataclass(frozen=True, slots=True)
class LiveShare:
    """Between which two shares, 0 to 1 in steps of 5 %, the share of an answer lies."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """To order statements by; nothing to tell, for the share may be anywhere within."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class LiveStatement:
    """One statement by number, and between which shares each answer lies.

    people: those who answered, rounded down to a multiple of k. as_of: the newest vote when these figures were made.
    """

    number: int
    text: str
    people: int
    agree: LiveShare
    disagree: LiveShare
    passed: LiveShare
    as_of: int = 0


@dataclass(frozen=True, slots=True)
class LivePlaces:
    """How people are spread over the map's x: the share of them around each x, in steps of 5 % or k people."""

    x: tuple[float, ...]
    share: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LiveResult:
    """The state of an open conversation. people: who voted, rounded down to a multiple of k.

    binds, divides: numbers of statements that may, the clearest first; by the middles of wide ranges, so nothing sure.
    places: None where they are not known. as_of, as_of_erasure: the newest vote and erasure when people and places were
    made.
    """

    k: int
    people: int
    statements: tuple[LiveStatement, ...]
    binds: tuple[int, ...]
    divides: tuple[int, ...]
    places: LivePlaces | None
    as_of: int = 0
    as_of_erasure: int = 0


def disclose_live(votes: VoteTable, *, places: Places | None, k: int) -> LiveResult:
    """The live result of a table whose statements are named by number; only statements that are on offer."""
    counts = np.zeros((votes.n_statements, 3), dtype=np.int64)  # agreed, passed, disagreed
    np.add.at(counts, (votes.statement, 1 - votes.value.astype(np.int64)), 1)
    described = (
        _describe(int(s.id), s.text, *answers, k=k)
        for s, answers in zip(votes.statements, counts.tolist(), strict=True)
    )
    spread = None if places is None else spread_places(places, k=k)
    empty = LiveResult(k=k, people=votes.n_participants // k * k, statements=(), binds=(), divides=(), places=spread)
    return rank_statements(empty, tuple(filter(None, described)))


def rank_statements(result: LiveResult, statements: tuple[LiveStatement, ...]) -> LiveResult:
    """The result with these statements, and lists that follow from them."""
    binds, divides = _first(statements, _binding, BINDS_FROM), _first(statements, _dividing, DIVIDES_FROM)
    return replace(result, statements=statements, binds=binds, divides=divides)


def coarsen(*, agreed: int, disagreed: int, passed: int, k: int) -> tuple[LiveShare, LiveShare, LiveShare] | None:
    """Between which shares people agree, disagree and pass; None where no grid will do."""
    n, opinions = agreed + disagreed + passed, agreed + disagreed
    grid = finest_grid(k, n)
    if grid is None:
        return None
    low, high = pass_cell(passed / n, grid)
    finer = finest_grid(k, n * (1 - high))
    if finer is None:
        return None
    least, most = agree_range(agree_cell(agreed / opinions, finer), finer)
    return (
        _outward((1 - high) * least, (1 - low) * most),
        _outward((1 - high) * (1 - most), (1 - low) * (1 - least)),
        _outward(low, high),
    )


def finest_grid(k: int, people: float) -> float | None:
    """The finest grid of which every cell holds k counts of so many people."""
    return next((grid for grid in GRIDS if grid * people >= k - TOLERANCE), None)


def pass_cell(share: float, grid: float) -> tuple[float, float]:
    """Between which multiples of the grid a share lies; 1 lies in the last cell."""
    at = min(math.floor(share / grid + TOLERANCE), round(1 / grid) - 1)
    return at * grid, (at + 1) * grid


def agree_cell(share: float, grid: float) -> int:
    """The nearest multiple of the grid, 1 to 1/grid - 1: the first cell reaches to 0 and the last to 1."""
    return min(max(math.floor(share / grid + 0.5 + TOLERANCE), 1), round(1 / grid) - 1)


def agree_range(cell: int, grid: float) -> tuple[float, float]:
    """Between which shares a cell of agree_cell lies."""
    last = round(1 / grid) - 1
    return (0.0 if cell == 1 else (cell - 0.5) * grid), (1.0 if cell == last else (cell + 0.5) * grid)


def spread_places(places: Places, *, k: int) -> LivePlaces | None:
    """The spread of people over x; None where fewer than five times k people can be placed."""
    people = len(places.x)
    if people < GROUPS_TO_SPREAD * k:
        return None
    at = np.arange(-PLACE_REACH, PLACE_REACH + PLACE_STEP / 2, PLACE_STEP)
    width = np.maximum(places.x_se, PLACE_STEP)[:, None]
    weight = np.exp(-0.5 * ((at - np.clip(places.x, at[0], at[-1])[:, None]) / width) ** 2)
    expected = (weight / weight.sum(axis=1, keepdims=True)).sum(axis=0)
    rounded = np.round(expected / max(k, UNIT * people))
    share = rounded / max(float(rounded.sum()), 1.0)
    return LivePlaces(tuple(at.tolist()), tuple(round(s, 2) for s in share.tolist()))


def _describe(number: int, text: str, agreed: int, passed: int, disagreed: int, *, k: int) -> LiveStatement | None:
    shares = coarsen(agreed=agreed, disagreed=disagreed, passed=passed, k=k)
    people = (agreed + disagreed + passed) // k * k
    return None if shares is None else LiveStatement(number, text, people, *shares)


def _outward(low: float, high: float) -> LiveShare:
    """In whole steps of 5 %, the range no narrower."""
    least, most = math.floor(low / UNIT + TOLERANCE), math.ceil(high / UNIT - TOLERANCE)
    return LiveShare(round(max(least, 0) * UNIT, 2), round(min(most * UNIT, 1.0), 2))


def _binding(one: LiveStatement) -> float:
    return max(one.agree.middle, one.disagree.middle)


def _dividing(one: LiveStatement) -> float:
    return min(one.agree.middle, one.disagree.middle)


def _first(
    statements: tuple[LiveStatement, ...], score: Callable[[LiveStatement], float], least: float
) -> tuple[int, ...]:
    """Numbers of the statements that score at least so much, the highest first, ties by number."""
    chosen = [one for one in statements if score(one) >= least - TOLERANCE]
    return tuple(one.number for one in sorted(chosen, key=lambda one: (-score(one), one.number)))

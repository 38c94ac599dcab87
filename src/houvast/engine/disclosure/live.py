# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be seen while people are still voting? Shares so coarse that each stands for k different counts or more.

The shares of a statement are values on a grid of 5, 10, 20 or 25 per cent: the finest on which every cell holds at
least k counts (with n answers, k counts are k/n wide). The cells at the ends reach to 0 and to 1, so nobody sees that
all, or none, gave an answer. Passes are what is left of agree and disagree, and where these two together would leave
fewer than k counts open for any answer the grid is made coarser. A statement for which no grid will do is left out.
People are rounded down to a multiple of k. A new live result is only made when k or more people were added, erased or
changed a vote since the one before (actions.gather.landscapes), so that two results never differ by one person.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

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
class LiveStatement:
    """One statement by number, and about which share gave each answer, adding up to 1.

    people: those who answered, rounded down to a multiple of k.
    """

    number: int
    text: str
    people: int
    agree: float
    disagree: float
    passed: float


@dataclass(frozen=True, slots=True)
class LivePlaces:
    """How people are spread over the map's x: the share of them around each x, in steps of 5 % or k people."""

    x: tuple[float, ...]
    share: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LiveResult:
    """The state of an open conversation. people: who voted, rounded down to a multiple of k.

    binds, divides: numbers of statements that may, the clearest first; words for coarse shares, nothing sure.
    places: None where they are not known.
    """

    k: int
    people: int
    statements: tuple[LiveStatement, ...]
    binds: tuple[int, ...]
    divides: tuple[int, ...]
    places: LivePlaces | None


def disclose_live(votes: VoteTable, *, places: Places | None, k: int) -> LiveResult:
    """The live result of a table whose statements are named by number; only statements that are on offer."""
    counts = np.zeros((votes.n_statements, 3), dtype=np.int64)  # agreed, passed, disagreed
    np.add.at(counts, (votes.statement, 1 - votes.value.astype(np.int64)), 1)
    described = (
        _describe(int(s.id), s.text, *answers, k=k)
        for s, answers in zip(votes.statements, counts.tolist(), strict=True)
    )
    statements = tuple(filter(None, described))
    return LiveResult(
        k=k,
        people=votes.n_participants // k * k,
        statements=statements,
        binds=_first(statements, _binding, BINDS_FROM),
        divides=_first(statements, _dividing, DIVIDES_FROM),
        places=None if places is None else spread_places(places, k=k),
    )


def coarsen(agreed: int, disagreed: int, *, n: int, k: int) -> tuple[float, float] | None:
    """Agree and disagree as shares of n answers on the finest grid that hides every count among k; None: no grid."""
    # One more for what both leave open together: neither of its ends need be within reach.
    least, together = k / max(n, 1), (k + 1) / max(n, 1)
    for grid in GRIDS:
        agree, disagree = place_on_grid(agreed / max(n, 1), grid), place_on_grid(disagreed / max(n, 1), grid)
        if grid >= least - TOLERANCE and _left_open(agree, disagree, grid) >= together - TOLERANCE:
            return round(agree * grid, 2), round(disagree * grid, 2)
    return None


def place_on_grid(share: float, grid: float) -> int:
    """The cell, 1 to 1/grid - 1: the nearest, with what is nearer to 0 or to 1 in the first and the last."""
    return min(max(math.floor(share / grid + 0.5 + TOLERANCE), 1), round(1 / grid) - 1)


def cell_bounds(cell: int, grid: float) -> tuple[float, float]:
    """Between which shares a cell lies."""
    last = round(1 / grid) - 1
    return 0.0 if cell == 1 else (cell - 0.5) * grid, 1.0 if cell == last else (cell + 0.5) * grid


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
    n = agreed + disagreed + passed
    shares = coarsen(agreed, disagreed, n=n, k=k)
    if shares is None:
        return None
    agree, disagree = shares
    return LiveStatement(number, text, n // k * k, agree, disagree, round(max(1 - agree - disagree, 0.0), 2))


def _left_open(agree: int, disagree: int, grid: float) -> float:
    """How wide at least what is not told about an answer is, when both cells are known and all adds up to 1."""
    (agree_low, agree_high), (disagree_low, disagree_high) = cell_bounds(agree, grid), cell_bounds(disagree, grid)
    return min(
        min(agree_high, 1 - disagree_low) - agree_low,
        min(disagree_high, 1 - agree_low) - disagree_low,
        min(1.0, 1 - agree_low - disagree_low) - max(0.0, 1 - agree_high - disagree_high),
    )


def _binding(one: LiveStatement) -> float:
    return max(one.agree, one.disagree)


def _dividing(one: LiveStatement) -> float:
    return min(one.agree, one.disagree)


def _first(
    statements: tuple[LiveStatement, ...], score: Callable[[LiveStatement], float], least: float
) -> tuple[int, ...]:
    """Numbers of the statements that score at least so much, the highest first, ties by number."""
    chosen = [one for one in statements if score(one) >= least - TOLERANCE]
    return tuple(one.number for one in sorted(chosen, key=lambda one: (-score(one), one.number)))

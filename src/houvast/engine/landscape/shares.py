# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which share of those who answered agrees, disagrees or passes, and how sure is that? Wilson's interval.

    (p + z^2/2n ± z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)          (Wilson 1927; Brown, Cai & DasGupta 2001)

A pass is an answer: it counts in the denominator and never as a disagreement. With participant weights the shares are
weighted and n is Kish's effective number of the people who answered this statement, (sum w)^2 / sum w^2.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from houvast.engine.landscape.result import Estimates
from houvast.engine.landscape.tally import AGREE, DISAGREE, PASS, count_votes, sum_weights
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Answers:
    """Answers to S statements, of everybody or per segment; the last axis is (agree, disagree, pass).

    people: int64 (..., S, 3), numbers of people. mass: float64 (..., S, 3), the same in participant weights.
    squares: float64 (..., S, 3), sums of squared weights. Without weights all three are equal.
    """

    people: Ints
    mass: Floats
    squares: Floats


@dataclass(frozen=True, eq=False)
class Shares:
    """Shares of all who answered; agree + disagree + passed = 1. Estimates of the shape of the answers, less one."""

    agree: Estimates
    disagree: Estimates
    passed: Estimates


def gather_answers(
    votes: VoteTable, *, weights: Floats | None = None, segment: Ints | None = None, n_segments: int = 1
) -> Answers:
    """Count the answers per segment, shapes (n_segments, S, 3). weights: (P,); segment: (P,), -1 leaves out."""
    people = count_votes(votes, segment=segment, n_segments=n_segments)
    if weights is None:
        return Answers(people, people.astype(np.float64), people.astype(np.float64))
    mass = sum_weights(votes, weights=weights, segment=segment, n_segments=n_segments)
    squares = sum_weights(votes, weights=weights**2, segment=segment, n_segments=n_segments)
    return Answers(people, mass, squares)


def estimate_shares(answers: Answers, *, level: float = 0.95) -> Shares:
    """The three shares with their intervals; NaN and [0, 1] where nobody answered."""
    total = answers.mass.sum(axis=-1)
    n_eff = effective_people(answers)
    people = answers.people.sum(axis=-1)

    def share(column: int) -> Estimates:
        value = np.divide(answers.mass[..., column], total, out=np.full(total.shape, np.nan), where=total > 0)
        low, high = wilson_interval(value, n_eff, level=level)
        return Estimates(value, low, high, people, level)

    return Shares(share(AGREE), share(DISAGREE), share(PASS))


def effective_people(answers: Answers) -> Floats:
    """Kish's effective number of people who answered each statement; equals their number without weights."""
    return kish(answers.mass.sum(axis=-1), answers.squares.sum(axis=-1))


def kish(mass: Floats, squares: Floats) -> Floats:
    """(sum of weights)^2 / sum of squared weights, 0 where there are none."""
    return np.asarray(np.divide(mass**2, squares, out=np.zeros(mass.shape), where=squares > 0))


def wilson_interval(share: Floats, n: Floats, *, level: float = 0.95) -> tuple[Floats, Floats]:
    """Wilson's interval of shares from n (effective) people, same shapes; [0, 1] where n is 0."""
    z = float(ndtri(0.5 + level / 2))
    known = n > 0
    size = np.where(known, n, 1.0)
    p = np.where(known, share, 0.5)
    centre = (p + z * z / (2 * size)) / (1 + z * z / size)
    half = z * np.sqrt(p * (1 - p) / size + z * z / (4 * size * size)) / (1 + z * z / size)
    # At 0 and 1 the bounds are exact; rounding may not leave the share outside its own interval.
    low = np.where(known, np.clip(np.minimum(centre - half, p), 0.0, 1.0), 0.0)
    high = np.where(known, np.clip(np.maximum(centre + half, p), 0.0, 1.0), 1.0)
    return low, high


def find_least(shares: Estimates) -> Floats:
    """Lower bound of each statement's share in the segment where it is least, shape (S,).

    shares: Estimates (G, S). A segment in which nobody answered has bound 0: nothing is claimed about it.
    NaN when there are no segments.
    """
    if not len(shares.value):
        return np.full(shares.value.shape[1:], np.nan)
    return np.asarray(np.where(shares.n > 0, shares.low, 0.0).min(axis=0))

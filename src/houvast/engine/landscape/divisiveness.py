# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How divided are people over a statement? Twice the chance that two of them, having an opinion, differ, at most 1.

    d_j = 4 A D / (A + D)^2 = 4 p (1 - p),    p = A / (A + D)

0: everybody on one side, 1: half against half. Passes say nothing here. The interval of d is the image of Wilson's
interval of p; one that holds 1/2 reaches 1. The mean over statements uses n/(n - 1) d_j, which has no bias in small
numbers; its interval comes from each person's influence on it (infinitesimal jackknife: Jaeckel 1972), because one
person's votes on many statements belong together.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import ndtri

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.result import Estimates
from houvast.engine.landscape.shares import Answers, kish, wilson_interval
from houvast.engine.landscape.tally import AGREE, DISAGREE
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

OPINIONS = [AGREE, DISAGREE]


def estimate_divisiveness(answers: Answers, *, level: float = 0.95) -> Estimates:
    """Divisiveness per statement, shape of the answers less the last axis; NaN where nobody has an opinion."""
    share, n_eff = _agree_among_opinions(answers)
    low, high = wilson_interval(share, n_eff, level=level)
    at_low, at_high = 4 * low * (1 - low), 4 * high * (1 - high)
    holds_half = (low <= 0.5) & (high >= 0.5)
    people = answers.people[..., OPINIONS].sum(axis=-1)
    upper = np.where(holds_half, 1.0, np.maximum(at_low, at_high))
    return Estimates(4 * share * (1 - share), np.minimum(at_low, at_high), upper, people, level)


def mean_divisiveness(
    votes: VoteTable, *, answers: Answers, weights: Floats | None = None, level: float = 0.95
) -> Estimate | None:
    """Mean over the statements on which at least two people have an opinion; None when there are none.

    answers: of everybody, (1, S, 3), with the same weights.
    """
    share, n_eff = (figure[0] for figure in _agree_among_opinions(answers))
    used = n_eff > 1.5
    if not used.any():
        return None
    p, n = share[used], n_eff[used]
    unbiased = 4 * p * (1 - p) * n / (n - 1)
    slope = np.zeros(votes.n_statements)
    slope[used] = 4 * (1 - 2 * p) * n / (n - 1) / answers.mass[0][used][:, OPINIONS].sum(axis=1) / used.sum()
    weight = np.ones(votes.n_participants) if weights is None else weights
    influence = np.zeros(votes.n_participants)
    rows = (votes.indptr, votes.statement, votes.value, weight, np.nan_to_num(share), slope, influence)
    run_chunks(votes.n_participants, _influence, *rows)
    people = int(np.count_nonzero(votes.votes_per_participant))
    # Where p is near 1/2 the slope vanishes and the curvature is what is left: var of 4 p (1 - p) is then 2 / n^2.
    curvature = float(np.sum(32 * (p * (1 - p)) ** 2 / n**2)) / used.sum() ** 2
    variance = float(influence @ influence) * people / max(people - 1, 1) + curvature
    value = float(unbiased.mean())
    half = float(ndtri(0.5 + level / 2)) * float(np.sqrt(variance))
    return Estimate(min(value, 1.0), max(value - half, 0.0), min(value + half, 1.0), level, people)


def _agree_among_opinions(answers: Answers) -> tuple[Floats, Floats]:
    """p = A / (A + D), NaN where nobody has an opinion, and the effective number of people with one."""
    mass = answers.mass[..., OPINIONS].sum(axis=-1)
    share = np.divide(answers.mass[..., AGREE], mass, out=np.full(mass.shape, np.nan), where=mass > 0)
    return share, kish(mass, answers.squares[..., OPINIONS].sum(axis=-1))


@njit(cache=True, nogil=True)
def _influence(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    weight: Floats,
    share: Floats,
    slope: Floats,
    influence: Floats,
) -> None:
    for i in range(first, last):
        total = 0.0
        for v in range(indptr[i], indptr[i + 1]):
            if value[v] != 0:
                j = statement[v]
                total += slope[j] * ((1.0 if value[v] > 0 else 0.0) - share[j])
        influence[i] = weight[i] * total

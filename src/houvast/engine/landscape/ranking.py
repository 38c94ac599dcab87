# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""In what order do statements come, and how sure is each place? Ranks with the range their intervals leave open.

A statement's rank could be as good as 1 + the number of statements whose whole interval lies above its own, and as bad
as the number of all statements less those whose whole interval lies below. Equal scores are ordered by statement index,
so that the same votes always give the same list.

What binds is a statement that people agree with, or disagree with, across the dividing lines: the connecting score
(bridging.py) is far from 0, and in every segment even the lower bound of the share on that side is above `majority`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.result import Estimates, Ranked

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

MAJORITY = 0.5


def rank_statements(
    scores: Estimates, *, among: Flags | None = None, agree: Flags | None = None, limit: int | None = None
) -> tuple[Ranked, ...]:
    """The statements from the highest score down.

    scores: Estimates (S,). among: (S,), which statements take part (all that have a score). agree: (S,), where the
    direction is "agree" (everywhere). limit: how many places to give; ranks always refer to all that take part.
    """
    part = np.isfinite(scores.value) if among is None else among & np.isfinite(scores.value)
    index = np.flatnonzero(part)
    best, worst = rank_range(scores.low[index], scores.high[index])
    order = np.argsort(-scores.value[index], kind="stable")[:limit]
    places = []
    for place in order.tolist():
        j = int(index[place])
        direction = "agree" if agree is None or agree[j] else "disagree"
        places.append(Ranked(j, direction, _at(scores, j), int(best[place]), int(worst[place])))
    return tuple(places)


def rank_range(low: Floats, high: Floats) -> tuple[Ints, Ints]:
    """Best and worst rank that intervals (S,) leave open, each int64 (S,); rank 1 is the highest."""
    size = len(low)
    best = 1 + size - np.searchsorted(np.sort(low), high, side="right")
    worst = size - np.searchsorted(np.sort(high), low, side="left")
    return best.astype(np.int64), worst.astype(np.int64)


def rank_binding(
    bridging: Estimates,
    *,
    least_agree: Floats,
    least_disagree: Floats,
    majority: float = MAJORITY,
    limit: int | None = None,
) -> tuple[Ranked, ...]:
    """What binds, from the strongest down; the score is the connecting score towards the side that binds.

    bridging: Estimates (S,), positive where agreement connects. least_agree, least_disagree: (S,), lower bounds of
    shares in the segment where they are least (shares.find_least), or of everybody when there are no segments.
    """
    return rank_statements(
        towards_own_side(bridging),
        among=_binds(bridging, least_agree, least_disagree, majority),
        agree=bridging.value >= 0,
        limit=limit,
    )


def towards_own_side(bridging: Estimates) -> Estimates:
    """|score| with its interval mirrored where the score is negative: how strongly the own side binds."""
    up = bridging.value >= 0
    return Estimates(
        np.abs(bridging.value),
        np.where(up, bridging.low, -bridging.high),
        np.where(up, bridging.high, -bridging.low),
        bridging.n,
        bridging.level,
    )


def _binds(bridging: Estimates, least_agree: Floats, least_disagree: Floats, majority: float) -> Flags:
    least = np.where(bridging.value >= 0, least_agree, least_disagree)
    return np.asarray(np.nan_to_num(least, nan=-1.0) > majority)


def _at(scores: Estimates, j: int) -> Estimate:
    return Estimate(float(scores.value[j]), float(scores.low[j]), float(scores.high[j]), scores.level, int(scores.n[j]))

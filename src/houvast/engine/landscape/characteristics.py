# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does each segment stand for? Statements that it answers otherwise than the rest, found with few false ones.

For every segment, statement and answer (agree, disagree): the difference between the segment's share and that of all
other segments together, of all who answered. Tested with the two-proportion z-test in its "N - 1" form, good for small
numbers (Campbell 2007); p-values of all segments, statements and answers together are adjusted by Benjamini & Hochberg
(1995), so that of what is listed at most q is expected to be chance. Interval of the difference: Newcombe (1998) from
two Wilson intervals. Listed by its lower bound, so that a large difference among few people does not come first.

Segments are made from the same votes that are then compared: on its own vote a person may have been put in the segment.
The caller therefore gives counts per statement under a membership computed without that statement.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.result import Characteristic
from houvast.engine.landscape.shares import Answers, effective_people, wilson_interval
from houvast.engine.landscape.tally import AGREE, DISAGREE

Floats = NDArray[np.float64]

LISTED = ((AGREE, "agree"), (DISAGREE, "disagree"))


def find_characteristics(
    answers: Answers, *, false_share: float = 0.05, level: float = 0.95
) -> tuple[tuple[Characteristic, ...], ...]:
    """Per segment the statements it agrees, or disagrees, with more often than the rest do.

    answers: (G, S, 3) per segment. A statement is listed once a segment, for the answer whose difference is surest.
    """
    if len(answers.mass) < 2:
        return tuple(() for _ in answers.mass)
    rest = _rest(answers)
    compared = [_compare(answers, rest, column, level) for column, _ in LISTED]
    difference, low, high, p = (np.stack(figure) for figure in zip(*compared, strict=True))
    q = adjust_for_many(p)
    people = answers.people.sum(axis=-1)
    found = []
    for g in range(len(answers.mass)):
        own = tuple(figure[:, g] for figure in (difference, low, high, q))
        found.append(_list_segment(*own, people=people[g], false_share=false_share, level=level))
    return tuple(found)


def adjust_for_many(p: Floats) -> Floats:
    """Benjamini-Hochberg adjusted p-values of any shape; NaN (not tested) stays NaN and does not count."""
    flat = p.ravel()
    tested = np.flatnonzero(~np.isnan(flat))
    order = tested[np.argsort(flat[tested], kind="stable")]
    scaled = flat[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted = np.full(len(flat), np.nan)
    adjusted[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return adjusted.reshape(p.shape)


def newcombe_interval(
    share: Floats, n: Floats, other: Floats, n_other: Floats, *, level: float
) -> tuple[Floats, Floats]:
    """Interval of share - other, each from n (effective) people (Newcombe 1998, method 10)."""
    low, high = wilson_interval(share, n, level=level)
    other_low, other_high = wilson_interval(other, n_other, level=level)
    gap = share - other
    below = np.sqrt((share - low) ** 2 + (other_high - other) ** 2)
    above = np.sqrt((high - share) ** 2 + (other - other_low) ** 2)
    return gap - below, gap + above


def _rest(answers: Answers) -> Answers:
    """For each segment, all other segments together."""
    parts = (answers.people, answers.mass, answers.squares)
    people, mass, squares = (part.sum(axis=0, keepdims=True) - part for part in parts)
    return Answers(people, mass, squares)


def _compare(answers: Answers, rest: Answers, column: int, level: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Difference, its interval and two-sided p-value, each (G, S); NaN where one side has nobody."""
    n, n_rest = effective_people(answers), effective_people(rest)
    known = (answers.people.sum(axis=-1) > 0) & (rest.people.sum(axis=-1) > 0)
    share, other = _share(answers, column), _share(rest, column)
    low, high = newcombe_interval(share, n, other, n_rest, level=level)
    total = np.where(known, n + n_rest, 2.0)
    pooled = np.where(known, (share * n + other * n_rest) / total, 0.0)
    spread = pooled * (1 - pooled) * total * total / (total - 1) / np.where(known, n * n_rest, 1.0)
    gap = share - other
    z = np.divide(gap, np.sqrt(spread), out=np.zeros(gap.shape), where=known & (spread > 0))
    p = np.where(known, 2 * ndtr(-np.abs(z)), np.nan)
    return np.where(known, gap, np.nan), low, high, p


def _share(answers: Answers, column: int) -> Floats:
    total = answers.mass.sum(axis=-1)
    return np.asarray(np.divide(answers.mass[..., column], total, out=np.zeros(total.shape), where=total > 0))


def _list_segment(
    difference: Floats,
    low: Floats,
    high: Floats,
    q: Floats,
    *,
    people: NDArray[np.int64],
    false_share: float,
    level: float,
) -> tuple[Characteristic, ...]:
    """One segment's list; the figures are (2, S), one row an answer."""
    usable = (np.nan_to_num(q, nan=1.0) <= false_share) & (np.nan_to_num(difference) > 0)
    sure = np.where(usable, low, -np.inf)
    answer = sure.argmax(axis=0)
    best = sure.max(axis=0)
    listed = [int(j) for j in np.argsort(-best, kind="stable") if np.isfinite(best[j])]
    found = []
    for j in listed:
        at = (int(answer[j]), j)
        estimate = Estimate(float(difference[at]), float(low[at]), float(high[at]), level, int(people[j]))
        found.append(Characteristic(j, LISTED[at[0]][1], estimate, float(q[at])))
    return tuple(found)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the list learn from what the weekly table made of its points?

Each week: line += 0.6 · (newly dismissed − budget / 4.33), after Gibbs & Candès 2021 (adaptive conformal inference):
in the long run as many points are dismissed as the budget allows. A week is waited for while one of its points is not
judged; and what was confirmed does not lower the line. How often the list was right is told with a Beta interval; what
a score is worth only from twenty judged points on, by isotonic regression (pooling adjacent violators).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from scipy.stats import beta

from houvast.domain.estimate import Estimate
from houvast.engine.attention.calibration import LOWEST_LINE, WEEKS_A_MONTH
from houvast.engine.attention.points import Verdict

STEP = 0.6
MOST_DOWN, MOST_UP = -1.0, 4.0
LEVEL = 0.95
FEWEST_JUDGED = 20


@dataclass(frozen=True, slots=True)
class JudgedPoint:
    """A point announced in `week` with its score; verdict None: not judged yet."""

    week: int
    score: float
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class ScoreMeaning:
    """Share confirmed by score, never falling: from scores[i] on it is shares[i]; n judged points."""

    scores: tuple[float, ...]
    shares: tuple[float, ...]
    n: int

    def of(self, score: float) -> float:
        """The share of points with such a score that were confirmed."""
        return self.shares[max(0, int(np.searchsorted(self.scores, score, side="right")) - 1)]


def threshold_after(
    threshold: float, points: Sequence[JudgedPoint], *, first_week: int, last_week: int, budget: float
) -> float:
    """The line after the weeks first_week … last_week, weeks without points among them.

    It stays within 1 below and 4 above the calibrated threshold, and never below the lowest line there is.
    """
    moved = moved_by_judgements(points, first_week=first_week, last_week=last_week, budget=budget)
    return max(threshold + moved, LOWEST_LINE)


def moved_by_judgements(points: Sequence[JudgedPoint], *, first_week: int, last_week: int, budget: float) -> float:
    """How far the judgements of these weeks move the line, between 1 down and 4 up."""
    moved = 0.0
    for week in range(first_week, last_week + 1):
        verdicts = [p.verdict for p in points if p.week == week]
        if None in verdicts:
            continue
        dismissed = sum(v is Verdict.DISMISSED for v in verdicts)
        step = STEP * (dismissed - budget / WEEKS_A_MONTH)
        if Verdict.CONFIRMED in verdicts:
            step = max(step, 0.0)
        moved = min(max(moved + step, MOST_DOWN), MOST_UP)
    return moved


def share_confirmed(points: Sequence[JudgedPoint]) -> Estimate | None:
    """How many of the points that were confirmed, explained or dismissed were confirmed; None: none was judged.

    Interval: Beta with Jeffreys' prior. Points about which there was too little to tell do not count.
    """
    told = _told(points)
    if not told:
        return None
    right = sum(p.verdict is Verdict.CONFIRMED for p in told)
    wrong = len(told) - right
    low, high = beta.ppf([(1 - LEVEL) / 2, (1 + LEVEL) / 2], right + 0.5, wrong + 0.5)
    return Estimate(
        right / len(told), 0.0 if right == 0 else float(low), 1.0 if wrong == 0 else float(high), LEVEL, len(told)
    )


def score_meaning(points: Sequence[JudgedPoint]) -> ScoreMeaning | None:
    """What share of points with a given score was confirmed; None while fewer than twenty were judged."""
    told = sorted(_told(points), key=lambda p: p.score)
    if len(told) < FEWEST_JUDGED:
        return None
    blocks: list[list[float]] = []  # first score, confirmed, judged
    for score, equal in groupby(told, key=lambda p: p.score):
        right = [p.verdict is Verdict.CONFIRMED for p in equal]
        blocks.append([score, float(sum(right)), float(len(right))])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            _, confirmed, judged = blocks.pop()
            blocks[-1][1] += confirmed
            blocks[-1][2] += judged
    shares = tuple(confirmed / judged for _, confirmed, judged in blocks)
    return ScoreMeaning(tuple(score for score, _, _ in blocks), shares, len(told))


def _told(points: Sequence[JudgedPoint]) -> list[JudgedPoint]:
    return [p for p in points if p.verdict not in {None, Verdict.TOO_LITTLE}]

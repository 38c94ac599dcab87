# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is this week above what earlier years lead one to expect? Farrington's expectation with one of its threshold rules.

Alarm when the count exceeds the bound, but never on fewer than five reports in the last four weeks: a bound estimated
from next to nothing is no ground for anything. The bound is given in either case.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.farrington import (
    Dispersion,
    Expectation,
    FarringtonDesign,
    expect_counts,
    measure_dispersion,
)
from houvast.engine.attention.reference.judgement import Floats, Ints, Judgement, judge_each_week, look_back

Rule = Callable[..., Floats]
ALPHA = 0.005
AT_LEAST = 5
WITHIN = 4


def judge_farrington(
    counts: NDArray[np.number],
    *,
    first: int,
    design: FarringtonDesign,
    rule: Rule,
    alpha: float = ALPHA,
    at_least: int = AT_LEAST,
    dispersion_of: Dispersion = measure_dispersion,
) -> Judgement:
    """Judge with a design and a rule of threshold_rules (expected, alpha=...). counts (weeks, S)."""

    def bound_at(matrix: Floats, weeks: Ints) -> Floats:
        expected: Expectation = expect_counts(matrix, weeks, design=design, dispersion_of=dispersion_of)
        return rule(expected, alpha=alpha)

    judged = judge_each_week(counts, first=first, minimum=design.minimum_weeks, bound_at=bound_at)
    enough = count_recent(np.asarray(counts, dtype=np.float64), first=first) >= at_least
    return Judgement(judged.bound, judged.alarm & enough, judged.judged)


def count_recent(matrix: Floats, *, first: int) -> Floats:
    """Reports in the four weeks that end with each week from `first` on (J, S); fewer weeks at the very beginning."""
    padded = np.vstack([np.zeros((WITHIN, matrix.shape[1])), matrix])
    weeks = np.arange(first, len(matrix)) + WITHIN
    total: Floats = look_back(padded, weeks, offsets=np.arange(1 - WITHIN, 1)).sum(axis=1)
    return total

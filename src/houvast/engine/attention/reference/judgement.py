# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does every method of early warning answer? A bound and an alarm for each judged week of each series.

Counts are always a matrix (weeks, series) of whole numbers of zero or more; `first` is the first week to judge, counted
from 0, and all weeks from there on are judged, each with what lies before it. A week with too little history is
answered with "not judged": its bound is NaN and it never alarms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """The answer for J judged weeks and S series: bound (J, S), a count above it is out of the ordinary; alarm (J, S);
    judged (J,), false where the week has too little history."""

    bound: Floats
    alarm: Bools
    judged: Bools


def judge_each_week(
    counts: NDArray[np.number],
    *,
    first: int,
    minimum: int,
    bound_at: Callable[[Floats, Ints], Floats],
) -> Judgement:
    """Judge every week by itself: alarm where the count lies above the bound.

    minimum: weeks of history a week needs. bound_at(counts, weeks): bounds (len(weeks), S) for weeks that have it.
    """
    matrix, weeks, judged = split_weeks(counts, first=first, minimum=minimum)
    bound = np.full((len(weeks), matrix.shape[1]), np.nan)
    if judged.any():
        bound[judged] = bound_at(matrix, weeks[judged])
    return Judgement(bound, matrix[weeks] > bound, judged)


def split_weeks(counts: NDArray[np.number], *, first: int, minimum: int) -> tuple[Floats, Ints, Bools]:
    """The counts as floats (weeks, S), the weeks from `first` on (J,), and which of them have the history (J,)."""
    matrix = np.asarray(counts, dtype=np.float64)
    weeks = np.arange(first, len(matrix), dtype=np.int64)
    return matrix, weeks, weeks >= minimum


def look_back(matrix: Floats, weeks: Ints, *, offsets: Ints) -> Floats:
    """The counts (J, n, S) at `offsets` (n,) weeks from each of the weeks (J,); offsets are negative."""
    past: Floats = matrix[weeks[:, None] + offsets]
    return past

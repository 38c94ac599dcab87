# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is this week above the usual margin? The rule of the German public health institute (RKI).

U = mean + 2 sd of the weeks of reference when their mean is above 20, otherwise the upper 95 % limit of a Poisson mean
after Crow & Gardner 1959 (Biometrika 46:441) for the mean rounded down. Source: Altmann 2003, as in Hoehle 2007.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.judgement import Floats, Ints, Judgement, judge_each_week, look_back
from houvast.engine.attention.reference.same_weeks import SameWeeks

NORMAL_ABOVE = 20.0
# The upper limits for 0 to 20 counts: the shortest acceptance intervals of 95 %, moved up as soon as possible.
CROW_GARDNER_95 = np.array(
    [
        *(3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633),
        *(19.050, 20.335, 21.364, 22.945, 23.762, 25.400, 26.306, 27.735, 28.966, 30.017),
    ]
)


def judge_rki(counts: NDArray[np.number], *, first: int, reference: SameWeeks) -> Judgement:
    """Judge each week by its weeks of reference. counts (weeks, S)."""

    def bound_at(matrix: Floats, weeks: Ints) -> Floats:
        past = look_back(matrix, weeks, offsets=reference.offsets)
        mean = past.mean(axis=1)
        exact = CROW_GARDNER_95[np.minimum(mean, NORMAL_ABOVE).astype(np.int64)]
        bound: Floats = np.where(mean > NORMAL_ABOVE, mean + 2 * past.std(axis=1, ddof=1), exact)
        return bound

    return judge_each_week(counts, first=first, minimum=reference.minimum_weeks, bound_at=bound_at)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which count would be surprising after these few weeks? The Bayes rule for Poisson counts, made for sparse series.

With s reports in n weeks of reference and Jeffreys' prior, a new week follows a negative binomial with size s + 1/2 and
probability n / (n + 1); U is its 1 - alpha quantile. Source: Hoehle 2007, Computational Statistics 22:571.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from houvast.engine.attention.reference.judgement import Floats, Ints, Judgement, judge_each_week, look_back
from houvast.engine.attention.reference.same_weeks import SameWeeks

ALPHA = 0.01


def judge_bayes(counts: NDArray[np.number], *, first: int, reference: SameWeeks, alpha: float = ALPHA) -> Judgement:
    """Judge each week by its weeks of reference. counts (weeks, S)."""

    def bound_at(matrix: Floats, weeks: Ints) -> Floats:
        past = look_back(matrix, weeks, offsets=reference.offsets)
        n = past.shape[1]
        bound: Floats = stats.nbinom.ppf(1 - alpha, past.sum(axis=1) + 0.5, n / (n + 1))
        return bound

    return judge_each_week(counts, first=first, minimum=reference.minimum_weeks, bound_at=bound_at)

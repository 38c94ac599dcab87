# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which count is exceeded with probability alpha only? Poisson and negative binomial upper quantiles.

A count has mean m and variance phi m: Poisson when phi = 1, otherwise negative binomial with size m / (phi - 1) and
probability 1 / phi. Means are capped at ten million: the quantile search does not return for means of 1e20 and above,
which a baseline of zeros can produce.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from houvast.engine.attention.reference.judgement import Floats

LARGEST_MEAN = 1e7
NO_DISPERSION = 1 + 1e-9


def find_upper_quantile(mean: Floats, dispersion: Floats, *, alpha: float) -> Floats:
    """The smallest count that is exceeded with probability alpha at most; mean and dispersion phi >= 1 of one shape."""
    capped = np.minimum(mean, LARGEST_MEAN)
    spread = dispersion > NO_DISPERSION
    bound: Floats = np.array(stats.poisson.ppf(1 - alpha, capped), dtype=np.float64)
    phi = dispersion[spread]
    bound[spread] = stats.nbinom.ppf(1 - alpha, capped[spread] / (phi - 1), 1 / phi)
    return bound

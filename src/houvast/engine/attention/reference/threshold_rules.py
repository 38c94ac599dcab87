# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does the ordinary end, given an expectation? Three rules for the bound of Farrington's method.

    delta (Farrington 1996): U = [m^(2/3) + z sqrt(4/9 m^(1/3) (phi + se^2 / m))]^(3/2), counts to the power 2/3 being
        nearly normal
    plug-in (Noufaily 2013): the 1 - alpha quantile of the negative binomial with mean m and variance phi m
    mean at its upper end: the plug-in rule with m replaced by exp(eta + z se_eta), so that not knowing the mean counts

m = exp(eta) is the expected count, se = m se_eta its standard error, z the 1 - alpha quantile of the normal.
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri

from houvast.engine.attention.reference.count_quantile import LARGEST_MEAN, find_upper_quantile
from houvast.engine.attention.reference.farrington import Expectation
from houvast.engine.attention.reference.judgement import Floats


def bound_by_delta(expected: Expectation, *, alpha: float) -> Floats:
    """The rule of 1996, on the scale of counts to the power 2/3; (J, S)."""
    mean = expected.mean
    noise = expected.dispersion + mean * expected.link_se**2
    upper = np.cbrt(mean) ** 2 - ndtri(alpha) * np.sqrt(4 / 9 * np.cbrt(mean) * noise)
    bound: Floats = upper**1.5
    return bound


def bound_by_plug_in(expected: Expectation, *, alpha: float) -> Floats:
    """The negative binomial quantile at the estimated mean; (J, S)."""
    return find_upper_quantile(expected.mean, expected.dispersion, alpha=alpha)


def bound_by_upper_mean(expected: Expectation, *, alpha: float) -> Floats:
    """The negative binomial quantile at the upper confidence limit of the mean; (J, S)."""
    highest = np.log(expected.mean) - ndtri(alpha) * expected.link_se
    return find_upper_quantile(np.exp(np.minimum(highest, np.log(LARGEST_MEAN))), expected.dispersion, alpha=alpha)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which methods are there to measure against? The reference methods with their usual constants, all called alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference import bocpd, chart, ears, gaussian_cusum, glr, lr_cusum, seasonal_mean
from houvast.engine.attention.reference.bayes import judge_bayes
from houvast.engine.attention.reference.farrington import (
    FARRINGTON_1996,
    FARRINGTON_FLEXIBLE,
    FLEXIBLE_THREE_YEARS,
    FarringtonDesign,
)
from houvast.engine.attention.reference.farrington_judgement import Rule, judge_farrington
from houvast.engine.attention.reference.judgement import Judgement
from houvast.engine.attention.reference.rki import judge_rki
from houvast.engine.attention.reference.same_weeks import (
    LAST_SIX_WEEKS,
    SIX_WEEKS_AND_LAST_YEAR,
    TWO_YEARS,
    SameWeeks,
)
from houvast.engine.attention.reference.threshold_rules import bound_by_delta, bound_by_plug_in, bound_by_upper_mean


class Judge(Protocol):
    """The one call."""

    def __call__(self, counts: NDArray[np.number], *, first: int) -> Judgement:
        """Judge all weeks from `first` on. counts (weeks, S), whole numbers of zero or more."""


@dataclass(frozen=True, slots=True)
class ReferenceMethod:
    """A method: its name, the weeks of history below which a week is not judged, and the call."""

    name: str
    minimum_weeks: int
    judge: Judge


def _farrington(name: str, design: FarringtonDesign, rule: Rule) -> ReferenceMethod:
    return ReferenceMethod(name, design.minimum_weeks, partial(judge_farrington, design=design, rule=rule))


def _bayes(name: str, reference: SameWeeks) -> ReferenceMethod:
    return ReferenceMethod(name, reference.minimum_weeks, partial(judge_bayes, reference=reference))


def _rki(name: str, reference: SameWeeks) -> ReferenceMethod:
    return ReferenceMethod(name, reference.minimum_weeks, partial(judge_rki, reference=reference))


def _chart(name: str, judge: Judge) -> ReferenceMethod:
    return ReferenceMethod(name, chart.MINIMUM_WEEKS, judge)


REFERENCE_METHODS = (
    ReferenceMethod("ears_c1", ears.BASELINE, ears.judge_c1),
    ReferenceMethod("ears_c2", ears.BASELINE + ears.GAP, ears.judge_c2),
    ReferenceMethod("ears_c3", ears.BASELINE + 2 * ears.GAP, ears.judge_c3),
    _farrington("farrington_1996", FARRINGTON_1996, bound_by_delta),
    _farrington("farrington_flexible_delta", FARRINGTON_FLEXIBLE, bound_by_delta),
    _farrington("farrington_flexible_plug_in", FARRINGTON_FLEXIBLE, bound_by_plug_in),
    _farrington("farrington_flexible_upper_mean", FARRINGTON_FLEXIBLE, bound_by_upper_mean),
    _farrington("farrington_flexible_three_years", FLEXIBLE_THREE_YEARS, bound_by_plug_in),
    ReferenceMethod(
        "lr_cusum_on_farrington",
        FARRINGTON_FLEXIBLE.minimum_weeks,
        partial(lr_cusum.judge_lr_cusum_on_farrington, design=FARRINGTON_FLEXIBLE),
    ),
    ReferenceMethod("lr_cusum_on_season", seasonal_mean.MINIMUM_WEEKS, lr_cusum.judge_lr_cusum_on_season),
    ReferenceMethod("glr_on_season", seasonal_mean.MINIMUM_WEEKS, glr.judge_glr_on_season),
    _chart("lr_cusum_poisson", lr_cusum.judge_poisson_lr_cusum),
    _chart("lr_cusum_negative_binomial", lr_cusum.judge_negative_binomial_lr_cusum),
    _chart("glr_poisson", glr.judge_poisson_glr),
    _chart("glr_negative_binomial", glr.judge_negative_binomial_glr),
    _bayes("bayes_1", LAST_SIX_WEEKS),
    _bayes("bayes_2", SIX_WEEKS_AND_LAST_YEAR),
    _bayes("bayes_3", TWO_YEARS),
    _rki("rki_1", LAST_SIX_WEEKS),
    _rki("rki_2", SIX_WEEKS_AND_LAST_YEAR),
    _rki("rki_3", TWO_YEARS),
    _chart("cusum_standard", gaussian_cusum.judge_standard_cusum),
    _chart("cusum_rossi", gaussian_cusum.judge_rossi_cusum),
    ReferenceMethod("bocpd", bocpd.MINIMUM_WEEKS, bocpd.judge_bocpd),
)

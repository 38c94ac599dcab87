# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would this week have been, going by the same weeks of earlier years? Farrington 1996 and its flexible successor.

For each judged week t the weeks t - 52 i +- 3 of the years i = 1..b form one level, the weeks in between nine blocks
of five (flexible) or nothing (1996), and the last weeks are left out so that an outbreak does not raise its own
baseline. A quasi-Poisson fit log mu = theta_level + beta t; past outbreaks weigh less in a second fit:

    s = 1.5 (y^(2/3) mu^(-1/6) - mu^(1/2)) / sqrt(phi (1 - h)),  weight gamma s^-2 where s > limit, else gamma

The trend stays when there are three years or more, its p < 0.05, and the expected count is not above all it was fitted
to. Sources: Farrington et al. 1996, JRSS A 159:547; Noufaily et al. 2013, Stat Med 32:1206 (doi 10.1002/sim.5595).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from houvast.engine.attention.reference.judgement import Bools, Floats, Ints
from houvast.engine.attention.reference.quasi_poisson import (
    LevelDesign,
    QuasiPoissonFit,
    build_design,
    fit_levels,
    fit_levels_and_trend,
)

YEAR = 52
YEARS_FOR_TREND = 3
LEAST_FREEDOM_OF_A_POINT = 1e-9
AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class FarringtonDesign:
    """Which weeks count and how: years b of history, half_window w in weeks, periods (1: only the windows), the last
    weeks left out, the residual from which a past week weighs less (infinite: never), and the p-value below which a
    trend stays (0: never)."""

    years: int
    half_window: int
    periods: int
    left_out: int
    outlier_above: float
    trend_below: float

    @property
    def minimum_weeks(self) -> int:
        """The weeks of history that a judged week needs."""
        return YEAR * self.years + self.half_window


FARRINGTON_1996 = FarringtonDesign(5, 3, 1, 3, outlier_above=1.0, trend_below=0.05)
FARRINGTON_FLEXIBLE = FarringtonDesign(5, 3, 10, 26, outlier_above=2.58, trend_below=0.05)
FLEXIBLE_THREE_YEARS = FarringtonDesign(3, 3, 10, 26, outlier_above=2.58, trend_below=0.05)


@dataclass(frozen=True, slots=True, eq=False)
class Expectation:
    """For J weeks and S series: mean (J, S), the standard error of its logarithm link_se (J, S), dispersion phi >= 1
    (J, S), and whether the trend stayed (J, S)."""

    mean: Floats
    link_se: Floats
    dispersion: Floats
    trend: Bools


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """The same for P points: the predictor, its standard error, the dispersion, and |slope| / se of the slope."""

    predictor: Floats
    link_se: Floats
    dispersion: Floats
    slope_score: Floats
    freedom: int


Dispersion = Callable[[QuasiPoissonFit, Floats], Floats]
Fit = Callable[[Floats, Floats, LevelDesign], QuasiPoissonFit]


def measure_dispersion(fit: QuasiPoissonFit, weights: Floats) -> Floats:
    """Pearson's dispersion (P,): sum of w mu ((y - mu) / mu)^2 over the degrees of freedom."""
    del weights  # they are part of the working weights already
    squares: Floats = np.einsum("ij,ij->i", fit.working, fit.residual**2)
    return squares / fit.freedom


def measure_dispersion_as_r(fit: QuasiPoissonFit, weights: Floats) -> Floats:
    """What R's farringtonFlexible uses for standard errors (P,): the reweighting factors in place of w mu.

    It keeps a trend in far more series without one than the 5 % it states; only for comparison.
    """
    squares: Floats = np.einsum("ij,ij->i", weights, fit.residual**2)
    return squares / fit.freedom


def expect_counts(
    matrix: Floats, weeks: Ints, *, design: FarringtonDesign, dispersion_of: Dispersion = measure_dispersion
) -> Expectation:
    """What `weeks` (J,) would have been in each series, from the counts matrix (weeks, S) before them.

    dispersion_of: the dispersion behind standard errors and the trend's p-value.
    """
    offsets, level = _reference_weeks(design)
    # With one year and the last half year left out some blocks have no week at all: a level without weeks has no mean.
    levels, level = np.unique(level, return_inverse=True)
    layout = build_design(offsets, level, levels=len(levels))
    shape = (len(weeks), matrix.shape[1])
    by_series = np.ascontiguousarray(matrix.T)
    out = [np.empty(shape[0] * shape[1]) for _ in range(4)]
    for start in range(0, shape[0] * shape[1], AT_ONCE):
        points = np.arange(start, min(start + AT_ONCE, shape[0] * shape[1]))
        week, series = np.divmod(points, shape[1])
        past = by_series[series[:, None], weeks[week][:, None] + offsets]
        for target, part in zip(out, _expect_points(past, layout, design, dispersion_of), strict=True):
            target[points] = part
    mean, link_se, dispersion, trend = (values.reshape(shape) for values in out)
    return Expectation(mean, link_se, dispersion, trend > 0)


def _reference_weeks(design: FarringtonDesign) -> tuple[Ints, Ints]:
    """The weeks of reference (n,) as offsets from the judged week, and the level of each (n,)."""
    window = 2 * design.half_window + 1
    offsets = np.arange(-YEAR * design.years - design.half_window, -design.left_out, dtype=np.int64)
    place = (offsets + design.half_window) % YEAR
    if design.periods == 1:
        return offsets[place < window], np.zeros(np.count_nonzero(place < window), dtype=np.int64)
    blocks = design.periods - 1
    length = -(-(YEAR - window) // blocks)
    level = np.where(place < window, 0, 1 + np.minimum((place - window) // length, blocks - 1))
    return offsets, level


def _expect_points(
    past: Floats, layout: LevelDesign, design: FarringtonDesign, dispersion_of: Dispersion
) -> tuple[Floats, Floats, Floats, Floats]:
    """Mean, link_se, dispersion and trend (0 or 1) of P points with their reference counts (P, n)."""
    with_trend = np.zeros(len(past), dtype=bool)
    predictor, link_se, dispersion = (np.empty(len(past)) for _ in range(3))
    if design.years >= YEARS_FOR_TREND and design.trend_below > 0:
        answer = _fit_twice(past, layout, design.outlier_above, fit=fit_levels_and_trend, dispersion_of=dispersion_of)
        needed = stats.t.isf(design.trend_below / 2, answer.freedom)
        with_trend = (answer.slope_score > needed) & (np.exp(answer.predictor) <= past.max(axis=1))
        predictor, link_se, dispersion = answer.predictor, answer.link_se, answer.dispersion
    plain = ~with_trend
    if plain.any():
        answer = _fit_twice(past[plain], layout, design.outlier_above, fit=fit_levels, dispersion_of=dispersion_of)
        predictor[plain], link_se[plain] = answer.predictor, answer.link_se
        dispersion[plain] = answer.dispersion
    return np.exp(predictor), link_se, dispersion, with_trend.astype(np.float64)


def _fit_twice(
    past: Floats, layout: LevelDesign, outlier_above: float, *, fit: Fit, dispersion_of: Dispersion
) -> _Answer:
    """Fit, let past outbreaks weigh less, fit again."""
    weights = np.ones_like(past)
    fitted = fit(past, weights, layout)
    if np.isfinite(outlier_above):
        weights = _weigh_less(past, fitted, outlier_above=outlier_above)
        fitted = fit(past, weights, layout)
    noise = dispersion_of(fitted, weights)
    slope_se = np.sqrt(noise / fitted.solution.spread)
    slope_score = np.divide(np.abs(fitted.solution.slope), slope_se, out=np.zeros_like(noise), where=slope_se > 0)
    return _Answer(
        fitted.expect_now(),
        np.sqrt(fitted.vary_now() * noise),
        np.maximum(1.0, measure_dispersion(fitted, weights)),
        slope_score,
        fitted.freedom,
    )


def _weigh_less(past: Floats, fitted: QuasiPoissonFit, *, outlier_above: float) -> Floats:
    """The weights (P, n) of the second fit, adding up to n: past weeks far above their fit weigh less."""
    phi = np.maximum(1.0, measure_dispersion(fitted, past))
    own = np.maximum(1 - fitted.leverage, LEAST_FREEDOM_OF_A_POINT)
    sixth = np.sqrt(np.cbrt(fitted.mean))
    anscombe = 1.5 * (np.cbrt(past) ** 2 / sixth - sixth**3) / np.sqrt(phi[:, None] * own)
    factor = np.maximum(anscombe, outlier_above)
    factor = np.where(anscombe > outlier_above, 1 / factor**2, 1.0)
    weights: Floats = factor * (past.shape[1] / factor.sum(axis=1, keepdims=True))
    return weights

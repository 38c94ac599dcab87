# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do counts follow the season and the years? Log-linear quasi-Poisson fits of many series at once.

    log mu = theta_level + beta time,  fitted by iterated weighted least squares from mu = y + 0.1

Every series and week has the same design, one level per observation and one covariate, so all sums of X'WX come
from one matrix product, X'Wz follows from them, and what is left to solve is one slope: the levels drop out. Stops as
R's glm does (relative change of the deviance below 1e-8, at most 25 rounds), and keeps the weights of the last round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from houvast.engine.attention.reference.judgement import Bools, Floats, Ints

ROUNDS = 25
TOLERANCE = 1e-8
# A slope through next to nothing but zeros can run away.
LOG_MEAN_WITHIN = (-60.0, 40.0)


@dataclass(frozen=True, slots=True, eq=False)
class LevelDesign:
    """n observations, each in one of L levels: indicator (n, L) of 0 and 1. The judged week is at time 0, in the first
    level. linear (n, L + 1): the indicator and the time in weeks; square (n, 2 L + 1): the indicator, the indicator
    times time, and time squared."""

    indicator: Floats
    linear: Floats
    square: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """Weighted least squares for P problems: intercept (P, L) and slope (P,) per week; mass (P, L), the summed weights;
    centre (P, L), the weighted mean time; spread (P,), of time within levels, infinite where no slope was fitted."""

    intercept: Floats
    slope: Floats
    mass: Floats
    centre: Floats
    spread: Floats


@dataclass(frozen=True, slots=True, eq=False)
class QuasiPoissonFit:
    """A fit of P problems with n observations each.

    mean (P, n), working (P, n), the weights of the last round; residual (P, n) = (y - mean) / mean; leverage (P, n);
    solution; degrees of freedom n - parameters.
    """

    mean: Floats
    working: Floats
    residual: Floats
    leverage: Floats
    solution: Solution
    freedom: int

    def expect_now(self) -> Floats:
        """The linear predictor at the judged week (P,)."""
        return np.clip(self.solution.intercept[:, 0], *LOG_MEAN_WITHIN)

    def vary_now(self) -> Floats:
        """The variance of that predictor for dispersion 1 (P,)."""
        fit = self.solution
        return 1 / fit.mass[:, 0] + fit.centre[:, 0] ** 2 / fit.spread


Solve = Callable[[Floats, Floats], Solution]


def build_design(time: Ints, level: Ints, *, levels: int) -> LevelDesign:
    """The design of n observations: time (n,) in weeks from the judged week, level (n,) from 0 to levels - 1."""
    indicator, clock = np.eye(levels)[level], time.astype(np.float64)[:, None]
    linear = np.hstack([indicator, clock])
    return LevelDesign(indicator, linear, np.hstack([indicator, indicator * clock, clock**2]))


def fit_levels(counts: Floats, weights: Floats, design: LevelDesign) -> QuasiPoissonFit:
    """Levels only. counts, weights (P, n)."""
    levels = design.indicator.shape[1]
    return _fit(counts, weights, design, solve=_solve_levels, freedom=counts.shape[1] - levels)


def fit_levels_and_trend(counts: Floats, weights: Floats, design: LevelDesign) -> QuasiPoissonFit:
    """Levels and one slope over time. counts, weights (P, n)."""
    levels = design.indicator.shape[1]
    return _fit(counts, weights, design, solve=_solve_levels_and_trend, freedom=counts.shape[1] - levels - 1)


def _solve_levels(sums: Floats, moments: Floats) -> Solution:
    levels = moments.shape[1] - 1
    mass, nothing = sums[:, :levels], np.zeros(len(sums))
    return Solution(moments[:, :levels] / mass, nothing, mass, np.zeros_like(mass), np.full(len(sums), np.inf))


def _solve_levels_and_trend(sums: Floats, moments: Floats) -> Solution:
    levels = moments.shape[1] - 1
    mass, centre = sums[:, :levels], sums[:, levels : 2 * levels] / sums[:, :levels]
    spread = sums[:, -1] - (mass * centre**2).sum(axis=1)
    level_mean = moments[:, :levels] / mass
    slope = (moments[:, -1] - (mass * centre * level_mean).sum(axis=1)) / spread
    return Solution(level_mean - slope[:, None] * centre, slope, mass, centre, spread)


def _fit(counts: Floats, weights: Floats, design: LevelDesign, *, solve: Solve, freedom: int) -> QuasiPoissonFit:
    working, solution = _iterate(counts, weights, design, solve)
    mean = _expect(_coefficients(solution), design)
    leverage = working * _unscaled_variance(solution, design)
    return QuasiPoissonFit(mean, working, counts / mean - 1, leverage, solution, freedom)


def _coefficients(solution: Solution) -> Floats:
    """Intercepts and slope (P, L + 1)."""
    return np.column_stack([solution.intercept, solution.slope])


def _expect(coefficients: Floats, design: LevelDesign) -> Floats:
    """The mean of every observation (P, n), kept within what floating point can square."""
    mean = coefficients @ design.linear.T
    np.clip(mean, *LOG_MEAN_WITHIN, out=mean)
    return np.exp(mean, out=mean)


def _unscaled_variance(solution: Solution, design: LevelDesign) -> Floats:
    """1 / mass + (time - centre)^2 / spread for every observation (P, n)."""
    inverse = 1 / solution.spread[:, None]
    fixed = 1 / solution.mass + solution.centre**2 * inverse
    variance: Floats = np.column_stack([fixed, -2 * solution.centre * inverse, inverse]) @ design.square.T
    return variance


def _iterate(counts: Floats, weights: Floats, design: LevelDesign, solve: Solve) -> tuple[Floats, Solution]:
    """Iterate until each problem by itself has stopped; the working weights (P, n) and solution of its last round."""
    waiting, w = np.arange(len(counts)), weights
    weighted = weights * counts
    target = weighted @ design.linear
    fixed = np.einsum("ij,ij->i", weighted, np.log(np.maximum(counts, 1))) - weighted.sum(axis=1)
    predictor = np.log(counts + 0.1)
    working = w * (counts + 0.1)
    before = 2 * (fixed + working.sum(axis=1) - np.einsum("ij,ij->i", weighted, predictor))
    sums, moments = working @ design.square, target + (working * (predictor - 1)) @ design.linear
    kept: list[tuple[Ints, Floats, Solution]] = []
    for turn in range(ROUNDS):
        solution = solve(sums, moments)
        coefficients = _coefficients(solution)
        following = _expect(coefficients, design)
        following *= w
        sums = following @ design.square
        now = 2 * (fixed + following.sum(axis=1) - (coefficients * target).sum(axis=1))
        going: Bools = (np.abs(now - before) >= TOLERANCE * (np.abs(now) + 0.1)) & (turn < ROUNDS - 1)
        if not going.all():
            kept.append((waiting[~going], working[~going], _select(solution, ~going)))
            if not going.any():
                break
            waiting, w, following, now = waiting[going], w[going], following[going], now[going]
            fixed, target, sums, coefficients = fixed[going], target[going], sums[going], coefficients[going]
        working, before = following, now
        moments = target + _moments_of_fit(sums, coefficients)
    return _gather(kept)


def _moments_of_fit(sums: Floats, coefficients: Floats) -> Floats:
    """X'W(eta - 1) (P, L + 1), from X'WX alone because eta is linear."""
    levels = coefficients.shape[1] - 1
    mass, timed, slope = sums[:, :levels], sums[:, levels : 2 * levels], coefficients[:, -1:]
    less_one = coefficients[:, :levels] - 1
    of_levels = less_one * mass + slope * timed
    of_time = (less_one * timed).sum(axis=1, keepdims=True) + slope * sums[:, -1:]
    return np.hstack([of_levels, of_time])


def _select(solution: Solution, rows: Bools | Ints) -> Solution:
    return Solution(
        solution.intercept[rows],
        solution.slope[rows],
        solution.mass[rows],
        solution.centre[rows],
        solution.spread[rows],
    )


def _gather(kept: list[tuple[Ints, Floats, Solution]]) -> tuple[Floats, Solution]:
    """Put what stopped at different rounds back in the order of the problems."""
    order = np.argsort(np.concatenate([rows for rows, _, _ in kept]))
    parts = [solution for _, _, solution in kept]
    joined = Solution(
        np.concatenate([p.intercept for p in parts]),
        np.concatenate([p.slope for p in parts]),
        np.concatenate([p.mass for p in parts]),
        np.concatenate([p.centre for p in parts]),
        np.concatenate([p.spread for p in parts]),
    )
    return np.concatenate([working for _, working, _ in kept])[order], _select(joined, order)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do weekly counts with a known outbreak look like? Invented series after the protocol of Noufaily et al. 2013.

    mu_t = exp(theta + beta t + sum_(j <= m) [g1 cos(2 pi j t / 52) + g2 sin(2 pi j t / 52)])
    y_t negative binomial with mean mu_t and variance phi mu_t (Poisson when phi = 1), t = 1..624

28 scenarios: seven sets of (theta, beta, g1, g2, phi), each with and without trend and season. Four past outbreaks in
weeks 313 to 575, one each of k = 2, 3, 5 and 10, and at most one current one in weeks 576 to 624 with k from 1 to 10:
Poisson(k sd) cases, at least 2, that fall floor(LogNormal(0, 0.5)) weeks after its start. sd is that of the count in
the week it starts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WEEKS = 624
YEAR = 52
# Weeks counted from 0.
PAST = (312, 575)
CURRENT = (575, 624)
PAST_SIZES = (2, 3, 5, 10)
LARGEST_SIZE = 10
LEAST_CASES = 2
DRAWS = 1000
PARAMETERS = (
    (0.1, 0.0025, 0.6, 0.6, 1.5),
    (-2.0, 0.005, 0.1, 0.3, 2.0),
    (1.5, 0.003, 0.2, -0.4, 1.0),
    (0.5, 0.002, 0.5, 0.5, 5.0),
    (2.5, 0.001, 1.0, 0.1, 3.0),
    (3.75, 0.001, 0.1, -0.1, 1.1),
    (5.0, 0.0001, 0.05, 0.01, 1.2),
)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One set of parameters: level theta, slope beta a week, cosine g1, sine g2, dispersion phi, harmonics m."""

    level: float
    slope: float
    cosine: float
    sine: float
    dispersion: float
    harmonics: int

    def expect(self) -> Floats:
        """mu (624,)."""
        t = np.arange(1, WEEKS + 1)
        angles = [2 * np.pi * j * t / YEAR for j in range(1, self.harmonics + 1)]
        season = sum((self.cosine * np.cos(a) + self.sine * np.sin(a) for a in angles), np.zeros(WEEKS))
        return np.exp(self.level + self.slope * t + season)


SCENARIOS = tuple(
    Scenario(level, slope * trend, cosine, sine, dispersion, harmonics)
    for level, slope, cosine, sine, dispersion in PARAMETERS
    for trend in (0, 1)
    for harmonics in (0, 1)
)


@dataclass(frozen=True, slots=True, eq=False)
class OutbreakSeries:
    """S invented series. quiet (624, S): past outbreaks but no current one; loud (624, S): the same with it.

    scenario (S,) indexes SCENARIOS; size k (S,); first and last week with a case of the current outbreak (S,), from 0.
    """

    quiet: Ints
    loud: Ints
    scenario: Ints
    size: Ints
    first: Ints
    last: Ints


def simulate_outbreak_series(*, replicates: int, rng: np.random.Generator) -> OutbreakSeries:
    """`replicates` series of each of the 28 scenarios."""
    scenario = np.tile(np.arange(len(SCENARIOS)), replicates)
    quiet = np.empty((WEEKS, len(scenario)), dtype=np.int64)
    extra = np.zeros_like(quiet)
    size = rng.integers(1, LARGEST_SIZE + 1, len(scenario))
    for column, index in enumerate(scenario):
        quiet[:, column] = _draw_counts(SCENARIOS[index], rng)
        for k in PAST_SIZES:
            quiet[:, column] += _draw_outbreak(SCENARIOS[index], size=k, within=PAST, rng=rng)
        extra[:, column] = _draw_outbreak(SCENARIOS[index], size=int(size[column]), within=CURRENT, rng=rng)
    struck = extra > 0
    last = WEEKS - 1 - struck[::-1].argmax(axis=0)
    return OutbreakSeries(quiet, quiet + extra, scenario, size, struck.argmax(axis=0), last)


def _draw_counts(scenario: Scenario, rng: np.random.Generator) -> Ints:
    mean, phi = scenario.expect(), scenario.dispersion
    if phi == 1:
        return rng.poisson(mean)
    return rng.negative_binomial(mean / (phi - 1), 1 / phi)


def _draw_outbreak(scenario: Scenario, *, size: int, within: tuple[int, int], rng: np.random.Generator) -> Ints:
    """The cases of one outbreak (624,), all of them in the weeks within[0]..within[1] - 1."""
    begin, end = within
    start = int(rng.integers(begin, end))
    sd = float(np.sqrt(scenario.dispersion * scenario.expect()[start]))
    cases = LEAST_CASES
    for _ in range(DRAWS):
        cases = int(rng.poisson(size * sd))
        if cases >= LEAST_CASES:
            break
    after = np.floor(rng.lognormal(0.0, 0.5, max(cases, LEAST_CASES))).astype(np.int64)
    start = min(start, end - 1 - int(after.max()))
    return np.bincount(start + after, minlength=WEEKS)

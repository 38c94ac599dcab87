# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From which score is something a point, if at most so many points a month may be for nothing?

Quiet worlds drawn from the municipality's own model (bootstrap.py) are read twice: for how high each detector goes by
chance (null_tails.py), and for how many points a month each threshold would give. Points of one theme within three
weeks count as one, as on the list. Where so little is noted that the budget would allow nearly anything, the line stays
at what chance gives a theme once in twenty weeks. Meant for a nightly job: docs/explanation/attention.md has its time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.attention.baseline import expect
from houvast.engine.attention.bootstrap import quiet_maxima
from houvast.engine.attention.counting import capped_counts, history_counts
from houvast.engine.attention.detectors import neighbour_array
from houvast.engine.attention.exposure import find_exposure
from houvast.engine.attention.null_tails import NullTail, combine, fit_tail
from houvast.engine.attention.observations import Floats, ObservationTable
from houvast.engine.attention.shared_variation import find_shared_variation

WEEKS_A_MONTH = 52 / 12
MERGE_WEEKS = 3
DEFAULT_BUDGET = 1.0
DEFAULT_WORLDS = 200
FEWEST_SEEN = 3
LOWEST_LINE = 3.0
GRID = np.linspace(1.0, 12.0, 221)


@dataclass(frozen=True, slots=True)
class Calibration:
    """tails: of the four detectors. threshold: the score for `budget` points a month. scores and a_month: quiet points
    a month from each score on, as simulated over `months` months; history_weeks: weeks it was fitted on."""

    tails: tuple[NullTail, ...]
    threshold: float
    budget: float
    scores: tuple[float, ...]
    a_month: tuple[float, ...]
    months: float
    history_weeks: int

    def recurrence_months(self, score: float) -> float | None:
        """How many months pass on average between quiet points of this score; None: too seldom to say (fewer than
        three among the simulated ones)."""
        a_month = float(np.interp(score, self.scores, self.a_month, right=0.0))
        return None if a_month * self.months < FEWEST_SEEN else 1 / a_month


def calibrate(
    table: ObservationTable,
    *,
    rng: np.random.Generator,
    budget: float = DEFAULT_BUDGET,
    n_worlds: int = DEFAULT_WORLDS,
) -> Calibration:
    """The threshold for this municipality, from n_worlds quiet worlds of 13 weeks (three months) each."""
    counts = capped_counts(table)
    exposure = find_exposure(table)
    history = history_counts(table, counts)
    baseline = expect(history, exposure)
    shared = find_shared_variation(history, baseline)
    near = neighbour_array(table.neighbours, len(table.areas))
    maxima = quiet_maxima(baseline, exposure, shared, near=near, n_worlds=n_worlds, rng=rng)
    return calibrate_on(maxima, budget=budget, history_weeks=table.n_weeks)


def calibrate_on(maxima: Floats, *, budget: float, history_weeks: int) -> Calibration:
    """The threshold from quiet weekly theme maxima, (K, n, H, 4)."""
    tails = tuple(fit_tail(maxima[..., d].ravel()) for d in range(maxima.shape[-1]))
    combined = combine(maxima, tails)
    months = maxima.shape[0] * maxima.shape[1] / WEEKS_A_MONTH
    a_month = np.array([count_points(combined >= score) for score in GRID]) / months
    a_month = np.minimum.accumulate(a_month)
    within = a_month <= budget
    at = int(np.argmax(within)) if within.any() else len(GRID) - 1
    return Calibration(
        tails,
        max(float(GRID[at]), LOWEST_LINE),
        budget,
        tuple(GRID.tolist()),
        tuple(a_month.tolist()),
        months,
        history_weeks,
    )


@njit(cache=True, nogil=True)
def count_points(over: NDArray[np.bool_]) -> int:
    """Points in (K, n, H) theme-weeks over the line: those of one theme within three weeks are one."""
    n_worlds, n_weeks, n_themes = over.shape
    points = 0
    for k in range(n_worlds):
        for h in range(n_themes):
            last = -MERGE_WEEKS - 1
            for t in range(n_weeks):
                if over[k, t, h]:
                    points += t - last > MERGE_WEEKS
                    last = t
    return points


def as_plain(calibration: Calibration) -> dict[str, Any]:
    """The calibration as plain lists and numbers, to be stored as JSON."""
    tails = [{"scores": list(t.scores), "minus_log": list(t.minus_log), "slope": t.slope} for t in calibration.tails]
    return {
        "tails": tails,
        "threshold": calibration.threshold,
        "budget": calibration.budget,
        "scores": list(calibration.scores),
        "a_month": list(calibration.a_month),
        "months": calibration.months,
        "history_weeks": calibration.history_weeks,
    }


def from_plain(plain: Mapping[str, Any]) -> Calibration:
    """What as_plain made."""

    def tail(stored: Mapping[str, Any]) -> NullTail:
        return NullTail(tuple(stored["scores"]), tuple(stored["minus_log"]), float(stored["slope"]))

    stored_tails: Sequence[Mapping[str, Any]] = plain["tails"]
    return Calibration(
        tuple(tail(t) for t in stored_tails),
        float(plain["threshold"]),
        float(plain["budget"]),
        tuple(plain["scores"]),
        tuple(plain["a_month"]),
        float(plain["months"]),
        int(plain["history_weeks"]),
    )

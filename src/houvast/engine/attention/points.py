# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does early warning answer? Points to look at together, each with its evidence; never a ranking of areas."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Detector(Enum):
    """Which of the four looks saw it."""

    CELL = "cell"
    """Many in one area in one week, beyond what its theme and its area do as a whole."""
    BUILD_UP = "build-up"
    """A rise in one area that adds up over weeks."""
    CLUSTER = "cluster"
    """Neighbouring areas together, in one to four weeks."""
    CITY = "city"
    """The theme as a whole, in two weeks."""


class Verdict(Enum):
    """What the weekly table made of a point."""

    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    DISMISSED = "dismissed"
    TOO_LITTLE = "too little to tell"


@dataclass(frozen=True, slots=True)
class ExpectedCount:
    """How many would be usual: middle, and the bounds between which nine in ten weeks like this fall."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Series:
    """For the chart: weeks (indices, at most 52), counts with at most two of one reporter, and each week's band."""

    weeks: tuple[int, ...]
    observed: tuple[int, ...]
    low: tuple[float, ...]
    mid: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class AttentionPoint:
    """Something worth looking at together.

    theme, areas: indices (no areas: the whole municipality). first_week … last_week: the weeks it is about;
    on_list_since: the week in which it first crossed the line.
    observed: all observations there and then, uncapped; counted: with at most two a week of one reporter in a cell,
    which is what is compared with `expected`. score: how far out, −ln of how often chance gives this to a theme in a
    week. recurrence_months: how often chance gives a point like this somewhere in this municipality; None: more
    seldom than could be reckoned. holds_without_one_reporter: still over the line when any one reporter is left out.
    is_announced: at least three observations of at least two independent reporters; else it stays on the watch list.
    """

    theme: int
    areas: tuple[int, ...]
    first_week: int
    last_week: int
    detectors: tuple[Detector, ...]
    observed: int
    counted: int
    expected: ExpectedCount
    n_reporters: int
    sources: tuple[int, ...]
    holds_without_one_reporter: bool
    score: float
    recurrence_months: float | None
    is_announced: bool
    series: Series
    on_list_since: int

    @property
    def is_city_wide(self) -> bool:
        """Whether no areas stand out: the theme rises as a whole."""
        return not self.areas


@dataclass(frozen=True, slots=True)
class SilentArea:
    """An area (or, with `source`, a source; then area is None) from which nothing came for longer than chance explains.

    weeks: how long; expected: how many would have come by now; probability: of so long a silence if nothing changed.
    A silent source is a reason to ask, not an alarm.
    """

    area: int | None
    source: int | None
    weeks: int
    expected: float
    probability: float


class Shortage(Enum):
    """Why nothing, or less, can be said."""

    FEW_WEEKS = "few weeks"
    FEW_OBSERVATIONS = "few observations"
    NOT_CALIBRATED = "not calibrated"


@dataclass(frozen=True, slots=True)
class TooLittle:
    """What is short: `have` of the `needed` (weeks, observations; for NOT_CALIBRATED both 0)."""

    shortage: Shortage
    have: int
    needed: int


@dataclass(frozen=True, slots=True)
class AttentionResult:
    """The list of one week.

    points: announced, strongest evidence first. watch: over the line, but too few observations or reporters.
    silent: areas and sources that fell silent. threshold: the score from which a point is made (None: none was made);
    budget: unnecessary points a month that this threshold was made for; calibrated: whether the threshold was fitted
    to this municipality. too_little: what is short when less can be said.
    """

    points: tuple[AttentionPoint, ...]
    watch: tuple[AttentionPoint, ...]
    silent: tuple[SilentArea, ...]
    threshold: float | None
    budget: float
    calibrated: bool
    n_weeks: int
    n_observations: int
    n_areas: int
    n_themes: int
    n_reporters: int
    too_little: tuple[TooLittle, ...] = field(default=())

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be shown of a landscape. Plain Python values only; None stands for what is hidden or unknown."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.domain.estimate import Estimate
from houvast.domain.input_facts import InputFacts
from houvast.engine.landscape.result import (
    Comparison,
    LandscapeSettings,
    SegmentKind,
    Structure,
    Weighting,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to one statement by everybody or one segment. A hidden count is None, its share holds only a range."""

    agree: int | None
    disagree: int | None
    passed: int | None
    n: int | None
    agree_share: Estimate
    disagree_share: Estimate
    pass_share: Estimate


@dataclass(frozen=True, slots=True)
class DisclosedStatement:
    """One statement. by_segment follows DisclosedLandscape.segments; bridging is None below k answers."""

    id: str
    text: str
    is_seed: bool
    answers: Answers
    bridging: Estimate | None
    bridging_factor: float | None
    divisiveness: Estimate
    least_agree: float | None
    least_disagree: float | None
    n_effective: float | None
    by_segment: tuple[Answers, ...]


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Where the middle of a segment lies and how wide it is: mean, standard deviations and correlation of positions."""

    x: float
    y: float
    x_sd: float
    y_sd: float
    correlation: float


@dataclass(frozen=True, slots=True)
class DisclosedSegment:
    """A group or a stretch of at least k people.

    is_middle: the people between the groups, or the middle stretch. with_unplaced: it also counts people with too few
    votes to place, or of groups too small to describe. curve: people per unit of x at MapView.x.
    """

    id: str
    kind: SegmentKind
    size: int
    share: float
    is_middle: bool
    with_unplaced: bool
    certainty: float
    ellipse: Ellipse
    curve: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DisclosedRanked:
    """A place in a list; statement is an index into DisclosedLandscape.statements."""

    statement: int
    direction: str
    score: Estimate
    rank_low: int
    rank_high: int
    hostile_low: int | None
    hostile_high: int | None


@dataclass(frozen=True, slots=True)
class DisclosedCharacteristic:
    """A statement that a segment answers otherwise than the rest."""

    statement: int
    direction: str
    difference: Estimate
    q: float


@dataclass(frozen=True, slots=True)
class DisclosedLists:
    """The ordered lists, without the places that would reveal a hidden count. stands_for follows the segments."""

    binds: tuple[DisclosedRanked, ...]
    divides: tuple[DisclosedRanked, ...]
    no_opinion: tuple[DisclosedRanked, ...]
    stands_for: tuple[tuple[DisclosedCharacteristic, ...], ...]
    representative: tuple[DisclosedRanked, ...]
    representative_covered: Estimate | None


@dataclass(frozen=True, slots=True)
class DisclosedPair:
    """Distance and overlap of two segments, by id."""

    first: str
    second: str
    distance: Estimate
    overlap: Estimate


@dataclass(frozen=True, slots=True)
class DisclosedPolarisation:
    """Separate measures, never one score."""

    mean_divisiveness: Estimate | None
    alignment: Estimate | None
    pairs: tuple[DisclosedPair, ...]


@dataclass(frozen=True, slots=True)
class DisclosedBlock:
    """A suspect block. size is None below k; members only when participants were asked for by name.

    participants_hash: SHA-256 over the sorted ids; None when public, because small sets of ids can be guessed.
    """

    kind: str
    size: int | None
    left_out: bool
    evidence: float
    shared: int
    participants_hash: str | None
    members: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class MapView:
    """The map. Points (x, y, index of segment or -1) in the order of x, or None when only the density may be shown.

    x: grid of the curves; curve: everybody's, people per unit of x. grid_x, grid_y: centres of density cells;
    density: expected people in a cell, one row for each grid_y. bands: levels of density, low to high; every area
    inside a level holds at least k people. x_se, y_se: median standard errors. With one dimension, y is meaningless.
    """

    dimensions: int
    x_se: float
    y_se: float
    x: tuple[float, ...]
    curve: tuple[float, ...]
    points: tuple[tuple[float, float, int], ...] | None
    grid_x: tuple[float, ...]
    grid_y: tuple[float, ...]
    density: tuple[tuple[float, ...], ...]
    bands: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DisclosedParticipant:
    """One person's row; exists only when participants were asked for by name."""

    participant: str
    votes: int
    x: float
    x_se: float
    y: float | None
    y_se: float | None
    group: str
    certainty: float | None


@dataclass(frozen=True)
class DisclosedLandscape:
    """All that charts, files and pages get to see.

    participants: all in the input; participants_counted: without left-out blocks, None where the difference is below k.
    """

    facts: InputFacts
    settings: LandscapeSettings
    k: int
    public: bool
    participants: int
    participants_counted: int | None
    votes: int
    structure: Structure
    segment_kind: SegmentKind
    segments: tuple[DisclosedSegment, ...]
    sizes_rounded: bool
    statements: tuple[DisclosedStatement, ...]
    left_out_statements: tuple[str, ...]
    lists: DisclosedLists
    polarisation: DisclosedPolarisation
    blocks: tuple[DisclosedBlock, ...]
    with_blocks: Comparison | None
    weighting: Weighting | None
    map: MapView
    people: tuple[DisclosedParticipant, ...] | None

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is a landscape made of? The full, undisclosed result; only engine/disclosure turns it into what may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import OptionRejected
from houvast.domain.estimate import Estimate
from houvast.domain.votes import Statement

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Estimates:
    """A vector of estimates: value, low, high float64 and n int64, all of one shape; NaN value means unknown."""

    value: Floats
    low: Floats
    high: Floats
    n: Ints
    level: float = 0.95

    def at(self, *index: int) -> Estimate | None:
        """The estimate at one index, or None where it is unknown."""
        value = float(self.value[index])
        if np.isnan(value):
            return None
        return Estimate(value, float(self.low[index]), float(self.high[index]), self.level, int(self.n[index]))


class Verdict(StrEnum):
    """The three steps of the ladder; each is a normal result."""

    NO_STRUCTURE = "no structure"
    ONE_SPECTRUM = "one spectrum"
    GROUPS = "groups"


class SegmentKind(StrEnum):
    """What the people are split into for comparison."""

    NONE = "none"
    STRETCH = "stretch"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class PairGap:
    """Are two groups really apart? Evidence of a valley between them (log of the split likelihood ratio)."""

    first: int
    second: int
    log_evidence: float
    needed: float


@dataclass(frozen=True)
class Evidence:
    """Why the verdict is what it is. None: not computed, because an earlier step of the ladder decided.

    structure_p: exact Monte Carlo p-value of structure beyond response style; structure_draws: draws used.
    raw_structure_p: the same when response style counts as structure.
    heldout_gain, heldout_z: gain of groups over one spectrum in log-likelihood a held-out participant, and its z.
    split_half_r: correlation of positions from two random halves of the statements.
    split_half_ari, resample_ari: agreement of group labels between halves and between resamples of people.
    expected_split_half_ari: what split_half_ari would be for true groups at this reliability.
    reliability: share of the variance of positions that is not noise.
    people_used: participants in the tests (a stated subsample when fewer than all).
    style_confounded: opinion and response style cannot be told apart here.
    reason: a short code that the report turns into a sentence.
    chain_evidence, chain_needed: mean evidence for a valley along the weakest chain that links all groups, and the
    calibrated threshold; merge_loss, merge_needed: loss of log-likelihood if the two least separate groups were one.
    """

    structure_p: float | None
    structure_draws: int
    raw_structure_p: float | None
    heldout_gain: float | None
    heldout_z: float | None
    pair_gaps: tuple[PairGap, ...]
    split_half_r: float | None
    split_half_ari: float | None
    expected_split_half_ari: float | None
    resample_ari: float | None
    reliability: float | None
    people_used: int
    style_confounded: bool
    reason: str
    chain_evidence: float | None = None
    chain_needed: float | None = None
    merge_loss: float | None = None
    merge_needed: float | None = None


@dataclass(frozen=True)
class Structure:
    """The verdict of the ladder. groups is 0 unless the verdict is GROUPS; forced when --groups K asked for it."""

    verdict: Verdict
    groups: int
    dimensions: int
    forced: bool
    evidence: Evidence


@dataclass(frozen=True, eq=False)
class Positions:
    """Place on the map per participant, shape (P,): latent trait posterior mean and standard error (prior SD is 1).

    style: tendency to agree whatever the statement (posterior mean), shape (P,).
    components: (P, 2), projection on the exact principal components of the mean-imputed votes.
    """

    x: Floats
    x_se: Floats
    y: Floats
    y_se: Floats
    style: Floats
    components: Floats


@dataclass(frozen=True, eq=False)
class Segments:
    """Groups of the ladder or, on a spectrum, three stretches; for comparison of statements.

    labels: length G. For groups the last label is "between": people whose membership is not certain.
    of: int64 shape (P,), index into labels, -1 for people left out (too few votes, or a suspect block).
    certainty: shape (P,), probability of the assigned label given the votes.
    sizes: int64 shape (G,).
    """

    kind: SegmentKind
    labels: tuple[str, ...]
    of: Ints
    certainty: Floats
    sizes: Ints


@dataclass(frozen=True, eq=False)
class StatementFigures:
    """Everything about the S statements of the landscape.

    tally: int64 (S, 3), people who agreed, disagreed, passed; by_segment: int64 (G, S, 3) likewise.
    agree, disagree, passed: Estimates (S,), shares of all who answered (weighted when weights are given).
    segment_agree: Estimates (G, S), share agreeing of all in the segment who answered.
    divisiveness: Estimates (S,), 4AD/(A+D)^2. bridging: Estimates (S,), connecting score (intercept).
    bridging_factor: (S,), the statement's factor f_j. least_agree, least_disagree: (S,), lower bound of the
    share agreeing (disagreeing) in the segment where it is least, NaN when unknown.
    n_eff: (S,), effective number of people (equals n without weights).
    """

    tally: Ints
    by_segment: Ints
    agree: Estimates
    disagree: Estimates
    passed: Estimates
    segment_agree: Estimates
    divisiveness: Estimates
    bridging: Estimates
    bridging_factor: Floats
    least_agree: Floats
    least_disagree: Floats
    n_eff: Floats


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place in an ordered list. rank_low..rank_high: ranks its interval leaves open (1 = top).

    hostile_low, hostile_high: ranks that 1 % hostile participants could give it, None where it does not apply.
    direction: "agree" or "disagree": which answer is meant.
    """

    statement: int
    direction: str
    score: Estimate
    rank_low: int
    rank_high: int
    hostile_low: int | None = None
    hostile_high: int | None = None


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A statement that a segment answers otherwise than the rest. q: Benjamini-Hochberg adjusted p-value."""

    statement: int
    direction: str
    difference: Estimate
    q: float


@dataclass(frozen=True)
class Lists:
    """The ordered lists; statement indices refer to Landscape.statements.

    representative: a short set of answers that together covers everybody; representative_covered: share of those who
    answered at least one of its statements who gave at least one of these answers.
    """

    binds: tuple[Ranked, ...]
    divides: tuple[Ranked, ...]
    no_opinion: tuple[Ranked, ...]
    stands_for: tuple[tuple[Characteristic, ...], ...]
    representative: tuple[Ranked, ...]
    representative_covered: Estimate | None


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """How far two groups lie apart (in standard deviations within groups) and how much they overlap (0..1)."""

    first: int
    second: int
    distance: Estimate
    overlap: Estimate


@dataclass(frozen=True)
class Polarisation:
    """Separate measures, never one score. alignment: first eigenvalue over its expectation without structure.

    mean_divisiveness: mean over statements. Affective polarisation cannot be measured from votes.
    """

    mean_divisiveness: Estimate | None
    alignment: Estimate | None
    pairs: tuple[SegmentPair, ...]


class BlockKind(StrEnum):
    """Why people are named together as a suspect block."""

    NEAR_IDENTICAL = "near-identical votes"
    STRAIGHT_LINE = "the same answer to everything"
    BURST = "many votes in one hour"


@dataclass(frozen=True, eq=False)
class Block:
    """People whose votes look coordinated. members: int64 indices into Landscape.participants.

    left_out: true when the headline results are computed without them. evidence: natural log of how much more
    alike they are than people of the same opinion; shared: typical number of statements shared by a pair.
    """

    kind: BlockKind
    members: Ints
    left_out: bool
    evidence: float
    shared: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same landscape with the suspect blocks in: how much would change."""

    verdict: Verdict
    groups: int
    position_r: float
    binds_kept: int
    binds_shown: int


@dataclass(frozen=True)
class Integrity:
    """What looks like organised voting. Nothing is deleted by itself."""

    blocks: tuple[Block, ...]
    with_blocks: Comparison | None


@dataclass(frozen=True, slots=True)
class LandscapeSettings:
    """Choices that make a landscape. groups: a forced number, or None for the ladder.

    Raises OptionRejected for values that mean nothing, so that no slip switches privacy off.
    """

    seed: int = 1
    level: float = 0.95
    k: int = 10
    groups: int | None = None
    dimensions: int | None = None

    def __post_init__(self) -> None:
        _require(self.k, "k", least=1, most=10**9)
        _require(self.seed, "seed", least=0, most=2**63 - 1)
        if self.groups is not None:
            _require(self.groups, "groups", least=2, most=12)
        if self.dimensions is not None:
            _require(self.dimensions, "dimensions", least=1, most=4)
        if not 0.5 <= self.level < 1:
            raise OptionRejected(f"level {self.level}: give a number from 0.5 to below 1, for example 0.95.")


def _require(value: object, name: str, *, least: int, most: int) -> None:
    """A whole number in its range."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise OptionRejected(f"{name} {value!r}: give a whole number from {least} to {most}.")


@dataclass(frozen=True, slots=True)
class Weighting:
    """Raking to background margins: effective number of people (Kish), largest weight, margins used."""

    n_effective: float
    largest: float
    margins: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Landscape:
    """The whole result, about the participants and statements of `participants` and `statements`.

    in_headline: bool (P,), false for members of a block that was left out.
    left_out_statements: moderated out or without a vote; they carry no figures.
    """

    participants: NDArray[np.generic]
    votes_per_participant: Ints
    in_headline: NDArray[np.bool_]
    statements: tuple[Statement, ...]
    left_out_statements: tuple[Statement, ...]
    structure: Structure
    positions: Positions
    segments: Segments
    figures: StatementFigures
    lists: Lists
    polarisation: Polarisation
    integrity: Integrity
    settings: LandscapeSettings
    weighting: Weighting | None = None

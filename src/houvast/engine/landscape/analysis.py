# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From votes to a landscape: the whole computation in the order in which it is told.

Statements moderated out, about the participants themselves (meta) or without votes are set aside. The rest is brought
into canonical order and sign (canonical.py), so that neither ids nor row order nor the sign convention can matter.
Suspect blocks are looked for first; the headline is computed without the ones that are beyond doubt, and the landscape
with them is kept beside it for comparison.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import InputRejected
from houvast.domain.votes import Moderation
from houvast.engine.landscape.canonical import CanonicalVotes, canonicalise
from houvast.engine.landscape.climb import Climb, climb_ladder
from houvast.engine.landscape.components import find_components
from houvast.engine.landscape.figures import Findings, compute_findings
from houvast.engine.landscape.integrity import find_blocks, outside_blocks
from houvast.engine.landscape.original_order import restore_findings, restore_votes_order
from houvast.engine.landscape.result import (
    Comparison,
    Integrity,
    Landscape,
    LandscapeSettings,
    Positions,
    Segments,
    Weighting,
)
from houvast.engine.landscape.segments import Splitter, have_enough_votes, make_splitter, split_people
from houvast.engine.landscape.shares import kish
from houvast.engine.landscape.traits import score_persons, select_opinion_votes
from houvast.engine.landscape.vote_table import VoteTable, select_participants, select_statements

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Progress = Callable[[str, float], None]

BINDS_COMPARED = 10
SCORE_STEPS = 8


@dataclass(frozen=True, eq=False)
class _Run:
    """One landscape over some of the people: what the ladder says and what follows from it."""

    votes: VoteTable
    weights: Floats | None
    climb: Climb
    splitter: Splitter
    segments: Segments


def analyse(
    table: VoteTable,
    *,
    settings: LandscapeSettings | None = None,
    weights: Floats | None = None,
    margins: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Landscape:
    """The landscape of a table of votes.

    weights: (P,) participant weights with mean 1, or None; margins: the names of what they were raked to. progress is
    called with the name of a step and the share done. Raises InputRejected when there is nothing to compute from.
    """
    if weights is not None and weights.shape != (table.n_participants,):
        raise InputRejected(f"Give one weight for each of the {table.n_participants} participants, in their order.")
    chosen = settings or LandscapeSettings()
    tell = progress or _tell_nobody
    kept = _kept_statements(table)
    votes = select_statements(table, keep=kept)
    if votes.n_votes == 0:
        raise InputRejected("There are no votes on statements that take part. Check moderation and the input file.")
    tell("order", 0.02)
    canonical = canonicalise(votes, weights=weights)
    weight = None if weights is None else weights[canonical.people]
    tell("integrity", 0.05)
    blocks = find_blocks(canonical.votes, rng=np.random.default_rng(chosen.seed))
    headline = outside_blocks(blocks, participants=canonical.votes.n_participants)
    tell("positions", 0.15)
    main = _run_some(canonical.votes, weight, headline, chosen)
    tell("statements", 0.6)
    findings = _compute(main, chosen)
    tell("comparison", 0.8)
    comparison = None
    if not headline.all():
        everybody = _run_some(canonical.votes, weight, np.ones_like(headline), chosen)
        comparison = _compare(everybody, main, headline, findings, chosen)
    tell("result", 0.95)
    return _assemble(
        table, canonical, kept, main, headline, findings, Integrity(blocks, comparison), chosen, weight, margins
    )


def _tell_nobody(_step: str, _share: float) -> None:
    """For who does not want to follow the progress."""


def _kept_statements(table: VoteTable) -> Flags:
    """Statements that take part, (S,): voted on, not moderated out, not about the participants themselves."""
    voted = np.bincount(table.statement, minlength=table.n_statements) > 0
    shown = [s.moderation is not Moderation.OUT and not s.is_meta for s in table.statements]
    return np.asarray(voted & np.array(shown, dtype=bool))


def _run_some(votes: VoteTable, weights: Floats | None, keep: Flags, settings: LandscapeSettings) -> _Run:
    """Positions, verdict and segments of the people kept, (P,)."""
    if not keep.all():
        votes = select_participants(votes, keep=keep)
        weights = None if weights is None else weights[keep]
    climb = climb_ladder(votes, settings=settings, rng=np.random.default_rng(settings.seed), weights=weights)
    enough = have_enough_votes(votes)
    splitter = make_splitter(climb.traits, mixture=climb.groups.mixture, structured=climb.step.found, enough=enough)
    segments = split_people(splitter, mean=climb.traits.mean, covariance=climb.traits.covariance, enough=enough)
    return _Run(votes, weights, climb, splitter, segments)


def _compute(run: _Run, settings: LandscapeSettings) -> Findings:
    return compute_findings(
        run.votes,
        opinion=run.climb.opinion,
        traits=run.climb.traits,
        step=run.climb.step,
        splitter=run.splitter,
        segments=run.segments,
        weights=run.weights,
        settings=settings,
    )


def _compare(
    everybody: _Run, main: _Run, headline: Flags, findings: Findings, settings: LandscapeSettings
) -> Comparison:
    """What the landscape would be with the blocks in."""
    other = _compute(everybody, settings)
    x, y = everybody.climb.traits.mean[headline, 0], main.climb.traits.mean[:, 0]
    r = abs(float(np.corrcoef(x, y)[0, 1])) if x.std() > 0 and y.std() > 0 else float("nan")
    shown = {entry.statement for entry in findings.lists.binds[:BINDS_COMPARED]}
    others = {entry.statement for entry in other.lists.binds[:BINDS_COMPARED]}
    structure = everybody.climb.groups.structure
    return Comparison(structure.verdict, structure.groups, r, len(shown & others), len(shown))


def _assemble(
    table: VoteTable,
    canonical: CanonicalVotes,
    kept: Flags,
    main: _Run,
    headline: Flags,
    findings: Findings,
    integrity: Integrity,
    settings: LandscapeSettings,
    weights: Floats | None,
    margins: tuple[str, ...],
) -> Landscape:
    """Bring everything back to the order and sign of the source."""
    positions, segments = _place_everybody(canonical.votes, main, headline)
    order = restore_votes_order(canonical)
    restored = restore_findings(findings, order=order, sign=canonical.sign)
    counted = select_statements(table, keep=kept)
    return Landscape(
        participants=table.participants,
        votes_per_participant=counted.votes_per_participant,
        in_headline=order.people(headline),
        statements=counted.statements,
        left_out_statements=tuple(s for s, keep in zip(table.statements, kept, strict=True) if not keep),
        structure=main.climb.groups.structure,
        positions=order.positions(positions, sign=canonical.sign),
        segments=replace(segments, of=order.people(segments.of), certainty=order.people(segments.certainty)),
        figures=restored.figures,
        lists=restored.lists,
        polarisation=restored.polarisation,
        integrity=replace(integrity, blocks=tuple(order.block(block) for block in integrity.blocks)),
        settings=settings,
        weighting=None if weights is None else _describe_weights(weights, margins),
    )


def _place_everybody(votes: VoteTable, main: _Run, headline: Flags) -> tuple[Positions, Segments]:
    """Positions of everybody with the model of the headline; who is outside it stands in no segment."""
    traits = main.climb.traits
    mean, covariance = traits.mean, traits.covariance
    if not headline.all():
        width = traits.mean.shape[1]
        mean = np.zeros((votes.n_participants, width))
        covariance = np.zeros((votes.n_participants, width, width))
        score_persons(
            select_opinion_votes(votes),
            intercept=traits.intercept,
            loading=traits.loading,
            precision=traits.prior_precision,
            mean=mean,
            covariance=covariance,
            steps=SCORE_STEPS,
        )
    of = np.full(votes.n_participants, -1, dtype=np.int64)
    certainty = np.full(votes.n_participants, np.nan)
    of[headline], certainty[headline] = main.segments.of, main.segments.certainty
    scores = find_components(votes).scores
    positions = Positions(
        x=mean[:, 0],
        x_se=np.sqrt(covariance[:, 0, 0]),
        y=mean[:, 1],
        y_se=np.sqrt(covariance[:, 1, 1]),
        style=mean[:, -1],
        components=scores,
    )
    return positions, replace(main.segments, of=of, certainty=certainty)


def _describe_weights(weights: Floats, margins: tuple[str, ...]) -> Weighting:
    effective = float(kish(np.array(weights.sum()), np.array((weights**2).sum())))
    return Weighting(effective, float(weights.max()), margins)

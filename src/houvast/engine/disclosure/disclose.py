# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a landscape may be shown? The one door from the raw result to charts, files and pages."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import OptionRejected
from houvast.domain.estimate import Estimate
from houvast.domain.input_facts import InputFacts, SkippedRow
from houvast.engine.disclosure.map_view import PlacedPeople, draw_ellipse, place_people, spread_curve, view_map
from houvast.engine.disclosure.result import (
    DisclosedBlock,
    DisclosedLandscape,
    DisclosedPair,
    DisclosedParticipant,
    DisclosedPolarisation,
    DisclosedSegment,
    MapView,
)
from houvast.engine.disclosure.segments import SettledSegments, settle_segments
from houvast.engine.disclosure.statements import disclose_figures, disclose_lists, disclose_statements
from houvast.engine.disclosure.suppression import suppress_counts
from houvast.engine.landscape.result import Block, Landscape, Structure

FEWEST_HIDDEN = 5


def disclose(
    landscape: Landscape, *, facts: InputFacts, k: int, public: bool, participants: bool = False
) -> DisclosedLandscape:
    """What may be shown with no count about fewer than k people, also not by subtraction (see suppression.py).

    public: no vote pattern may be tied to a point, so nothing about single people: no points, ids or hashes of ids.
    participants: include one row a person and the members of blocks; explicit, and never together with public.
    """
    if public and participants:
        raise OptionRejected(
            "--participants and --public cannot go together: the first writes every person's political opinions. "
            "Leave one of them out."
        )
    segments = settle_segments(landscape, k=k)
    headline = int(landscape.in_headline.sum())
    counts = suppress_counts(
        tally=landscape.figures.tally, by_segment=segments.by_segment, sizes=segments.sizes, people=headline, k=k
    )
    figures = disclose_figures(landscape, segments, counts)
    people = place_people(landscape, segments.of)
    rounded = 0 < len(landscape.in_headline) - headline < k
    unit = k if rounded else 1
    with_points = not public and not rounded
    view = view_map(people, dimensions=landscape.structure.dimensions, k=k, with_points=with_points)
    if rounded:
        view = replace(view, curve=_scale(view.curve, _round_to(headline, unit) / headline))
    return DisclosedLandscape(
        facts=_facts(facts),
        settings=landscape.settings,
        k=k,
        public=public,
        participants=len(landscape.participants),
        participants_counted=None if rounded else headline,
        votes=int(landscape.votes_per_participant.sum()),
        structure=_structure(landscape.structure, unit),
        segment_kind=segments.kind,
        segments=_segments(landscape, segments, people, view, round_to=unit),
        sizes_rounded=rounded,
        statements=disclose_statements(landscape, segments, figures, k=k),
        left_out_statements=tuple(s.id for s in landscape.left_out_statements),
        lists=disclose_lists(landscape, segments, figures, k=k, with_totals=not rounded),
        polarisation=_polarisation(landscape, segments, shown=figures.counts.shown, with_totals=not rounded),
        blocks=tuple(_block(landscape, b, k=k, public=public, named=participants) for b in landscape.integrity.blocks),
        with_blocks=landscape.integrity.with_blocks,
        weighting=landscape.weighting,
        map=view,
        people=_participants(landscape) if participants else None,
    )


def _segments(
    landscape: Landscape, segments: SettledSegments, people: PlacedPeople, view: MapView, *, round_to: int
) -> tuple[DisclosedSegment, ...]:
    total = max(int(segments.sizes.sum()), 1)
    certainty = landscape.segments.certainty
    made = []
    for g, label in enumerate(segments.labels):
        chosen = people.of == g
        sure = certainty[segments.of == g]
        size = _round_to(int(segments.sizes[g]), round_to)
        curve = spread_curve(people.x[chosen], people.x_se[chosen], at=np.asarray(view.x))
        made.append(
            DisclosedSegment(
                id=label,
                kind=segments.kind,
                size=size,
                share=round(size / total, 2) if round_to > 1 else size / total,
                is_middle=g == segments.middle,
                with_unplaced=bool(segments.joined[g]),
                certainty=float(np.nanmean(sure)) if np.isfinite(sure).any() else 0.0,
                ellipse=draw_ellipse(people, g),
                curve=curve if round_to == 1 else _scale(curve, size / int(segments.sizes[g])),
            )
        )
    return tuple(made)


def _facts(facts: InputFacts) -> InputFacts:
    """The facts of reading without what stood in skipped rows, which may name a participant; the place is enough."""
    return replace(facts, skipped=tuple(SkippedRow(row.place, "") for row in facts.skipped))


def _round_to(size: int, unit: int) -> int:
    return max(unit, round(size / unit) * unit)


def _scale(curve: tuple[float, ...], factor: float) -> tuple[float, ...]:
    return tuple(value * factor for value in curve)


def _structure(structure: Structure, unit: int) -> Structure:
    used = _round_to(structure.evidence.people_used, unit)
    return replace(structure, evidence=replace(structure.evidence, people_used=used))


def _polarisation(
    landscape: Landscape, segments: SettledSegments, *, shown: NDArray[np.bool_], with_totals: bool
) -> DisclosedPolarisation:
    """shown: (S, 1 + G, 4), which counts are. with_totals: whether the numbers of people may be told."""
    measured, place = landscape.polarisation, segments.place

    def told(estimate: Estimate) -> Estimate:
        return estimate if with_totals else replace(estimate, n=None)

    pairs = tuple(
        DisclosedPair(
            segments.labels[place[p.first]], segments.labels[place[p.second]], told(p.distance), told(p.overlap)
        )
        for p in measured.pairs
        if place[p.first] >= 0 and place[p.second] >= 0
    )
    mean = _mean_divisiveness(measured.mean_divisiveness, shown)
    alignment = measured.alignment
    return DisclosedPolarisation(mean and told(mean), alignment and told(alignment), pairs)


def _mean_divisiveness(mean: Estimate | None, shown: NDArray[np.bool_]) -> Estimate | None:
    """The mean over all statements; two decimals when some are hidden, nothing when it could tell those few apart."""
    hidden = int(np.count_nonzero(~shown[:, 0, :2].all(axis=1)))
    if mean is None or mean.value is None or hidden == 0:
        return mean
    if hidden < FEWEST_HIDDEN or hidden == len(shown):
        return None
    return Estimate(round(mean.value, 2), round(mean.low, 2), round(mean.high, 2), mean.level, mean.n)


def _block(landscape: Landscape, block: Block, *, k: int, public: bool, named: bool) -> DisclosedBlock:
    ids = sorted(str(landscape.participants[i]) for i in block.members)
    digest = hashlib.sha256("\n".join(ids).encode()).hexdigest()
    enough = len(ids) >= k
    return DisclosedBlock(
        kind=str(block.kind),
        size=len(ids) if enough else None,
        left_out=block.left_out,
        evidence=block.evidence,
        shared=block.shared,
        participants_hash=None if public else digest,
        members=tuple(ids) if named else None,
    )


def _participants(landscape: Landscape) -> tuple[DisclosedParticipant, ...]:
    """One row a person, in the order of the input; group and certainty as the landscape has them."""
    positions, own = landscape.positions, landscape.segments
    made = []
    for i in range(len(landscape.participants)):
        group = own.labels[own.of[i]] if own.of[i] >= 0 else ""
        made.append(
            DisclosedParticipant(
                participant=str(landscape.participants[i]),
                votes=int(landscape.votes_per_participant[i]),
                x=float(positions.x[i]),
                x_se=float(positions.x_se[i]),
                y=_known(positions.y[i]),
                y_se=_known(positions.y_se[i]),
                group=group,
                certainty=_known(own.certainty[i]) if group else None,
            )
        )
    return tuple(made)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)

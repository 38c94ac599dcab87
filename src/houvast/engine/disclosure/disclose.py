# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a landscape may be shown? The one door from the raw result to charts, files and pages."""

from __future__ import annotations

import hashlib

import numpy as np

from houvast.domain.errors import OptionRejected
from houvast.domain.input_facts import InputFacts
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
from houvast.engine.landscape.result import Block, Landscape


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
    view = view_map(people, dimensions=landscape.structure.dimensions, k=k, public=public)
    outside = len(landscape.in_headline) - headline
    rounded = 0 < outside < k
    return DisclosedLandscape(
        facts=facts,
        settings=landscape.settings,
        k=k,
        public=public,
        participants=len(landscape.participants),
        participants_counted=None if rounded else headline,
        votes=int(landscape.votes_per_participant.sum()),
        structure=landscape.structure,
        segment_kind=segments.kind,
        segments=_segments(landscape, segments, people, view, round_to=k if rounded else 1),
        sizes_rounded=rounded,
        statements=disclose_statements(landscape, segments, figures, k=k),
        left_out_statements=tuple(s.id for s in landscape.left_out_statements),
        lists=disclose_lists(landscape, segments, figures, k=k),
        polarisation=_polarisation(landscape, segments),
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
        size = int(segments.sizes[g])
        made.append(
            DisclosedSegment(
                id=label,
                kind=segments.kind,
                size=max(round_to, round(size / round_to) * round_to),
                share=round(size / total, 2) if round_to > 1 else size / total,
                is_middle=g == segments.middle,
                with_unplaced=bool(segments.joined[g]),
                certainty=float(np.nanmean(sure)) if np.isfinite(sure).any() else 0.0,
                ellipse=draw_ellipse(people, g),
                curve=spread_curve(people.x[chosen], people.x_se[chosen], at=np.asarray(view.x)),
            )
        )
    return tuple(made)


def _polarisation(landscape: Landscape, segments: SettledSegments) -> DisclosedPolarisation:
    measured, place = landscape.polarisation, segments.place
    pairs = tuple(
        DisclosedPair(segments.labels[place[p.first]], segments.labels[place[p.second]], p.distance, p.overlap)
        for p in measured.pairs
        if place[p.first] >= 0 and place[p.second] >= 0
    )
    return DisclosedPolarisation(measured.mean_divisiveness, measured.alignment, pairs)


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

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""landscape.json, the contract that others build on: schema houvast/landscape/1 (schemas/landscape-1.schema.json)."""

from __future__ import annotations

import json
import math
from importlib import metadata
from typing import Any

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import (
    Answers,
    DisclosedLandscape,
    DisclosedRanked,
    DisclosedSegment,
    DisclosedStatement,
)
from houvast.engine.landscape.result import SegmentKind

SCHEMA = "houvast/landscape/1"
DIGITS = 6
PACKAGES = ("houvast", "numpy", "scipy", "numba")

Document = dict[str, Any]


def build_document(landscape: DisclosedLandscape) -> Document:
    """The whole document as plain dicts and lists, numbers to six significant digits, no NaN."""
    document = {
        "schema": SCHEMA,
        "input": _input(landscape),
        "structure": _structure(landscape),
        "groups": [_group(landscape, i) for i, s in enumerate(landscape.segments) if _is_group(s)],
        "between": next((_segment(s) for s in landscape.segments if _is_between(s)), None),
        "stretches": [_segment(s) for s in landscape.segments if s.kind is SegmentKind.STRETCH],
        "statements": [_statement(landscape, s) for s in landscape.statements],
        "lists": _lists(landscape),
        "polarisation": _polarisation(landscape),
        "integrity": _integrity(landscape),
        "weighting": _weighting(landscape),
        "map": _map(landscape),
        "settings": _settings(landscape),
    }
    rounded: Document = _round(document)
    return rounded


def encode_document(document: Document) -> str:
    """The document as text, the same bytes for the same document: a line for each key, and for each item of a list."""
    return "{\n" + ",\n".join(f"{_dump(key)}: {_lines(value)}" for key, value in document.items()) + "\n}\n"


def _lines(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _dump(value)
    return "[\n " + ",\n ".join(map(_dump, value)) + "\n]"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _is_between(segment: DisclosedSegment) -> bool:
    return segment.kind is SegmentKind.GROUP and segment.is_middle


def _is_group(segment: DisclosedSegment) -> bool:
    return segment.kind is SegmentKind.GROUP and not segment.is_middle


def _input(landscape: DisclosedLandscape) -> Document:
    facts = landscape.facts
    return {
        "participants": landscape.participants,
        "participants_counted": landscape.participants_counted,
        "statements": len(landscape.statements) + len(landscape.left_out_statements),
        "votes": landscape.votes,
        "sign": facts.sign,
        "skipped_rows": facts.skipped_rows,
        "skipped": [{"line": row.place.line, "column": row.place.column} for row in facts.skipped],
        "format": facts.format,
        "title": facts.title,
        "repeated_votes": facts.repeated_votes,
        "left_out_statements": list(landscape.left_out_statements),
        "notes": list(facts.notes),
    }


def _structure(landscape: DisclosedLandscape) -> Document:
    structure, evidence = landscape.structure, landscape.structure.evidence
    return {
        "verdict": str(structure.verdict),
        "groups": structure.groups,
        "dimensions": structure.dimensions,
        "forced": structure.forced,
        "evidence": {
            "structure_p": evidence.structure_p,
            "structure_draws": evidence.structure_draws,
            "raw_structure_p": evidence.raw_structure_p,
            "heldout_gain": evidence.heldout_gain,
            "heldout_z": evidence.heldout_z,
            "pair_gaps": [
                {"first": g.first, "second": g.second, "log_evidence": g.log_evidence, "needed": g.needed}
                for g in evidence.pair_gaps
            ],
            "split_half_r": evidence.split_half_r,
            "split_half_ari": evidence.split_half_ari,
            "expected_split_half_ari": evidence.expected_split_half_ari,
            "resample_ari": evidence.resample_ari,
            "reliability": evidence.reliability,
            "people_used": evidence.people_used,
            "style_confounded": evidence.style_confounded,
            "reason": evidence.reason,
        },
    }


def _segment(segment: DisclosedSegment) -> Document:
    return {
        "id": segment.id,
        "size": segment.size,
        "share": segment.share,
        "certainty": segment.certainty,
        "with_unplaced": segment.with_unplaced,
        "centre": {"x": segment.ellipse.x, "y": segment.ellipse.y},
        "spread": {"x": segment.ellipse.x_sd, "y": segment.ellipse.y_sd, "correlation": segment.ellipse.correlation},
    }


def _group(landscape: DisclosedLandscape, index: int) -> Document:
    return _segment(landscape.segments[index]) | {"stands_for": _stands_for(landscape, index)}


def _stands_for(landscape: DisclosedLandscape, index: int) -> list[Document]:
    return [
        {
            "id": landscape.statements[c.statement].id,
            "direction": c.direction,
            "difference": _estimate(c.difference),
            "q": c.q,
        }
        for c in landscape.lists.stands_for[index]
    ]


def _statement(landscape: DisclosedLandscape, statement: DisclosedStatement) -> Document:
    return {
        "id": statement.id,
        "text": statement.text,
        "seed": statement.is_seed,
        **_answers(statement.answers),
        "bridging": _estimate(statement.bridging),
        "bridging_factor": statement.bridging_factor,
        "divisiveness": _estimate(statement.divisiveness),
        "least_agree": statement.least_agree,
        "least_disagree": statement.least_disagree,
        "n_effective": statement.n_effective,
        "by_group": [
            {"group": s.id, **_answers(a)} for s, a in zip(landscape.segments, statement.by_segment, strict=True)
        ],
    }


def _answers(answers: Answers) -> Document:
    return {
        "agree": answers.agree,
        "disagree": answers.disagree,
        "pass": answers.passed,
        "n": answers.n,
        "agree_share": _estimate(answers.agree_share),
        "disagree_share": _estimate(answers.disagree_share),
        "pass_share": _estimate(answers.pass_share),
    }


def _estimate(estimate: Estimate | None) -> Document | None:
    if estimate is None:
        return None
    return {
        "value": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "level": estimate.level,
        "n": estimate.n,
    }


def _lists(landscape: DisclosedLandscape) -> Document:
    lists = landscape.lists
    named = {
        "binds": lists.binds,
        "divides": lists.divides,
        "no_opinion": lists.no_opinion,
        "representative": lists.representative,
    }
    return {name: [_ranked(landscape, place) for place in places] for name, places in named.items()} | {
        "representative_covered": _estimate(lists.representative_covered),
        "stands_for": [
            {"group": s.id, "statements": _stands_for(landscape, i)} for i, s in enumerate(landscape.segments)
        ],
    }


def _ranked(landscape: DisclosedLandscape, place: DisclosedRanked) -> Document:
    return {
        "id": landscape.statements[place.statement].id,
        "direction": place.direction,
        "score": _estimate(place.score),
        "rank_low": place.rank_low,
        "rank_high": place.rank_high,
        "hostile_low": place.hostile_low,
        "hostile_high": place.hostile_high,
    }


def _polarisation(landscape: DisclosedLandscape) -> Document:
    measured = landscape.polarisation
    return {
        "mean_divisiveness": _estimate(measured.mean_divisiveness),
        "alignment": _estimate(measured.alignment),
        "pairs": [
            {"first": p.first, "second": p.second, "distance": _estimate(p.distance), "overlap": _estimate(p.overlap)}
            for p in measured.pairs
        ],
        "affective": None,
    }


def _integrity(landscape: DisclosedLandscape) -> Document:
    compared = landscape.with_blocks
    return {
        "blocks": [
            {
                "size": b.size,
                "kind": b.kind,
                "left_out": b.left_out,
                "evidence": b.evidence,
                "shared": b.shared,
                "participants_hash": b.participants_hash,
                **({"ids": list(b.members)} if b.members is not None else {}),
            }
            for b in landscape.blocks
        ],
        "with_blocks": compared
        and {
            "verdict": str(compared.verdict),
            "groups": compared.groups,
            "position_r": compared.position_r,
            "binds_kept": compared.binds_kept,
            "binds_shown": compared.binds_shown,
        },
    }


def _weighting(landscape: DisclosedLandscape) -> Document | None:
    w = landscape.weighting
    return None if w is None else {"n_effective": w.n_effective, "largest": w.largest, "margins": list(w.margins)}


def _map(landscape: DisclosedLandscape) -> Document:
    view = landscape.map
    return {
        "dimensions": view.dimensions,
        "x_se": view.x_se,
        "y_se": view.y_se if view.dimensions > 1 else None,
        "x": list(view.x),
        "curve": list(view.curve),
        "curves": [{"group": s.id, "curve": list(s.curve)} for s in landscape.segments],
    }


def _settings(landscape: DisclosedLandscape) -> Document:
    settings = landscape.settings
    return {
        "seed": settings.seed,
        "level": settings.level,
        "k": landscape.k,
        "public": landscape.public,
        "groups": settings.groups,
        "dimensions": settings.dimensions,
        "method": "trait",
        "sizes_rounded": landscape.sizes_rounded,
        "versions": {name: metadata.version(name) for name in PACKAGES},
    }


def _round(thing: Any) -> Any:
    """Six significant digits; None for what is not a finite number; -0 becomes 0."""
    if isinstance(thing, dict):
        return {key: _round(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_round(value) for value in thing]
    if isinstance(thing, float):
        return float(f"{thing:.{DIGITS}g}") + 0.0 if math.isfinite(thing) else None
    return thing

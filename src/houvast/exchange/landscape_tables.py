# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape as CSV: statements, groups and, only when asked for by name, participants."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import (
    Answers,
    DisclosedLandscape,
    DisclosedParticipant,
    DisclosedSegment,
    DisclosedStatement,
)
from houvast.engine.landscape.result import SegmentKind

ANSWERS = ("agree", "disagree", "pass", "n", "agree_share", "agree_low", "agree_high")
SCORES = ("value", "low", "high")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


def write_statements_table(landscape: DisclosedLandscape) -> str:
    """One row a statement; hidden counts are empty."""
    head = ["id", "text", *ANSWERS]
    head += [f"{score}_{part}" for score in ("bridging", "divisiveness") for part in SCORES]
    head += [f"{answer}_{segment.id}" for segment in landscape.segments for answer in ANSWERS]
    return _write(head, (_statement_row(s) for s in landscape.statements))


def _statement_row(statement: DisclosedStatement) -> list[Cell]:
    row: list[Cell] = [statement.id, guard_formula(statement.text), *_answers(statement.answers)]
    row += [*_scores(statement.bridging), *_scores(statement.divisiveness)]
    for answers in statement.by_segment:
        row += _answers(answers)
    return row


def _answers(a: Answers) -> list[Cell]:
    return [a.agree, a.disagree, a.passed, a.n, *_scores(a.agree_share)]


def _scores(estimate: Estimate | None) -> list[Cell]:
    return [None] * 3 if estimate is None else [estimate.value, estimate.low, estimate.high]


def write_groups_table(landscape: DisclosedLandscape) -> str:
    """One row a group, the people in between or a stretch."""
    head = ["id", "kind", "size", "share", "certainty", "x", "y", "x_sd", "y_sd", "with_unplaced"]
    return _write(head, (_group_row(s) for s in landscape.segments))


def _group_row(s: DisclosedSegment) -> list[Cell]:
    kind = "between" if s.kind is SegmentKind.GROUP and s.is_middle else str(s.kind)
    place = s.ellipse
    return [
        s.id, kind, s.size, s.share, s.certainty, place.x, place.y, place.x_sd, place.y_sd, str(s.with_unplaced).lower()
    ]  # fmt: skip


def write_participants_table(people: tuple[DisclosedParticipant, ...]) -> str:
    """One row a person: political opinions of single people, so only for who may have them."""
    head = ["participant", "votes", "x", "x_se", "y", "y_se", "group", "certainty"]
    rows = ([guard_formula(p.participant), p.votes, p.x, p.x_se, p.y, p.y_se, p.group, p.certainty] for p in people)
    return _write(head, rows)


def guard_formula(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are left alone."""
    if not text.startswith(FORMULA_STARTS):
        return text
    try:
        float(text)
    except ValueError:
        return "'" + text
    return text


def _write(head: list[str], rows: Iterable[list[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return f"{value + 0.0:.6g}" if isinstance(value, float) else str(value)

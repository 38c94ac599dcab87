# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a stored landscape stands on a page? The same for the team and for residents: lists, map, table, gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from houvast.charts.chart import Chart
from houvast.charts.perception_gap import GapRow, draw_perception_gap
from houvast.engine.disclosure.result import DisclosedLandscape, DisclosedRanked
from houvast.engine.landscape.result import Verdict
from houvast.exchange.landscape_report import Item, Part, ReportPage
from houvast.queries.gather.landscape_words import LaidOut, wording_for
from houvast.queries.gather.perception import PerceptionGap
from houvast.store.models import Statement

SHORT = 5
MOST_GAPS = 12


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A statement in a list; number is its anchor in the table of all statements."""

    number: str
    text: str
    language: str
    direction: str
    note: str
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class ShortList:
    """The first few, and the rest of a list."""

    first: tuple[ListedStatement, ...]
    rest: tuple[ListedStatement, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """All that may be said about the answers to one statement, in words."""

    number: str
    text: str
    language: str
    answered: str
    agree: str
    disagree: str
    passed: str


@dataclass(frozen=True, eq=False)
class ShownResult:
    """A result in words and pictures. has_lines: people differ along a line, so a map says something."""

    verdict: str
    explanation: tuple[str, ...]
    sure: tuple[str, ...]
    who: tuple[str, ...]
    hidden: str
    is_too_few: bool
    has_lines: bool
    has_groups: bool
    map: Chart
    curves: Chart
    strip: Chart
    binds: ShortList
    divides: ShortList
    no_opinion: ShortList
    empty: str
    middle: Part | None
    parts: tuple[Part, ...]
    shortened: str
    polarisation: tuple[str, ...]
    integrity: tuple[str, ...]
    statements: tuple[StatementRow, ...]
    gap: Chart | None


def show_result(
    laid_out: LaidOut, gaps: Iterable[PerceptionGap], *, conversation_id: int, language: str
) -> ShownResult | None:
    """The result, or None where there are so few people or answers that nothing at all may be said."""
    shown, report = laid_out.shown, laid_out.report
    if report is None:
        return None
    languages = languages_of(conversation_id)
    lists = shown.lists
    return ShownResult(
        verdict=report.verdict,
        explanation=report.explanation,
        sure=report.sure,
        who=report.who,
        hidden=report.hidden,
        is_too_few=laid_out.is_too_few,
        has_lines=shown.structure.verdict is not Verdict.NO_STRUCTURE,
        has_groups=report.has_groups,
        map=report.map,
        curves=report.curves,
        strip=report.strip,
        binds=_list(shown, lists.binds, report.binds, languages),
        divides=_list(shown, lists.divides, report.divides, languages),
        no_opinion=_list(shown, lists.no_opinion, report.no_opinion, languages),
        empty=report.empty,
        middle=report.middle,
        parts=report.parts,
        shortened=report.shortened,
        polarisation=report.polarisation,
        integrity=report.integrity,
        statements=tuple(_rows(shown, report, languages)),
        gap=draw_gaps(gaps, language=language),
    )


def languages_of(conversation_id: int) -> dict[str, str]:
    """The language of each statement, by number."""
    found = Statement.objects.filter(conversation_id=conversation_id).values_list("number", "language")
    return {str(number): language for number, language in found}


def _list(
    shown: DisclosedLandscape,
    places: tuple[DisclosedRanked, ...],
    items: tuple[Item, ...],
    languages: Mapping[str, str],
) -> ShortList:
    """The report's items with the numbers of their statements; both follow the same order."""
    made = []
    for place, item in zip(places, items, strict=False):
        number = shown.statements[place.statement].id
        made.append(
            ListedStatement(number, item.text, languages.get(number, ""), item.direction, item.note, item.chart)
        )
    return ShortList(tuple(made[:SHORT]), tuple(made[SHORT:]))


def _rows(shown: DisclosedLandscape, report: ReportPage, languages: Mapping[str, str]) -> Iterable[StatementRow]:
    for said, row in zip(shown.statements, report.statements.rows, strict=False):
        yield StatementRow(said.id, row[0], languages.get(said.id, ""), *row[1:5])


def draw_gaps(gaps: Iterable[PerceptionGap], *, language: str) -> Chart | None:
    """The widest differences between what people expect and what others answer; None where nobody was asked."""
    widest = sorted(gaps, key=lambda gap: (-abs(gap.gap.value or 0.0), gap.statement_number))[:MOST_GAPS]
    if not widest:
        return None
    rows = [GapRow(gap.text, gap.perceived, gap.actual, gap.gap) for gap in widest]
    return draw_perception_gap(rows, wording_for(language))

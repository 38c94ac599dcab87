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
from houvast.queries.gather.words import Words

SHORT = 5
MOST_GAPS = 12


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A statement in a list; number is its anchor in the table of all statements. direction: agree or disagree."""

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
    """All that may be said about the answers to one statement, in words. original: where the text is a translation."""

    number: str
    text: str
    language: str
    original: str
    original_language: str
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
    laid_out: LaidOut, gaps: Iterable[PerceptionGap], *, words: Mapping[str, Words], language: str
) -> ShownResult | None:
    """The result, or None where there are so few people or answers that nothing at all may be said.

    words: of the statements by number, the same as were laid out.
    """
    shown, report = laid_out.shown, laid_out.report
    if report is None:
        return None
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
        binds=_list(shown, lists.binds, report.binds, words),
        divides=_list(shown, lists.divides, report.divides, words),
        no_opinion=_list(shown, lists.no_opinion, report.no_opinion, words),
        empty=report.empty,
        middle=report.middle,
        parts=report.parts,
        shortened=report.shortened,
        polarisation=report.polarisation,
        integrity=report.integrity,
        statements=tuple(_rows(shown, report, words)),
        gap=draw_gaps(gaps, words=words, language=language),
    )


def _list(
    shown: DisclosedLandscape,
    places: tuple[DisclosedRanked, ...],
    items: tuple[Item, ...],
    words: Mapping[str, Words],
) -> ShortList:
    """The report's items with the numbers of their statements; both follow the same order."""
    made = []
    for place, item in zip(places, items, strict=False):
        number = shown.statements[place.statement].id
        language = words[number].language if number in words else ""
        made.append(ListedStatement(number, item.text, language, item.direction, item.note, item.chart))
    return ShortList(tuple(made[:SHORT]), tuple(made[SHORT:]))


def _rows(shown: DisclosedLandscape, report: ReportPage, words: Mapping[str, Words]) -> Iterable[StatementRow]:
    for said, row in zip(shown.statements, report.statements.rows, strict=False):
        own = words.get(said.id, Words("", "", ""))
        original = (own.original, own.original_language) if said.text else ("", "")
        yield StatementRow(said.id, row[0], own.language, *original, *row[1:5])


def draw_gaps(gaps: Iterable[PerceptionGap], *, words: Mapping[str, Words], language: str) -> Chart | None:
    """The widest differences between what people expect and what others answer; None where nobody was asked."""
    widest = sorted(gaps, key=lambda gap: (-abs(gap.gap.value or 0.0), gap.statement_number))[:MOST_GAPS]
    if not widest:
        return None
    rows = [GapRow(_read(gap, words), gap.perceived, gap.actual, gap.gap) for gap in widest]
    return draw_perception_gap(rows, wording_for(language))


def _read(gap: PerceptionGap, words: Mapping[str, Words]) -> str:
    """The statement as the reader reads it; nothing where it was withdrawn."""
    own = words.get(str(gap.statement_number))
    return own.text if gap.text and own else gap.text

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report: one HTML file that holds everything, for a policy adviser to read, print and pass on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from houvast.charts.chart import Chart, Table
from houvast.charts.divisiveness_strip import draw_divisiveness_strip, say_statements_hidden
from houvast.charts.opinion_map import draw_opinion_map
from houvast.charts.segment_look import Look, look_of_segments
from houvast.charts.share_rows import draw_share_rows, say_estimate
from houvast.charts.spread_curves import draw_spread_curves
from houvast.charts.wording import Wording, say_share
from houvast.engine.disclosure.result import DisclosedCharacteristic, DisclosedLandscape, DisclosedRanked
from houvast.engine.landscape.result import SegmentKind
from houvast.exchange import landscape_answer as answer
from houvast.exchange.page_templates import fill_page
from houvast.exchange.texts import Texts

MOST_STATEMENTS = 1500
SHORT_LIST = 5


@dataclass(frozen=True, slots=True)
class Item:
    """A statement in a list: its text, which answer is meant, what is said about it, and its chart if it has one."""

    text: str
    direction: str
    note: str
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Part:
    """A group, a stretch or the people in between."""

    name: str
    facts: str
    items: tuple[Item, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All that the template gets to see."""

    language: str
    title: str
    verdict: str
    explanation: tuple[str, ...]
    sure: tuple[str, ...]
    who: tuple[str, ...]
    hidden: str
    map: Chart
    curves: Chart
    strip: Chart
    has_groups: bool
    binds: tuple[Item, ...]
    divides: tuple[Item, ...]
    middle: Part | None
    parts: tuple[Part, ...]
    no_opinion: tuple[Item, ...]
    no_opinion_hidden: str
    empty: str
    shortened: str
    representative: tuple[Item, ...]
    covered: str
    polarisation: tuple[str, ...]
    integrity: tuple[str, ...]
    statements: Table
    left_out: int
    settings: Table
    notes: tuple[str, ...]


def write_report(landscape: DisclosedLandscape, *, language: str) -> str:
    """The whole file."""
    wording = Texts(language)
    return fill_page("landscape_report", make_page(landscape, wording), styles=("landscape_report",), say=wording.say)


def make_page(landscape: DisclosedLandscape, wording: Wording) -> ReportPage:
    """Everything on the page, in words."""
    lists = landscape.lists
    middle = [i for i, s in enumerate(landscape.segments) if s.is_middle]
    sides = [i for i, s in enumerate(landscape.segments) if not s.is_middle]
    looks = look_of_segments(landscape, wording)
    return ReportPage(
        language=wording.language,
        title=landscape.facts.title or wording.say("Opinion landscape"),
        verdict=answer.say_verdict(landscape, wording),
        explanation=tuple(answer.explain_verdict(landscape, wording)),
        sure=tuple(answer.say_how_sure(landscape, wording)),
        who=tuple(answer.say_who_took_part(landscape, wording)),
        hidden=answer.say_hidden(landscape, wording),
        map=draw_opinion_map(landscape, wording),
        curves=draw_spread_curves(landscape, wording),
        strip=draw_divisiveness_strip(landscape, wording),
        has_groups=landscape.segment_kind is SegmentKind.GROUP,
        binds=_ranked_items(landscape, lists.binds, wording, with_direction=True),
        divides=_ranked_items(landscape, lists.divides, wording, with_direction=False),
        middle=_part(landscape, middle[0], looks[middle[0]], wording) if middle else None,
        parts=tuple(_part(landscape, i, looks[i], wording) for i in sides),
        no_opinion=_plain_items(landscape, lists.no_opinion[:SHORT_LIST], wording, passes=True),
        no_opinion_hidden=_no_opinion_hidden(landscape, wording),
        empty=answer.say_empty_list(landscape, wording),
        shortened=answer.say_shortened(landscape, wording),
        representative=_plain_items(landscape, lists.representative, wording, passes=False),
        covered=_covered(landscape, wording),
        polarisation=tuple(answer.say_polarisation(landscape, wording)),
        integrity=tuple(answer.say_integrity(landscape, wording)),
        statements=_statements(landscape, wording),
        left_out=len(landscape.left_out_statements),
        settings=_settings(landscape, wording),
        notes=landscape.facts.notes,
    )


def _text(landscape: DisclosedLandscape, statement: int, wording: Wording) -> str:
    said = landscape.statements[statement]
    return said.text or wording.say("Statement {id}", id=said.id)


def _ranked_items(
    landscape: DisclosedLandscape, places: tuple[DisclosedRanked, ...], wording: Wording, *, with_direction: bool
) -> tuple[Item, ...]:
    return tuple(
        Item(
            text=_text(landscape, place.statement, wording),
            direction=answer.say_direction(place.direction, wording) if with_direction else "",
            note=answer.say_rank(place, i, wording),
            chart=draw_share_rows(landscape, place.statement, wording),
        )
        for i, place in enumerate(places, start=1)
    )


def _plain_items(
    landscape: DisclosedLandscape, places: tuple[DisclosedRanked, ...], wording: Wording, *, passes: bool
) -> tuple[Item, ...]:
    """Items without a chart: the share that passed, or that gave the answer meant."""
    made = []
    for place in places:
        answers = landscape.statements[place.statement].answers
        if passes:
            note = wording.say("Passed: {share}", share=say_estimate(answers.pass_share, wording))
        elif place.direction == "disagree":
            note = wording.say("Disagree: {share}", share=say_estimate(answers.disagree_share, wording))
        else:
            note = wording.say("Agree: {share}", share=say_estimate(answers.agree_share, wording))
        made.append(Item(_text(landscape, place.statement, wording), "", note, None))
    return tuple(made)


def _part(landscape: DisclosedLandscape, index: int, look: Look, wording: Wording) -> Part:
    segment = landscape.segments[index]
    facts = wording.count(
        "{n} person, {share} of everybody who is counted.",
        "{n} people, {share} of everybody who is counted.",
        segment.size,
        share=say_share(segment.share, wording),
    )
    if segment.with_unplaced:
        facts += " " + wording.say(
            "People with too few votes to place, or from groups too small to describe, are counted here."
        )
    found = landscape.lists.stands_for[index][:SHORT_LIST]
    items = tuple(_characteristic(landscape, c, wording) for c in found)
    return Part(look.name, facts, items, answer.say_none_shown(landscape, wording, segment=index))


def _characteristic(landscape: DisclosedLandscape, found: DisclosedCharacteristic, wording: Wording) -> Item:
    points = wording.number(abs(found.difference.value or 0) * 100)
    low, high = sorted((abs(found.difference.low) * 100, abs(found.difference.high) * 100))
    values = {"points": points, "low": wording.number(low), "high": wording.number(high)}
    more = (found.difference.value or 0) >= 0
    if found.direction == "agree":
        told = (
            wording.say("Agrees more often than others: {points} points ({low} to {high}).", **values)
            if more
            else wording.say("Agrees less often than others: {points} points ({low} to {high}).", **values)
        )
    else:
        told = (
            wording.say("Disagrees more often than others: {points} points ({low} to {high}).", **values)
            if more
            else wording.say("Disagrees less often than others: {points} points ({low} to {high}).", **values)
        )
    text = _text(landscape, found.statement, wording)
    return Item(text, "", told, draw_share_rows(landscape, found.statement, wording))


def _covered(landscape: DisclosedLandscape, wording: Wording) -> str:
    covered = landscape.lists.representative_covered
    if covered is None or covered.value is None or not landscape.lists.representative:
        return ""
    share = say_estimate(covered, wording)
    if covered.n is None:
        return wording.say(
            "Of the people who answered at least one of these statements, {share} gave at least one of these answers.",
            share=share,
        )
    return wording.count(
        "Of the {n} person who answered at least one of these statements, {share} gave at least one of these answers.",
        "Of the {n} people who answered at least one of these statements, {share} gave at least one of these answers.",
        covered.n,
        share=share,
    )


def _no_opinion_hidden(landscape: DisclosedLandscape, wording: Wording) -> str:
    """How many statements cannot stand in the list of passes because counts are hidden."""
    hidden = sum(s.answers.passed is None or s.answers.n is None for s in landscape.statements)
    return say_statements_hidden(hidden, k=landscape.k, wording=wording) if hidden else ""


def _statements(landscape: DisclosedLandscape, wording: Wording) -> Table:
    say = wording.say
    head = (say("Statement"), say("Answered"), say("Agree"), say("Disagree"), say("Pass"))
    rows = []
    for index, s in enumerate(landscape.statements[:MOST_STATEMENTS]):
        a = s.answers
        n = say("hidden") if a.n is None else wording.number(a.n)
        shares = (say_estimate(share, wording) for share in (a.agree_share, a.disagree_share, a.pass_share))
        rows.append((_text(landscape, index, wording), n, *shares))
    return Table(head, tuple(rows))


def _settings(landscape: DisclosedLandscape, wording: Wording) -> Table:
    say, settings, facts = wording.say, landscape.settings, landscape.facts
    rows = (
        (say("Source"), facts.format),
        (say("Signs in the source"), facts.sign),
        (say("Seed"), str(settings.seed)),
        (say("Smallest number shown"), str(landscape.k)),
        (say("Intervals"), wording.percent(settings.level)),
        (say("Houvast version"), metadata.version("houvast")),
    )
    return Table((say("Setting"), say("Value")), rows)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The attention list as one HTML file that holds everything, for the weekly table to read, print and throw away."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.charts.attention_sentences import say_against, say_budget, say_nothing, say_where
from houvast.charts.chart import Chart
from houvast.charts.series_band import draw_series_band
from houvast.charts.wording import Wording
from houvast.engine.attention.kept_evidence import PointEvidence
from houvast.exchange.attention_answer import AttentionAnswer, say_input, say_point, say_silent
from houvast.exchange.page_templates import fill_page
from houvast.exchange.texts import Texts


@dataclass(frozen=True, slots=True)
class ReportedPoint:
    """A point in words with its chart; against: readings against it, the strongest first."""

    heading: str
    sentences: tuple[str, ...]
    chart: Chart
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttentionReport:
    """All that the template gets to see."""

    language: str
    title: str
    facts: tuple[str, ...]
    announced: tuple[ReportedPoint, ...]
    nothing: tuple[str, ...]
    watch: tuple[ReportedPoint, ...]
    silent: tuple[tuple[str, str], ...]


def write_attention_report(answer: AttentionAnswer, *, language: str) -> str:
    """The whole page; nothing in it is loaded from elsewhere."""
    wording = Texts(language)
    return fill_page("attention_report", make_report(answer, wording), styles=("landscape_report",), say=wording.say)


def make_report(answer: AttentionAnswer, wording: Wording) -> AttentionReport:
    """Everything on the page, in words."""
    is_quiet = not answer.announced and answer.result.threshold is not None
    return AttentionReport(
        language=wording.language,
        title=wording.say("Attention list of week {week}", week=answer.week),
        facts=(say_budget(answer.result.budget, wording), *say_input(answer, wording)),
        announced=tuple(_in_words(one, wording) for one in answer.announced),
        nothing=say_nothing(wording) if is_quiet else (),
        watch=tuple(_in_words(one, wording) for one in answer.watch),
        silent=tuple((name, say_silent(one, wording)) for name, one in answer.silent),
    )


def _in_words(one: PointEvidence, wording: Wording) -> ReportedPoint:
    return ReportedPoint(
        heading=say_where(one.theme, one.areas, wording),
        sentences=say_point(one, wording),
        chart=draw_series_band(one.series, marked=(one.first_week, one.last_week), wording=wording),
        against=tuple(say_against(reading, one, wording) for reading in one.against),
    )

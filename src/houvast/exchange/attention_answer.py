# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the attention list of a file say? As words for people, and as attention.json for programs.

Schema houvast/attention/1. Names of areas, themes and sources are those of the file; reporters are counted, not named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from houvast.charts.attention_sentences import (
    say_against,
    say_budget,
    say_detectors,
    say_evidence,
    say_nothing,
    say_recurrence,
    say_shortage,
    say_where,
    say_without_one,
)
from houvast.charts.reason_sentences import say_reason
from houvast.charts.wording import Wording
from houvast.domain.attention import PointKind
from houvast.engine.attention.kept_evidence import PointEvidence, gather_evidence
from houvast.engine.attention.points import AttentionResult, SilentArea
from houvast.exchange.observation_file import ObservationFile
from houvast.exchange.typed_json import plain_values

SCHEMA = "houvast/attention/1"


@dataclass(frozen=True, slots=True)
class AttentionAnswer:
    """The list of a file: points that are announced and that stay on the watch list, with their evidence."""

    week: str
    result: AttentionResult
    announced: tuple[PointEvidence, ...]
    watch: tuple[PointEvidence, ...]
    silent: tuple[tuple[str, SilentArea], ...]
    seed: int


def make_answer(read: ObservationFile, result: AttentionResult, *, seed: int) -> AttentionAnswer:
    """The result of the engine with the names of the file."""
    weeks = read.week_names()

    def named(points: Any) -> tuple[PointEvidence, ...]:
        return tuple(gather_evidence(read.table, one, weeks=weeks, sources=read.sources) for one in points)

    silent = tuple((_name_silent(one, read), one) for one in result.silent)
    return AttentionAnswer(weeks[-1], result, named(result.points), named(result.watch), silent, seed)


def _name_silent(one: SilentArea, read: ObservationFile) -> str:
    if one.area is not None:
        return read.table.areas[one.area]
    return read.sources[one.source] if one.source is not None else ""


def write_json(answer: AttentionAnswer) -> str:
    """attention.json; numbers to six significant digits."""
    result = answer.result
    document = {
        "schema": SCHEMA,
        "week": answer.week,
        "input": {
            "observations": result.n_observations,
            "weeks": result.n_weeks,
            "areas": result.n_areas,
            "themes": result.n_themes,
            "reporters": result.n_reporters,
        },
        "budget_a_month": result.budget,
        "threshold": result.threshold,
        "calibrated": result.calibrated,
        "too_little": [plain_values(one) for one in result.too_little],
        "points": [plain_values(one) for one in answer.announced],
        "watch": [plain_values(one) for one in answer.watch],
        "silent": [{"name": name, **plain_values(one)} for name, one in answer.silent],
        "settings": {"seed": answer.seed, "houvast": metadata.version("houvast")},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def say_answer(answer: AttentionAnswer, wording: Wording) -> str:
    """The list as text, for a terminal."""
    return "\n".join(_lines(answer, wording))


def _lines(answer: AttentionAnswer, wording: Wording) -> Iterator[str]:
    yield wording.say("Attention list of week {week}", week=answer.week)
    yield say_budget(answer.result.budget, wording)
    yield from say_input(answer, wording)
    for one in answer.announced:
        yield from ("", say_where(one.theme, one.areas, wording), *(f"  {s}" for s in say_point(one, wording)))
    if not answer.announced and answer.result.threshold is not None:
        yield from ("", *say_nothing(wording))
    if answer.watch:
        yield from ("", wording.say("Watch list: too few signals or reporters to announce"))
        yield from (f"  {say_where(o.theme, o.areas, wording)}: {say_evidence(o, wording)}" for o in answer.watch)
    for name, silent in answer.silent:
        yield from ("", f"{name}. {say_silent(silent, wording)}")


def say_input(answer: AttentionAnswer, wording: Wording) -> tuple[str, ...]:
    """How much there was to look at, and what is short."""
    result = answer.result
    counts = wording.say(
        "{signals} signals of {weeks} weeks, {areas} areas and {themes} themes.",
        signals=wording.number(result.n_observations),
        weeks=wording.number(result.n_weeks),
        areas=wording.number(result.n_areas),
        themes=wording.number(result.n_themes),
    )
    return (counts, *(say_shortage(one, wording) for one in result.too_little))


def say_point(one: PointEvidence, wording: Wording) -> tuple[str, ...]:
    """All sentences of a point."""
    seen = wording.say("Seen as: {how}.", how="; ".join(say_detectors(one, wording)))
    against = [
        wording.say("Against it: {what}", what=say_against(reading, one, wording)) for reading in one.against[:1]
    ]
    return (
        say_evidence(one, wording),
        say_recurrence(one.recurrence_months, wording),
        say_without_one(one, wording),
        seen,
        *against,
    )


def say_silent(one: SilentArea, wording: Wording) -> str:
    """How long nothing came, and what is not known."""
    return say_reason(PointKind.SILENCE, {"weeks": one.weeks, "expected": one.expected}, wording)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the texts of a file say about themes? Proposals a row, how many a theme, what is new, and how it is written.

No text of the file is in the report: rows are named by their line, and words that emerge only where enough reporters
used them. Personal data is blanked before words are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from houvast.domain.week import write_week
from houvast.engine.language.emerging_themes import EarlierLooks, Emerging, find_emerging, look_back, split_terms
from houvast.engine.language.language_identification import identify_language
from houvast.engine.language.person_data import find_person_data
from houvast.engine.language.readability import Readability, measure_readability
from houvast.engine.language.repeats import Sameness, find_repeats
from houvast.engine.language.theme_learning import LearnedThemes, learn_themes
from houvast.engine.language.theme_list import LANGUAGE, ThemeList
from houvast.engine.language.theme_suggestions import ThemeSuggestion, suggest_themes
from houvast.exchange.csv_text import write_csv_text
from houvast.exchange.text_rows import TextRows, monday_of_number

SCHEMA = "houvast/themes/1"
LANGUAGES = ("nl", "en", "de", "fr", "es", "tr", "ar", "pl", "uk")
UNKNOWN = "unknown"
HEAD = ("line", "language", "theme_1", "reasons_1", "theme_2", "reasons_2", "theme_3", "reasons_3", "repeats_line")
MOST = 3

Progress = Callable[[int, int], None]


class _Stream(TypedDict):
    """The arguments that a look at emerging themes takes."""

    weeks: NDArray[np.int64]
    reporters: NDArray[np.int64]
    tokens: list[tuple[str, ...]]
    now: int


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """themes: the list; languages: those that occur; k: fewer reporters than this and a word is not shown."""

    themes: ThemeList
    languages: tuple[str, ...] = LANGUAGES
    k: int = 10


@dataclass(frozen=True, slots=True)
class RowThemes:
    """A row by its line: language or "unknown", the proposals, and the line of the earlier row that says the same."""

    line: int
    language: str
    suggestions: tuple[ThemeSuggestion, ...]
    repeats: int | None


@dataclass(frozen=True, slots=True)
class Writing:
    """How the Dutch texts are written: n, and of those with words enough the medians. jargon: texts a word."""

    n: int
    words: float | None
    words_per_sentence: float | None
    long_share: float | None
    unknown_share: float | None
    with_passive: int
    jargon: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ThemeReport:
    """Everything. first, proposed: rows a theme, as the first and as any proposal; emerging: None without weeks."""

    settings: ThemeSettings
    rows: tuple[RowThemes, ...]
    first: tuple[int, ...]
    proposed: tuple[int, ...]
    no_theme: int
    empty: int
    languages: tuple[tuple[str, int], ...]
    writing: Writing
    emerging: Emerging | None
    looked_back: EarlierLooks
    knows_reporters: bool
    learned: int

    def to_dict(self) -> dict[str, Any]:
        """As plain values for JSON, keys in a fixed order."""
        return _document(self)

    def table(self) -> str:
        """CSV: a line for each row, with its proposals and reasons."""
        return write_csv_text(head=HEAD, rows=[_cells(row) for row in self.rows])


def report_themes(
    rows: TextRows, *, settings: ThemeSettings, learned: LearnedThemes, progress: Progress
) -> ThemeReport:
    """The report. progress(done, all) is called now and then. ValueError where learned belongs to another list."""
    themes = settings.themes
    repeats = {
        repeat.later: rows.lines[repeat.earlier]
        for repeat in find_repeats(rows.texts)
        if repeat.sameness is Sameness.SAME
    }
    found: list[RowThemes] = []
    for at, text in enumerate(rows.texts):
        language = identify_language(text, candidates=settings.languages) or UNKNOWN
        suggestions = suggest_themes(text, themes=themes, learned=learned, most=MOST)
        found.append(RowThemes(rows.lines[at], language, suggestions, repeats.get(at)))
        progress(at + 1, len(rows.texts))
    stream = _stream(rows)
    counts = Counter(row.suggestions[0].code for row in found if row.suggestions)
    proposed = Counter(one.code for row in found for one in row.suggestions)
    dutch = [text for text, row in zip(rows.texts, found, strict=True) if row.language == LANGUAGE]
    return ThemeReport(
        settings=settings,
        rows=tuple(found),
        first=tuple(counts[code] for code in themes.codes()),
        proposed=tuple(proposed[code] for code in themes.codes()),
        no_theme=sum(not row.suggestions for row in found),
        empty=rows.empty,
        languages=tuple(Counter(row.language for row in found).most_common()),
        writing=_writing([measure_readability(text) for text in dutch]),
        emerging=None if stream is None else find_emerging(**stream, k_reporters=settings.k),
        looked_back=EarlierLooks(0, 0) if stream is None else look_back(**stream),
        knows_reporters=rows.reporters is not None,
        learned=len(learned.texts),
    )


def learn_from_rows(rows: TextRows, *, settings: ThemeSettings, embedder: Any) -> LearnedThemes:
    """What the rows with a confirmed theme teach; nothing where the file has none."""
    confirmed = rows.confirmed or ("",) * len(rows.texts)
    return learn_themes(rows.texts, confirmed, settings.themes, embedder=embedder)


def _stream(rows: TextRows) -> _Stream | None:
    """What emerging themes are looked for in. Each row is its own reporter where the file does not say who reported."""
    if rows.weeks is None or not rows.weeks:
        return None
    names = rows.reporters or tuple(map(str, range(len(rows.texts))))
    places = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return {
        "weeks": np.array(rows.weeks, dtype=np.int64),
        "reporters": np.array([places[name] for name in names], dtype=np.int64),
        "tokens": [split_terms(_without_person_data(text)) for text in rows.texts],
        "now": max(rows.weeks),
    }


def _without_person_data(text: str) -> str:
    for found in reversed(find_person_data(text, language=LANGUAGE)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _writing(measured: Sequence[Readability]) -> Writing:
    jargon = Counter(word for one in measured for word in {found.word.lower() for found in one.jargon})
    return Writing(
        n=len(measured),
        words=median(one.words for one in measured) if measured else None,
        words_per_sentence=_median([one.words_per_sentence for one in measured]),
        long_share=_median([one.long_share for one in measured]),
        unknown_share=_median([one.unknown_share for one in measured]),
        with_passive=sum(bool(one.passives) for one in measured),
        jargon=tuple(jargon.most_common(10)),
    )


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(median(known)) if known else None


def _cells(row: RowThemes) -> list[str]:
    cells = [str(row.line), row.language]
    for at in range(MOST):
        one = row.suggestions[at] if at < len(row.suggestions) else None
        cells += ["", ""] if one is None else [one.code, ", ".join(r.text for r in one.reasons if r.kind == "word")]
    return [*cells, "" if row.repeats is None else str(row.repeats)]


def _document(report: ThemeReport) -> dict[str, Any]:
    themes = report.settings.themes
    return {
        "schema": SCHEMA,
        "n": len(report.rows),
        "empty_rows": report.empty,
        "list": {"name": themes.name, "version": themes.version, "learned_from": report.learned},
        "themes": [
            {"code": code, "first": first, "proposed": proposed}
            for code, first, proposed in zip(themes.codes(), report.first, report.proposed, strict=True)
        ],
        "no_theme_yet": report.no_theme,
        "languages": dict(report.languages),
        "writing": asdict(report.writing),
        "emerging": _emerging_document(report),
        "rows": [_row_document(row) for row in report.rows],
    }


def _emerging_document(report: ThemeReport) -> dict[str, Any] | None:
    found = report.emerging
    if found is None:
        return None
    terms = [
        asdict(term) | {"weeks": [write_week(monday_of_number(week)) for week in term.weeks]} for term in found.terms
    ]
    more = {
        "k": report.settings.k,
        "knows_reporters": report.knows_reporters,
        "looked_back": asdict(report.looked_back),
    }
    return asdict(found) | {"terms": terms} | more


def _row_document(row: RowThemes) -> dict[str, Any]:
    suggestions = [
        {
            "code": one.code,
            "score": round(one.score, 3),
            "words": [reason.text for reason in one.reasons if reason.kind == "word"],
        }
        for one in row.suggestions
    ]
    return {"line": row.line, "language": row.language, "suggestions": suggestions, "repeats_line": row.repeats}

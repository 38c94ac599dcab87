# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the report count what it says, tell no text, and hide words of few reporters and of persons?"""

from __future__ import annotations

import csv
import io
import json

import numpy as np
from engine.language.language_data import read_rows
from engine.language.theme_data import SMALL, TEXTS, TRUTH, TinyModel

from houvast.exchange.text_rows import TextRows
from houvast.exchange.theme_pack import read_theme_pack
from houvast.exchange.theme_report import ThemeReport, ThemeSettings, learn_from_rows, report_themes

LIST = read_theme_pack()


def report(rows: TextRows, settings: ThemeSettings | None = None) -> ThemeReport:
    settings = settings or ThemeSettings(LIST)
    learned = learn_from_rows(rows, settings=settings, embedder=TinyModel())
    return report_themes(rows, settings=settings, learned=learned, progress=lambda done, total: None)


def rows_of(texts: tuple[str, ...], **more: tuple[object, ...]) -> TextRows:
    columns = {"weeks": None, "reporters": None, "confirmed": None, **more}
    return TextRows(lines=tuple(range(2, len(texts) + 2)), texts=texts, empty=0, **columns)  # type: ignore[arg-type]


def stream(people: int) -> TextRows:
    """Twenty weeks of ten of our signals, and in the last three four on one new subject, with a name in each."""
    rng = np.random.default_rng(1)
    usual = [(week, TEXTS[i]) for week in range(20) for i in rng.integers(89, size=10)]
    new = [
        (week, f"{row['text']}, zegt mevrouw Yildirim") for week in (17, 18, 19) for row in read_rows("emerging")[:4]
    ]
    both = usual + new
    return rows_of(
        tuple(text for _, text in both),
        weeks=tuple(week for week, _ in both),
        reporters=tuple(f"m{i % people}" for i in range(len(both))),
    )


def test_the_counts_add_up() -> None:
    found = report(rows_of(TEXTS))
    assert sum(found.first) + found.no_theme == len(TEXTS) == sum(n for _, n in found.languages)
    assert all(first <= proposed for first, proposed in zip(found.first, found.proposed, strict=True))
    assert (found.emerging, found.learned, found.writing.n) == (None, 0, dict(found.languages)["nl"])


def test_no_text_is_in_the_report() -> None:
    found = report(stream(12))
    written = json.dumps(found.to_dict(), ensure_ascii=False) + found.table()
    assert [text for text in TEXTS if text in written] == []
    assert "yildirim" not in written.lower()


def test_new_words_with_their_reporters() -> None:
    shown = report(stream(12), ThemeSettings(LIST, k=2)).to_dict()["emerging"]
    words = [word for term in shown["terms"] for word in term["words"]]
    assert "fatbike" in words
    assert shown["terms"][0]["weeks"] == ["1970-W19", "1970-W20", "1970-W21"]
    assert shown["looked_back"]["looks"] == 1
    hidden = report(stream(12), ThemeSettings(LIST, k=13)).to_dict()["emerging"]
    assert [term["words"] for term in hidden["terms"]] == [() for _ in shown["terms"]]


def test_without_reporters_each_row_is_one() -> None:
    rows = rows_of(stream(12).texts, weeks=stream(12).weeks or ())
    found = report(rows, ThemeSettings(LIST, k=2))
    assert not found.knows_reporters
    assert found.emerging is not None
    assert found.emerging.terms[0].documents == found.emerging.terms[0].reporters


def test_a_row_that_says_the_same_names_the_earlier_line() -> None:
    found = report(
        rows_of(("Te hard gereden in de Dorpsstraat", "Geen huis te vinden", "te hard gereden in de dorpstraat!"))
    )
    assert [row.repeats for row in found.rows] == [None, None, 2]


def test_confirmed_rows_are_learned_from() -> None:
    found = report(rows_of(TEXTS, confirmed=TRUTH))
    assert found.learned == sum(map(bool, TRUTH))
    assert sum(found.first) >= 0.9 * found.learned


def test_the_table_has_a_line_a_row_and_guards_formulas() -> None:
    found = report(rows_of(("Jeugd bij de school", "Mooi weer")), ThemeSettings(SMALL))
    head, first, second = csv.reader(io.StringIO(found.table().lstrip("\ufeff")))
    assert head[:4] == ["line", "language", "theme_1", "reasons_1"]
    assert first[2:6] == ["jeugd", "jeugd, school", "verkeer", "school"]
    assert second[2:] == [""] * 7


def test_an_empty_file() -> None:
    found = report(rows_of(()))
    assert (found.rows, found.no_theme, found.languages, found.writing.words) == ((), 0, (), None)
    assert json.loads(json.dumps(found.to_dict()))["n"] == 0

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the places right, whatever the cell holds, and is a file written as a whole or not at all?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.engine.language.person_data_kinds import PersonDataKind
from houvast.exchange.scrubbed_table import (
    MARKS,
    ScrubbedRow,
    Span,
    TableWriter,
    find_spans,
    open_table,
    put_marks,
    scrub_rows,
    write_row,
)


def rows_of(path: Path, text: str, column: str = "text") -> list[ScrubbedRow]:
    path.write_bytes(text.encode("utf-8"))
    header, at = open_table(str(path), column=column)
    return list(scrub_rows(header, column=at, language="nl"))


def test_every_kind_has_its_mark() -> None:
    assert set(MARKS) == set(PersonDataKind)
    assert len(set(MARKS.values())) == len(MARKS)


def test_places_are_those_of_the_cell_as_given() -> None:
    text = "bel 06\u200b-12345678 of Ze\u0301ra"
    spans = find_spans(text, language="nl")
    assert text[spans[0].start : spans[0].end] == "06\u200b-12345678"
    assert put_marks(text, spans[:1]) == "bel [TELEFOON] of Ze\u0301ra"


def test_rows_are_numbered_under_the_header_and_blank_lines_are_none(tmp_path: Path) -> None:
    found = rows_of(tmp_path / "a.csv", 'id;text\r\n1;"bel\n06-12345678"\r\n\r\n2;niets\r\n3;mail a@example.com\r\n')
    assert [(row.number, row.line, [span.kind.value for span in row.spans]) for row in found] == [
        (1, 2, ["phone"]), (2, 5, []), (3, 6, ["email"]),
    ]  # fmt: skip
    assert found[0].cells == ("1", "bel\n[TELEFOON]")
    assert found[0].to_dict() == {"row": 1, "spans": [{"kind": "phone", "start": 4, "end": 15}]}


def test_the_column_must_be_there_once(tmp_path: Path) -> None:
    with pytest.raises(FileRejected, match='line 1: there is no column "tekst"'):
        rows_of(tmp_path / "a.csv", "id,text\n1,a\n", "tekst")
    with pytest.raises(FileRejected, match='2 columns are called "text"'):
        rows_of(tmp_path / "a.csv", "text,Text\n1,a\n")


def test_a_row_that_ends_too_early_says_its_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(FileRejected, match=r"line 3, column 2 \(text\): this row ends before that column"):
        rows_of(tmp_path / "a.csv", "id,text\n1,a\n2\n")


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    path, out = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text("id,text\n1,bel 06-12345678\n2\n", encoding="utf-8")
    header, at = open_table(str(path), column="text")
    with pytest.raises(FileRejected):
        _write_all(scrub_rows(header, column=at, language="nl"), TableWriter(out, header))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv"]


def _write_all(rows: Iterator[ScrubbedRow], opened: TableWriter) -> None:
    with opened as writer:
        for row in rows:
            writer.write(row)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\na\n", encoding="utf-8")
    header, _ = open_table(str(path), column="text")
    with pytest.raises(FileRejected, match="cannot be written"), TableWriter(tmp_path / "no" / "b.csv", header):
        raise AssertionError


def test_cells_with_separators_and_quotes_come_back() -> None:
    assert write_row(["a;b", 'c"d', "e"], separator=";") == '"a;b";"c""d";e\n'


@given(st.text(max_size=80))
def test_spans_are_in_order_inside_and_apart(text: str) -> None:
    spans = find_spans(text, language="nl")
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert put_marks(text, spans).count("[") >= len(spans)


@given(
    st.lists(
        st.sampled_from(["bel ", "06-12345678", " \u200b", "mail a@example.com ", "é", "\n", "😀", "Fatima Yilmaz "])
    )
)
def test_what_was_marked_is_not_found_again(parts: list[str]) -> None:
    text = "".join(parts)
    certain = [s for s in find_spans(text, language="nl") if s.kind is not PersonDataKind.NAME]
    left = find_spans(put_marks(text, certain), language="nl")
    assert [span for span in left if span.kind in {PersonDataKind.PHONE, PersonDataKind.EMAIL}] == []


def test_spans_are_values() -> None:
    assert Span(PersonDataKind.NAME, 0, 1) == Span(PersonDataKind.NAME, 0, 1)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a file of signals read whatever its dialect, and is trouble told by line?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.exchange.observation_rows import COLUMN_GUESSES, FIELDS, MOST_ROWS, guess_columns, read_names, read_rows

COLUMNS = {"week": "Datum", "seen": "Signaal", "area": "Wijk"}
NAME = "meldingen.csv"


def read(text: str, columns: dict[str, str] = COLUMNS, encoding: str = "utf-8") -> list[tuple[int, date, str]]:
    rows = read_rows(text.encode(encoding), columns=columns, name=NAME)
    return [(row.line, row.week, row.cells["seen"]) for row in rows]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_dialect_reads_the_same(separator: str, encoding: str, end: str) -> None:
    lines = ["Datum;Signaal;Wijk", "2026-02-13;Ruzie bij de school;Noord", "13-02-2026;Samen koffie;Zuid"]
    text = end.join(lines).replace(";", separator)
    assert read(text, encoding=encoding) == [
        (2, date(2026, 2, 9), "Ruzie bij de school"),
        (3, date(2026, 2, 9), "Samen koffie"),
    ]


@pytest.mark.parametrize("written", ["2026-W07", "2026W07", "2026-02-11", "11-02-2026", "11/02/2026", "20260211"])
def test_days_and_weeks_become_mondays(written: str) -> None:
    assert read(f"Datum;Signaal;Wijk\n{written};x;y")[0][1] == date(2026, 2, 9)


def test_line_breaks_in_quotes_and_blank_lines_keep_the_lines_true() -> None:
    text = 'Datum;Signaal;Wijk\n2026-W07;"een\ntwee";a\n\n2026-W08;drie;b\n'
    assert [(line, seen) for line, _week, seen in read(text)] == [(2, "een\ntwee"), (5, "drie")]


def test_our_own_names_of_columns_are_proposed() -> None:
    proposed = guess_columns(("Week", "Soort bron", "Omschrijving", "Buurtcode", "Thema", "Niets van ons"))
    assert proposed == {
        "week": "Week",
        "source_kind": "Soort bron",
        "seen": "Omschrijving",
        "area": "Buurtcode",
        "theme": "Thema",
    }
    assert set(COLUMN_GUESSES) == set(FIELDS)


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"", None, "the file is empty"),
        (b"Datum;Signaal;Wijk", None, "no signals"),
        (b'Datum;Signaal;Wijk\n2026-W07;"open', 2, "split into cells"),
        (b"Datum;Signaal;Datum\n2026-W07;x;y", 1, "two columns"),
        (b"Datum;Signaal;Wijk\nvorige week;x;y", 2, "no day and no week"),
        (b"Datum;Signaal;Wijk\n2026-W07;\xff\xfe;y", 2, "not UTF-8"),
        (b"PK\x03\x04\x00\x00\x00\x00", None, "not a text file"),
        (b"Dag;Signaal;Wijk\n2026-W07;x;y", 1, "there is no column 'Datum'"),
    ],
)
def test_trouble_is_told_by_line(content: bytes, line: int | None, what: str) -> None:
    with pytest.raises(FileRejected, match=what) as refused:
        read_rows(content, columns=COLUMNS, name=NAME)
    assert (refused.value.place.path, refused.value.place.line) == (NAME, line)


@pytest.mark.parametrize("missing", ["week", "seen"])
def test_a_week_and_a_signal_are_needed(missing: str) -> None:
    columns = {field: column for field, column in COLUMNS.items() if field != missing}
    with pytest.raises(FileRejected, match="no column holds"):
        read_rows(b"Datum;Signaal;Wijk\n2026-W07;x;y", columns=columns, name=NAME)


def test_a_file_of_endless_rows_is_refused() -> None:
    with pytest.raises(FileRejected, match="more than"):
        read("Datum;Signaal;Wijk\n" + "2026-W07;x;y\n" * (MOST_ROWS + 1))


@given(st.binary(max_size=400))
def test_whatever_comes_in_is_read_or_refused(content: bytes) -> None:
    try:
        names = read_names(content, name=NAME)
        read_rows(content, columns={"week": names[0], "seen": names[-1]}, name=NAME)
    except FileRejected:
        return
    assert names


@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30), min_size=1, max_size=8)
)
def test_what_is_written_is_read_back(texts: list[str]) -> None:
    cells = [text.replace('"', '""') for text in texts]
    body = "".join(f'2026-W07;"{cell}";Noord\n' for cell in cells)
    assert [seen for _, _, seen in read("Datum;Signaal;Wijk\n" + body)] == [text.strip() for text in texts]

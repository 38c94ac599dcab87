# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are texts read with their line, week and reporter, and is every mistake told with its place?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from houvast.domain.errors import FileRejected, OptionRejected
from houvast.exchange.text_rows import monday_of_number, read_text_rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rows.csv"


def test_columns_by_their_usual_names(path: Path) -> None:
    path.write_text(
        "Datum;Melder;Melding\n2026-01-08;a;Te hard gereden\n2026-W03;b;Geen huis\n13-01-2026;a;Fiets weg\n"
    )
    rows = read_text_rows(str(path))
    assert rows.texts == ("Te hard gereden", "Geen huis", "Fiets weg")
    assert rows.weeks is not None
    assert [monday_of_number(week) for week in rows.weeks] == [date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 12)]
    assert (rows.reporters, rows.confirmed, rows.lines) == (("a", "b", "a"), None, (2, 3, 4))


def test_weeks_count_on_over_the_year(path: Path) -> None:
    path.write_text("week,text\n2026-W53,a\n2027-W01,b\n")
    rows = read_text_rows(str(path))
    assert rows.weeks is not None
    assert rows.weeks[1] - rows.weeks[0] == 1


def test_columns_by_name_and_confirmed_themes(path: Path) -> None:
    path.write_text("wat,thema,text\nhuis,wonen,x\nfiets,,y\n")
    rows = read_text_rows(str(path), column="Wat", confirmed="thema")
    assert (rows.texts, rows.confirmed, rows.weeks, rows.reporters) == (("huis", "fiets"), ("wonen", ""), None, None)


def test_lines_count_breaks_inside_quotes(path: Path) -> None:
    path.write_text('text,n\n"een\ntwee",1\n\n,2\nvier,3\n')
    rows = read_text_rows(str(path))
    assert (rows.lines, rows.empty) == ((2, 6), 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", r"line 1: no column is the text \(columns: 'a', 'b'\). Name it with --column"),
        ("week,text\n2026-W09,a\nlast week,b\n", r"line 3, column 1 \(week\): 'last week' is no day and no week"),
        ("week,text\n2026-W60,a\n", "no day and no week"),
        ("text,n\n" + "x" * 20_001 + ",1\n", r"line 2, column 1 \(text\): this text is longer"),
        ('text,n\n"a,1\n', "never closed"),
        ("text\nGeen huis, alles duur\n", r"line 2: this row has more cells than the header \(2 against 1\)"),
        ("", "empty"),
    ],
)
def test_mistakes(path: Path, content: str, said: str) -> None:
    path.write_text(content)
    with pytest.raises(FileRejected, match=said):
        read_text_rows(str(path))


def test_a_column_that_is_not_there(path: Path) -> None:
    path.write_text("text,n\na,1\n")
    with pytest.raises(OptionRejected, match=r"has no column 'wat'\. It has: 'text', 'n'"):
        read_text_rows(str(path), column="wat")

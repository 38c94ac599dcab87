# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a file of short texts read? A CSV with a column of texts, perhaps with weeks, reporters and themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from houvast.domain.errors import FileRejected, OptionRejected
from houvast.domain.week import WEEK as WEEK_LONG
from houvast.domain.week import read_week, weeks_between
from houvast.exchange.column_names import list_names, normalise
from houvast.exchange.delimited_text import Header, read_header
from houvast.exchange.row_faults import WEEK_HINT, shorten
from houvast.exchange.table_rows import padded_rows

TEXT = ("text", "tekst", "signaal", "waarneming", "melding", "omschrijving", "observation", "seen", "statement")
WEEK = ("week", "datum", "date", "dag", "day", "timestamp", "created", "meldingsdatum")
REPORTER = ("reporter", "reporter-id", "melder", "melder-id", "meldercode")
LONGEST_TEXT = 20_000
EPOCH = date(1970, 1, 5)  # a Monday: week 0


@dataclass(frozen=True, slots=True)
class TextRows:
    """The rows that hold a text: the line each starts on, and the text.

    weeks: of each row, counted on without gaps over the years; reporters: a code each; confirmed: a theme's code each,
    "" where none. None where the file has no such column. empty: rows without a text, which are left out.
    """

    lines: tuple[int, ...]
    texts: tuple[str, ...]
    weeks: tuple[int, ...] | None
    reporters: tuple[str, ...] | None
    confirmed: tuple[str, ...] | None
    empty: int


def read_text_rows(
    path: str, *, column: str | None = None, week: str | None = None, reporter: str | None = None, confirmed: str = ""
) -> TextRows:
    """The rows of a CSV file. Without a name a column is found by its usual names; confirmed: "" for none.

    FileRejected at the first row that cannot be read; OptionRejected for a column that is not there.
    """
    header = read_header(path)
    places = (
        _column(header, column, TEXT),
        _column(header, week, WEEK),
        _column(header, reporter, REPORTER),
        _column(header, confirmed or None, ()),
    )
    if places[0] is None:
        raise FileRejected(
            header.place(), f"no column is the text (columns: {list_names(header.names)})", "Name it with --column."
        )
    lines: list[int] = []
    found: list[tuple[str, int | None, str, str]] = []
    empty = 0
    for line, cells in padded_rows(header):
        row = _row(cells, places, header, line)
        if row is None:
            empty += 1
            continue
        lines.append(line)
        found.append(row)
    return _rows(lines, found, places, empty)


def monday_of_number(number: int) -> date:
    """The Monday of a week as TextRows counts it."""
    return EPOCH + number * WEEK_LONG


def _rows(
    lines: Sequence[int],
    found: Sequence[tuple[str, int | None, str, str]],
    places: Sequence[int | None],
    empty: int,
) -> TextRows:
    return TextRows(
        lines=tuple(lines),
        texts=tuple(row[0] for row in found),
        weeks=tuple(row[1] or 0 for row in found) if places[1] is not None else None,
        reporters=tuple(row[2] for row in found) if places[2] is not None else None,
        confirmed=tuple(row[3] for row in found) if places[3] is not None else None,
        empty=empty,
    )


def _column(header: Header, wanted: str | None, usual: tuple[str, ...]) -> int | None:
    plain = [normalise(name) for name in header.names]
    if wanted is not None:
        if normalise(wanted) not in plain:
            raise OptionRejected(
                f"{header.path} has no column {shorten(wanted)}. It has: {list_names(header.names)}. Name one of these."
            )
        return plain.index(normalise(wanted))
    return next((plain.index(name) for name in usual if name in plain), None)


def _row(
    cells: list[str], places: Sequence[int | None], header: Header, line: int
) -> tuple[str, int | None, str, str] | None:
    """(text, week, reporter, confirmed theme), or None where the row holds no text."""
    text, week, reporter, theme = (cells[at].strip() if at is not None else "" for at in places)
    if not text:
        return None
    if len(text) > LONGEST_TEXT:
        raise FileRejected(
            header.place(places[0], line),
            f"this text is longer than {LONGEST_TEXT:,} characters",
            "Split or shorten it.",
        )
    return text, _week(week, header, places[1], line) if places[1] is not None else None, reporter, theme


def _week(text: str, header: Header, column: int | None, line: int) -> int:
    monday = read_week(text)
    if monday is None:
        raise FileRejected(header.place(column, line), f"{shorten(text, 20)} is no day and no week", WEEK_HINT)
    return weeks_between(EPOCH, monday)

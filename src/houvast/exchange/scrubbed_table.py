# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where in a column of a file is personal data, and how does the file look with marks in its place?

Rows are numbered from 1 under the header; blank lines are no rows. Offsets count characters of the cell as it is read,
half open. The file is read in chunks and never held as a whole.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from houvast.domain.errors import FileRejected, Place
from houvast.engine.language.person_data import find_person_data
from houvast.engine.language.person_data_kinds import PersonDataKind
from houvast.engine.language.visible_text import read_visible
from houvast.exchange.column_names import list_names
from houvast.exchange.csv_text import BYTE_ORDER_MARK
from houvast.exchange.delimited_text import Header, read_chunks, read_header

MARKS: dict[PersonDataKind, str] = {
    PersonDataKind.EMAIL: "[E-MAIL]",
    PersonDataKind.PROFILE: "[PROFIEL]",
    PersonDataKind.HANDLE: "[ACCOUNT]",
    PersonDataKind.PHONE: "[TELEFOON]",
    PersonDataKind.IBAN: "[REKENING]",
    PersonDataKind.BSN: "[BSN]",
    PersonDataKind.POSTCODE: "[POSTCODE]",
    PersonDataKind.ADDRESS: "[ADRES]",
    PersonDataKind.PLATE: "[KENTEKEN]",
    PersonDataKind.BIRTH_DATE: "[GEBOORTEDATUM]",
    PersonDataKind.DOCUMENT: "[NUMMER]",
    PersonDataKind.IP: "[IP-ADRES]",
    PersonDataKind.NAME: "[NAAM]",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a cell, half open, and what it may be."""

    kind: PersonDataKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ScrubbedRow:
    """A row: its number, the line it starts on, its cells with marks put in, and what was found in the one cell."""

    number: int
    line: int
    cells: tuple[str, ...]
    spans: tuple[Span, ...]

    def to_dict(self) -> dict[str, object]:
        """The row as `houvast scrub --json` prints it: no words of the file."""
        spans = [{"kind": span.kind.value, "start": span.start, "end": span.end} for span in self.spans]
        return {"row": self.number, "spans": spans}


def find_spans(text: str, *, language: str, allowed: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """What is found in a text, by places in the text as given, also where invisible signs stand inside."""
    visible = read_visible(text)
    found = find_person_data(visible.text, language=language, allowed=allowed)
    return tuple(Span(one.kind, *visible.given_span(one.start, one.end)) for one in found if one.end > one.start)


def put_marks(text: str, spans: Iterable[Span]) -> str:
    """The text with a mark such as [TELEFOON] for every span; spans in order, not overlapping."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], MARKS[span.kind]]
        at = span.end
    return "".join([*parts, text[at:]])


def open_table(path: str, *, column: str) -> tuple[Header, int]:
    """The header of a file and which of its columns is asked for (0-based). FileRejected where it is not there once."""
    header = read_header(path)
    places = [at for at, name in enumerate(header.names) if name.casefold() == column.strip().casefold()]
    if len(places) == 1:
        return header, places[0]
    what = f'there is no column "{column}"' if not places else f'{len(places)} columns are called "{column}"'
    raise FileRejected(
        Place(path, header.line), f"{what} (columns: {list_names(header.names)})", "Give one of these with --column."
    )


def scrub_rows(
    header: Header, *, column: int, language: str, allowed: frozenset[str] = frozenset()
) -> Iterator[ScrubbedRow]:
    """The rows of the file, each scrubbed. FileRejected at a row that lacks the column."""
    number = 0
    for chunk in read_chunks(header):
        for line, cells in chunk.numbered():
            if cells:
                number += 1
                yield _scrub(header, cells, number, line, column=column, language=language, allowed=allowed)


def _scrub(
    header: Header, cells: list[str], number: int, line: int, *, column: int, language: str, allowed: frozenset[str]
) -> ScrubbedRow:
    if column >= len(cells):
        raise FileRejected(
            header.place(column, line), "this row ends before that column", "Add the missing separators to the row."
        )
    spans = find_spans(cells[column], language=language, allowed=allowed)
    marked = put_marks(cells[column], spans)
    return ScrubbedRow(number, line, (*cells[:column], marked, *cells[column + 1 :]), spans)


def write_row(cells: Iterable[str], *, separator: str) -> str:
    """A row as it stands in a file, with its line end."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerow(list(cells))
    return out.getvalue()


class TableWriter:
    """Writes the scrubbed file beside its place and puts it there at the end, so that nothing half-written is left."""

    def __init__(self, path: Path, header: Header) -> None:
        self.path, self.header = path, header
        self.beside = path.with_name(path.name + ".part")

    def __enter__(self) -> TableWriter:
        """Open the file and write the header."""
        try:
            self.file = self.beside.open("w", encoding="utf-8", newline="")
        except OSError as wrong:
            raise FileRejected(
                Place(str(self.path)), f"this file cannot be written ({wrong.strerror})", "Choose another place."
            ) from wrong
        self.file.write(BYTE_ORDER_MARK + write_row(self.header.names, separator=self.header.separator))
        return self

    def write(self, row: ScrubbedRow) -> None:
        """Add a row."""
        self.file.write(write_row(row.cells, separator=self.header.separator))

    def __exit__(self, kind: object, *rest: object) -> None:
        """Put the file in its place; remove it where something went wrong."""
        self.file.close()
        if kind is None:
            self.beside.replace(self.path)
        else:
            self.beside.unlink(missing_ok=True)

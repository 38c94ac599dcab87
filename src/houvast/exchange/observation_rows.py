# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is somebody's file of signals read? As text in memory alone: what the gate refuses must not touch the disk.

The columns of the file are told by a mapping (our field: their column); `guess_columns` proposes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from houvast.domain.errors import FileRejected, Place
from houvast.domain.week import read_week
from houvast.exchange.column_names import normalise
from houvast.exchange.delimited_text import Header, read_header
from houvast.exchange.row_faults import WEEK_HINT, shorten
from houvast.exchange.table_rows import padded_rows

MOST_ROWS = 20_000
MOST_COLUMNS = 200
NEEDED = {"week": "no column holds the day or the week", "seen": "no column holds the signal itself"}
TEXT_FIELDS = ("seen", "reporter_reading", "already_done")
CODED_FIELDS = (
    "kind", "area", "theme", "source_kind", "grounds", "witness", "tone", "direction", "extent", "dividing_line",
    "need", "place_kind",
)  # fmt: skip
FIELDS = ("week", "seen", "area", "theme", "kind", "reporter_reading", "already_done", "reporter", *CODED_FIELDS[3:])
# Names of columns, normalised, that people give these; the first that a file has is proposed.
COLUMN_GUESSES: dict[str, tuple[str, ...]] = {
    "week": ("week", "datum", "date", "dag", "maandag", "gemeld-op", "meldingsdatum", "datum-melding"),
    "seen": ("waarneming", "signaal", "melding", "tekst", "omschrijving", "seen", "observation", "text"),
    "area": ("gebied", "buurt", "wijk", "buurtcode", "wijkcode", "area", "neighbourhood"),
    "theme": ("thema", "onderwerp", "categorie", "theme", "category"),
    "kind": ("soort", "spanning-of-veerkracht", "kind"),
    "reporter_reading": ("duiding", "duiding-melder", "interpretatie", "reading"),
    "already_done": ("gedaan", "wat-is-al-gedaan", "actie", "already-done"),
    "reporter": ("meldercode", "melder-id", "melder", "reporter"),
    "source_kind": ("bron", "soort-bron", "bron-soort", "source"),
    "grounds": ("eep", "grond", "grounds"),
    "witness": ("zelf-gezien", "witness"),
    "tone": ("toon", "tone"),
    "direction": ("richting", "horizontaal-verticaal", "direction"),
    "extent": ("omvang", "extent"),
    "dividing_line": ("scheidslijn", "dividing-line"),
    "need": ("behoefte", "geraakte-behoefte", "need"),
    "place_kind": ("plaats", "soort-plaats", "plaats-soort", "place"),
}


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """A row: the line it starts on, its week, and its cells by our field, stripped; a missing column gives ""."""

    line: int
    week: date
    cells: Mapping[str, str]


def read_names(content: bytes, *, name: str) -> tuple[str, ...]:
    """The names of the columns. FileRejected where this is no table."""
    return _read_header(content, name).names


def guess_columns(names: tuple[str, ...]) -> dict[str, str]:
    """A mapping that fits these names: our field to their column."""
    theirs = {normalise(name): name for name in names}
    found = {field: next((theirs[n] for n in known if n in theirs), "") for field, known in COLUMN_GUESSES.items()}
    return {field: column for field, column in found.items() if column}


def read_rows(content: bytes, *, columns: Mapping[str, str], name: str) -> tuple[ObservationRow, ...]:
    """All rows, by this mapping. FileRejected at the first row that cannot be read, or without a week and a text."""
    header = _read_header(content, name)
    places = _find_places(header, columns)
    found: list[ObservationRow] = []
    for line, cells in padded_rows(header):
        if len(found) == MOST_ROWS:
            raise FileRejected(
                Place(name), f"the file holds more than {MOST_ROWS} rows", "Split it, and give the parts one by one."
            )
        found.append(_read_row(header, line, {field: cells[at].strip() for field, at in places.items()}, places))
    if not found:
        raise FileRejected(Place(name), "the file holds no signals", "Give a header row and a row for every signal.")
    return tuple(found)


def _read_header(content: bytes, name: str) -> Header:
    header = read_header(name, content=content)
    if len(header.names) > MOST_COLUMNS:
        raise FileRejected(
            header.place(), f"the table has more than {MOST_COLUMNS} columns", "Leave out those that are not needed."
        )
    twice = next((one for one in header.names if one and header.names.count(one) > 1), None)
    if twice is not None:
        raise FileRejected(header.place(), f"two columns are named {shorten(twice)}", "Give each its own name.")
    return header


def _find_places(header: Header, columns: Mapping[str, str]) -> dict[str, int]:
    """The 0-based column of each field that the mapping names."""
    for field, what in NEEDED.items():
        if not columns.get(field):
            raise FileRejected(header.place(), what, "Say which column that is.")
    gone = sorted(column for column in columns.values() if column and column not in header.names)
    if gone:
        raise FileRejected(header.place(), f"there is no column {shorten(gone[0])}", "Choose the columns again.")
    return {field: header.names.index(column) for field, column in columns.items() if column}


def _read_row(header: Header, line: int, cells: Mapping[str, str], places: Mapping[str, int]) -> ObservationRow:
    week = read_week(cells["week"])
    if week is None:
        raise FileRejected(header.place(places["week"], line), "this is no day and no week", WEEK_HINT)
    return ObservationRow(line, week, cells)

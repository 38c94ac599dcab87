# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is somebody's file of signals read? As text in memory alone: what the gate refuses must not touch the disk.

The columns of the file are told by a mapping (our field: their column); `guess_columns` proposes one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from houvast.domain.errors import FileRejected, Place
from houvast.domain.week import monday_of, read_week
from houvast.exchange.column_names import normalise
from houvast.exchange.row_faults import shorten

SEPARATORS = (";", ",", "\t")
MOST_ROWS = 20_000
DAY_FORMS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d")
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
    return _read(content, name)[0]


def guess_columns(names: tuple[str, ...]) -> dict[str, str]:
    """A mapping that fits these names: our field to their column."""
    theirs = {normalise(name): name for name in names}
    found = {field: next((theirs[n] for n in known if n in theirs), "") for field, known in COLUMN_GUESSES.items()}
    return {field: column for field, column in found.items() if column}


def read_rows(content: bytes, *, columns: Mapping[str, str], name: str) -> tuple[ObservationRow, ...]:
    """All rows, by this mapping. FileRejected at the first row that cannot be read, or without a week and a text."""
    names, rows = _read(content, name)
    for field in ("week", "seen"):
        if not columns.get(field):
            what = "no column holds the day or the week" if field == "week" else "no column holds the signal itself"
            raise FileRejected(Place(name, 1), what, "Say which column that is.")
    places = {field: names.index(column) for field, column in columns.items() if column in names}
    gone = sorted(column for column in columns.values() if column and column not in names)
    if gone:
        raise FileRejected(Place(name, 1), f"there is no column {shorten(gone[0])}", "Choose the columns again.")
    return tuple(_row(row, line, places, name) for line, row in rows)


def _row(row: list[str], line: int, places: Mapping[str, int], name: str) -> ObservationRow:
    cells = {field: (row[at].strip() if at < len(row) else "") for field, at in places.items()}
    week = _week(cells["week"])
    if week is None:
        raise FileRejected(
            Place(name, line, places["week"] + 1),
            "this is no day and no week",
            "Write a day as 2026-02-13 or 13-02-2026, or a week as 2026-W07.",
        )
    return ObservationRow(line, week, cells)


def _week(text: str) -> date | None:
    found = read_week(text[:10])
    if found is not None:
        return found
    for form in DAY_FORMS:
        try:
            return monday_of(datetime.strptime(text[:10], form).date())  # noqa: DTZ007 -- a day, not a moment
        except ValueError:
            continue
    return None


def _read(content: bytes, name: str) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """(column names, (line, cells) of every row that is not blank)."""
    text = _decode(content, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, list[str]]] = []
    started = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((started, cells))
            started = reader.line_num + 1
    except csv.Error as error:
        raise FileRejected(
            Place(name, started), "the row that starts here cannot be split into cells", "Close every quote."
        ) from error
    if len(rows) < 2:
        raise FileRejected(Place(name), "the file holds no signals", "Give a header row and a row for every signal.")
    if len(rows) > MOST_ROWS + 1:
        raise FileRejected(
            Place(name), f"the file holds more than {MOST_ROWS} rows", "Split it, and give the parts one by one."
        )
    return _names(rows[0][1], name), rows[1:]


def _decode(content: bytes, name: str) -> str:
    if b"\0" in content[:4000] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise FileRejected(Place(name), "this is not a text file", "Save the spreadsheet as CSV first.")
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FileRejected(Place(name, line), "the text is not UTF-8", 'Save the file again as "CSV UTF-8".') from error


def _names(cells: list[str], name: str) -> tuple[str, ...]:
    names = tuple(cell.strip() for cell in cells)
    twice = next((one for one in names if one and names.count(one) > 1), None)
    if twice is not None:
        raise FileRejected(Place(name, 1), f"two columns are named {shorten(twice)}", "Give each its own name.")
    return names

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a file of signals read for early warning? One row a signal: week or date, area, theme, reporter, source.

Optional: `count` (the row stands for so many), `entered` (the week or day in which it was written down). A row with
count 0 only says that the week, area and theme belong to the file. Texts are not read: a column that is not named here
is left alone, and said to be.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from houvast.domain.errors import FileRejected
from houvast.domain.week import WEEK, read_week, weeks_between, write_week
from houvast.engine.attention.observations import UNKNOWN_REPORTER, Ints, ObservationTable
from houvast.exchange.column_names import normalise
from houvast.exchange.delimited_text import Header, read_header
from houvast.exchange.row_faults import WEEK_HINT, shorten
from houvast.exchange.table_rows import whole_rows

COLUMNS = {
    "week": ("week", "date", "datum", "day", "dag", "isoweek"),
    "area": ("area", "gebied", "wijk", "buurt", "neighbourhood", "district", "area-code", "gebiedscode"),
    "theme": ("theme", "thema", "onderwerp", "topic"),
    "reporter": ("reporter", "melder", "reporter-code", "meldercode"),
    "source": ("source", "bron", "source-kind", "soort-bron", "bronsoort"),
    "count": ("count", "aantal", "number", "n"),
    "entered": ("entered", "ingevoerd", "entered-week", "invoerweek", "invoerdatum", "entered-date"),
}
NEEDED = ("week", "area", "theme")
NEIGHBOUR = ("neighbour", "neighbor", "buur", "buurgebied")
MOST_OF_ROW = 10_000
MOST_OBSERVATIONS = 5_000_000
LONGEST_CODE = 120
MOST_WEEKS = 1_040


@dataclass(frozen=True, slots=True)
class ObservationFile:
    """The signals up to and with the last week. first_week: the Monday of week 0. unused: columns that were not read.

    sources: names by code; "" where the file names no source.
    """

    table: ObservationTable
    first_week: date
    sources: tuple[str, ...]
    unused: tuple[str, ...]

    def week_names(self) -> tuple[str, ...]:
        """How each week is written: 2026-W48."""
        return tuple(write_week(self.first_week + week * WEEK) for week in range(self.table.n_weeks))


@dataclass(frozen=True, slots=True)
class _Row:
    week: date
    entered: date
    area: str
    theme: str
    reporter: str
    source: str
    count: int


def read_observations(
    path: str | os.PathLike[str], *, neighbours: str | os.PathLike[str] | None = None, week: date | None = None
) -> ObservationFile:
    """The signals in a file. FileRejected at the first row that cannot be used, with its line and column.

    week: the week to look from (a Monday; default: the last in the file); what came later is not seen. neighbours: a
    file with columns area and neighbour.
    """
    header = read_header(os.fspath(path))
    columns = _find_columns(header)
    rows = _up_to(list(_read_rows(header, columns)), header, week)
    first, last = min(row.week for row in rows), week or max(row.entered for row in rows)
    n_weeks = weeks_between(first, last) + 1
    if n_weeks > MOST_WEEKS:
        raise FileRejected(
            header.place(columns["week"]), f"the weeks span {n_weeks} weeks", f"Give at most {MOST_WEEKS} weeks."
        )
    areas, themes, sources = (
        tuple(sorted({getattr(row, name) for row in rows})) for name in ("area", "theme", "source")
    )
    counted = [row for row in rows if row.count]
    times = np.array([row.count for row in counted], dtype=np.int64)
    if times.sum() > MOST_OBSERVATIONS:
        raise FileRejected(header.place(), f"there are over {MOST_OBSERVATIONS} signals", "Give a part of them.")
    reporters = sorted({row.reporter for row in counted} - {""})

    def column(value: Callable[[_Row], int]) -> Ints:
        return np.repeat(np.array([value(row) for row in counted], dtype=np.int64), times)

    place_of = {name: {key: i for i, key in enumerate(keys)} for name, keys in _keys(areas, themes, sources, reporters)}
    table = ObservationTable(
        areas=areas,
        themes=themes,
        n_weeks=n_weeks,
        area=column(lambda row: place_of["area"][row.area]),
        theme=column(lambda row: place_of["theme"][row.theme]),
        week=column(lambda row: weeks_between(first, row.week)),
        reporter=column(lambda row: place_of["reporter"].get(row.reporter, UNKNOWN_REPORTER)),
        source=column(lambda row: place_of["source"][row.source]),
        entered_week=column(lambda row: weeks_between(first, row.entered)) if "entered" in columns else None,
        neighbours=() if neighbours is None else read_neighbours(neighbours, areas),
    )
    known = set(columns.values())
    unused = tuple(name for at, name in enumerate(header.names) if at not in known)
    return ObservationFile(table, first, sources, unused)


def _keys(
    areas: Sequence[str], themes: Sequence[str], sources: Sequence[str], reporters: Sequence[str]
) -> Iterable[tuple[str, Sequence[str]]]:
    return (("area", areas), ("theme", themes), ("source", sources), ("reporter", reporters))


def _up_to(rows: list[_Row], header: Header, week: date | None) -> list[_Row]:
    """The rows that were known in the week."""
    known = [row for row in rows if week is None or (row.week <= week and row.entered <= week)]
    if not known:
        when = "" if week is None else f" up to week {write_week(week)}"
        raise FileRejected(header.place(), f"there are no signals{when}", "Give a file with signals, or a later week.")
    return known


def _find_columns(header: Header) -> dict[str, int]:
    plain = [normalise(name) for name in header.names]
    found: dict[str, int] = {}
    for role, names in COLUMNS.items():
        at = [index for index, name in enumerate(plain) if name in names]
        if len(at) > 1:
            raise FileRejected(header.place(at[1]), f"there are two columns for {role}", "Leave one of them out.")
        if at:
            found[role] = at[0]
    missing = [role for role in NEEDED if role not in found]
    if missing:
        known = "; ".join(f"{role}: {', '.join(COLUMNS[role][:4])}" for role in missing)
        raise FileRejected(header.place(), f"a column is missing for {', '.join(missing)}", f"Name it ({known}).")
    return found


def _read_rows(header: Header, columns: dict[str, int]) -> Iterator[_Row]:
    for line, row in whole_rows(header):
        week = _week(header, row, line, columns["week"])
        entered = week
        if "entered" in columns and row[columns["entered"]].strip():
            entered = _week(header, row, line, columns["entered"])
            if entered < week:
                raise FileRejected(
                    header.place(columns["entered"], line),
                    "it was entered before the week it is about",
                    "Mend one of the two.",
                )
        yield _Row(
            week=week,
            entered=entered,
            area=_code(header, row, line, columns["area"]),
            theme=_code(header, row, line, columns["theme"]),
            reporter=row[columns["reporter"]].strip() if "reporter" in columns else "",
            source=row[columns["source"]].strip() if "source" in columns else "",
            count=_count(header, row, line, columns["count"]) if "count" in columns else 1,
        )


def _week(header: Header, row: list[str], line: int, column: int) -> date:
    found = read_week(row[column])
    if found is None:
        raise FileRejected(header.place(column, line), f"{shorten(row[column])} is no day and no week", WEEK_HINT)
    return found


def _code(header: Header, row: list[str], line: int, column: int) -> str:
    text = row[column].strip()
    if not text or len(text) > LONGEST_CODE:
        what = "it is empty" if not text else f"{shorten(text)} is longer than {LONGEST_CODE} characters"
        raise FileRejected(header.place(column, line), what, "Give a short name or code, the same in every row.")
    return text


def _count(header: Header, row: list[str], line: int, column: int) -> int:
    text = row[column].strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and int(text) <= MOST_OF_ROW):
        raise FileRejected(
            header.place(column, line), f"{shorten(text)} is no count", f"Give a whole number from 0 to {MOST_OF_ROW}."
        )
    return int(text)


def read_neighbours(path: str | os.PathLike[str], areas: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """For each area the areas next to it, in the order of the file, both ways. Areas without signals are left out."""
    header = read_header(os.fspath(path))
    plain = [normalise(name) for name in header.names]
    at = next((index for index, name in enumerate(plain) if name in COLUMNS["area"]), None)
    beside = next((index for index, name in enumerate(plain) if name in NEIGHBOUR), None)
    if at is None or beside is None:
        raise FileRejected(header.place(), "the columns area and neighbour are needed", "Name them so.")
    place = {area: index for index, area in enumerate(areas)}
    near: list[dict[int, None]] = [{} for _ in areas]
    for line, row in whole_rows(header):
        one, other = (_code(header, row, line, column) for column in (at, beside))
        if one == other:
            raise FileRejected(header.place(beside, line), "an area is its own neighbour", "Leave this row out.")
        if one in place and other in place:
            near[place[one]][place[other]] = None
            near[place[other]][place[one]] = None
    return tuple(tuple(others) for others in near)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas are in a GeoPackage? It is an SQLite file; only its plain tables are read, never its views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

from houvast.exchange.area_columns import AreaColumns, find_columns, find_year, read_record
from houvast.exchange.area_record import NO_OUTLINE, AreaFileRejected, AreaRecord, Outline, check_rows, unknown_system
from houvast.exchange.area_wkb import BadGeometry, read_geopackage_geometry

MAGIC = b"SQLite format 3\0"
MOST_BYTES_OF_VALUE = 50_000_000
STEPS, MOST_STEPS = 1_000_000, 2_000  # instructions of SQLite between two looks, and looks before we give up
KNOWN_SYSTEMS = (-1, 0, 28992, 4258, 4326)  # not told (twice), RD, ETRS89, WGS84
FEATURES = """
    SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c
    JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
    JOIN sqlite_master m ON m.name = c.table_name AND m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'
    WHERE c.data_type = 'features' ORDER BY c.table_name LIMIT 100
"""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A table of features: its name, the column of outlines and the columns to read."""

    table: str
    geometry: str
    columns: AreaColumns


def read_geopackage(path: Path) -> tuple[AreaRecord, ...]:
    """All areas in the file; their outlines are read when they are asked for."""
    _refuse_cut_off(path)
    with _opened(path) as database:
        layers = list(_layers(database))
        if not layers:
            raise AreaFileRejected("This GeoPackage has no layer with codes of areas. Give the file of the CBS.")
        return tuple(record for layer in layers for record in _records(database, layer, path))


def read_outline(path: Path, table: str, geometry: str, row: int, code: str) -> Outline:
    """The outline in one row."""
    with _opened(path) as database:
        asked = f"SELECT {_quoted(geometry)} FROM {_quoted(table)} WHERE rowid = ?"  # noqa: S608 -- quoted names
        found = database.execute(asked, (row,)).fetchone()
    content = found[0] if found else None
    if content is None:
        return NO_OUTLINE
    try:
        return read_geopackage_geometry(content if isinstance(content, bytes) else b"")
    except BadGeometry as error:
        raise AreaFileRejected(
            "The outline of {code} cannot be read ({reason}). Areas have outlines of polygons.", code=code, reason=error
        ) from error


def _refuse_cut_off(path: Path) -> None:
    """SQLite takes what is missing at the end for zeros. The header says how many pages there are, and how large."""
    with path.open("rb") as file:
        head = file.read(32)
    size, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
    if path.stat().st_size < max(pages, 1) * (65_536 if size == 1 else size):
        raise AreaFileRejected("This GeoPackage is cut off. Download it again.")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, read-only; what is wrong with it becomes one clear refusal, and no query runs for ever."""
    looks = iter([0] * MOST_STEPS)
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)) as database:
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES_OF_VALUE)
            database.set_progress_handler(lambda: next(looks, 1), STEPS)
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA cell_size_check = ON")
            yield database
    except (sqlite3.Error, OverflowError, ValueError) as error:
        raise AreaFileRejected(
            "This GeoPackage cannot be read ({reason}). Download it again, or save it anew with a map program.",
            reason=str(error)[:80],
        ) from error


def _layers(database: sqlite3.Connection) -> Iterator[_Layer]:
    for table, geometry, system in database.execute(FEATURES).fetchall():
        names = [str(row[1]) for row in database.execute(f"PRAGMA table_info({_quoted(table)})")]
        columns = find_columns([name for name in names if name != geometry])
        if columns is None:
            continue
        if system not in KNOWN_SYSTEMS:
            raise unknown_system(f"EPSG:{system}")
        yield _Layer(str(table), str(geometry), columns)


def _records(database: sqlite3.Connection, layer: _Layer, path: Path) -> Iterator[AreaRecord]:
    wanted = _wanted(layer.columns)
    listed = ", ".join(["rowid", *map(_quoted, wanted)])
    rows = database.execute(f"SELECT {listed} FROM {_quoted(layer.table)}")  # noqa: S608 -- quoted names
    for number, (row, *values) in enumerate(rows, start=1):
        check_rows(number)
        record = read_record(layer.columns, dict(zip(wanted, values, strict=True)), number=number)
        if record is not None:
            outline = partial(read_outline, path, layer.table, layer.geometry, row, record.code)
            yield replace(record, year=record.year or find_year(layer.table), outline=outline)


def _wanted(columns: AreaColumns) -> Sequence[str]:
    pairs = [name for pair in columns.wholes for name in pair]
    named = [columns.code, columns.name, columns.inhabitants, columns.water, columns.year, *pairs]
    return list(dict.fromkeys(name for name in named if name))


def _quoted(name: object) -> str:
    return '"' + str(name).replace('"', '""') + '"'

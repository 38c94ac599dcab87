# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of areas for tests, and the example of Gemeente Noorderhaaks: python tests/area_files.py examples/areas.

Noorderhaaks lies on the sandbank of that name, where nobody lives: four districts, each a row of three neighbourhoods.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from houvast.engine.area_geometry import to_degrees

Ring = list[tuple[float, float]]
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "areas"
CORNER, SIZE, ROWS, COLUMNS = (105_000.0, 551_000.0), 1_000.0, 4, 3
MUNICIPALITY = "GM0000"
DISTRICTS = ("Centrum", "Noord", "Zuid", "Buitengebied")
NEIGHBOURHOODS = (
    ("Havenbuurt", 1840), ("Kerkplein en omgeving", 2310), ("Stationskwartier", 1520),
    ("Duinbuurt", 2760), ("Vuurtorenbuurt", 1980), ("Strandhoek", 640),
    ("Polderbuurt", 3120), ("Molenbuurt", 2450), ("Sluisbuurt", 1730),
    ("Oudedijk", 410), ("Haakspolder", 85), ("Bedrijventerrein De Ree", None),
)  # fmt: skip
TABLES = {"GM": ("gemeenten", "gemeente"), "WK": ("wijken", "wijk"), "BU": ("buurten", "buurt")}


@dataclass(frozen=True)
class MadeArea:
    """An area as it goes into a file: its ring in metres of the national grid."""

    code: str
    name: str
    inhabitants: int | None
    ring: Ring


def noorderhaaks() -> list[MadeArea]:
    """The municipality, its four districts and its twelve neighbourhoods."""
    cells = [(row, column) for row in range(ROWS) for column in range(COLUMNS)]
    parts = [
        MadeArea(f"BU0000{row + 1:02d}{column + 1:02d}", name, people, _around(row, row + 1, column, column + 1))
        for (row, column), (name, people) in zip(cells, NEIGHBOURHOODS, strict=True)
    ]
    districts = [
        MadeArea(f"WK0000{row + 1:02d}", name, _sum(parts[3 * row : 3 * row + 3]), _around(row, row + 1, 0, COLUMNS))
        for row, name in enumerate(DISTRICTS)
    ]
    return [MadeArea(MUNICIPALITY, "Noorderhaaks", _sum(parts), _around(0, ROWS, 0, COLUMNS)), *districts, *parts]


def _sum(areas: Iterable[MadeArea]) -> int:
    return sum(area.inhabitants or 0 for area in areas)


def _corner(row: float, column: float) -> tuple[float, float]:
    """A point of the grid, a little off its place, the same for whoever asks."""
    sway = 60.0 * np.sin(3.1 * row + 1.7 * column), 60.0 * np.cos(2.3 * row - 1.1 * column)
    return (
        round(float(CORNER[0] + column * SIZE + sway[0]), 1),
        round(float(CORNER[1] + row * SIZE + sway[1]), 1),
    )


def _around(low: int, high: int, left: int, right: int) -> Ring:
    """Anticlockwise around a block of cells, with eight steps a side of a cell."""
    columns, rows = np.arange(left, right, 0.125), np.arange(low, high, 0.125)
    path = [(low, c) for c in columns] + [(r, right) for r in rows]
    path += [(high, left + right - c) for c in columns] + [(low + high - r, left) for r in rows]
    points = [_corner(float(row), float(column)) for row, column in path]
    return [*points, points[0]]


def moved(area: MadeArea, east: float) -> MadeArea:
    """The same area, further to the east."""
    return replace(area, ring=[(x + east, y) for x, y in area.ring])


def wkb(rings: Sequence[Ring], *, order: str = "<", kind: int = 3) -> bytes:
    """A polygon in well-known binary."""
    parts = [struct.pack("B", order == "<"), struct.pack(f"{order}II", kind, len(rings))]
    for ring in rings:
        parts += [struct.pack(f"{order}I", len(ring)), *(struct.pack(f"{order}{len(p)}d", *p) for p in ring)]
    return b"".join(parts)


def many(polygons: Sequence[bytes], *, order: str = "<") -> bytes:
    """A multipolygon of polygons in well-known binary."""
    return struct.pack("B", order == "<") + struct.pack(f"{order}II", 6, len(polygons)) + b"".join(polygons)


def in_geopackage(content: bytes, *, system: int = 28992) -> bytes:
    """The value of a geometry column: the header without an envelope, then the binary."""
    return b"GP\0\1" + struct.pack("<i", system) + content


def write_geopackage(path: Path, areas: Sequence[MadeArea], *, year: int = 2026, system: int = 28992) -> Path:
    """The layers gemeenten, wijken and buurten with the names of columns that the CBS has used since 2023."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
            "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);"
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT,"
            " geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);"
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,"
            " organization_coordsys_id INTEGER, definition TEXT, description TEXT);"
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('Amersfoort / RD New', 28992, 'EPSG', 28992, 'undefined', '');"
        )
        for start, (table, word) in TABLES.items():
            database.execute("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?)", (table, table, system))
            database.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POLYGON', ?, 0, 0)", (table, system)
            )
            database.execute(
                f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, geom BLOB, {word}code TEXT, {word}naam TEXT,"
                " jrstatcode TEXT, water TEXT, meest_voorkomende_postcode TEXT, omgevingsadressendichtheid INTEGER,"
                " aantal_inwoners INTEGER)"
            )
            rows = [
                (in_geopackage(wkb([a.ring]), system=system), a.code, a.name, f"{year}{a.code}", "NEE", "", 0,
                 -99999999 if a.inhabitants is None else a.inhabitants)
                for a in areas if a.code.startswith(start)
            ]  # fmt: skip
            database.executemany(f"INSERT INTO {table} VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        database.commit()
        database.execute("VACUUM")
    return path


def geojson(areas: Sequence[MadeArea], *, year: int = 2026, digits: int = 6) -> dict[str, object]:
    """A collection in degrees, with the names of properties of the CBS's generalised borders."""
    return {"type": "FeatureCollection", "features": [_feature(area, year, digits) for area in areas]}


def _feature(area: MadeArea, year: int, digits: int) -> dict[str, object]:
    ring = np.round(to_degrees(np.array(area.ring)), digits).tolist()
    about = {"statcode": area.code, "jrstatcode": f"{year}{area.code}", "statnaam": area.name}
    return {
        "type": "Feature",
        "properties": {**about, "aantal_inwoners": area.inhabitants},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def csv_text(areas: Sequence[MadeArea], *, year: int = 2026) -> str:
    """Codes, names and inhabitants."""
    rows = [f"{a.code};{a.name};{year};{'.' if a.inhabitants is None else a.inhabitants}" for a in areas]
    return "\n".join(["code;naam;jaar;inwoners", *rows]) + "\n"


def write_examples(folder: Path) -> None:
    """The three files of the example, and areas of one's own."""
    areas = noorderhaaks()
    write_geopackage(folder / "noorderhaaks.gpkg", areas)
    (folder / "noorderhaaks.geojson").write_text(json.dumps(geojson(areas), ensure_ascii=False) + "\n", "utf-8")
    (folder / "noorderhaaks.csv").write_text(csv_text(areas), "utf-8")
    own = "code;naam\nE-MARKT;Markt en winkels\nE-STRAND;Strand en boulevard\n"
    (folder / "eigen-gebieden.csv").write_text(own, "utf-8")


if __name__ == "__main__":
    write_examples(Path(sys.argv[1]))

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A GeoPackage is read through its plain tables only; cut off, altered or hostile, it is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from area_files import EXAMPLES, in_geopackage, noorderhaaks, wkb, write_geopackage
from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange import area_geopackage
from houvast.exchange.area_geopackage import read_geopackage, read_outline
from houvast.exchange.area_record import AreaFileRejected

WHOLE = (EXAMPLES / "noorderhaaks.gpkg").read_bytes()
SQUARE = [(105_000.0, 551_000.0), (106_000.0, 551_000.0), (106_000.0, 552_000.0), (105_000.0, 551_000.0)]


def change(folder: Path, *statements: str) -> Path:
    """The example after these statements."""
    path = write_geopackage(folder / "a.gpkg", noorderhaaks())
    with closing(sqlite3.connect(path)) as database:
        database.executescript(";".join(statements))
    return path


def read_whole(path: Path) -> None:
    for record in read_geopackage(path):
        record.outline()


def test_all_layers_with_their_outlines() -> None:
    records = read_geopackage(EXAMPLES / "noorderhaaks.gpkg")
    made = {area.code: area for area in noorderhaaks()}
    assert {r.code: (r.name, r.inhabitants, r.year) for r in records} == {
        code: (area.name, area.inhabitants, 2026) for code, area in made.items()
    }
    for record in records:
        assert [[[tuple(p) for p in ring] for ring in polygon] for polygon in record.outline()] == [
            [made[record.code].ring]
        ]


def test_the_year_may_stand_in_the_name_of_the_table(tmp_path: Path) -> None:
    path = change(
        tmp_path,
        "ALTER TABLE buurten DROP COLUMN jrstatcode",
        "ALTER TABLE buurten RENAME TO buurten_2024",
        "UPDATE gpkg_contents SET table_name = 'buurten_2024' WHERE table_name = 'buurten'",
        "UPDATE gpkg_geometry_columns SET table_name = 'buurten_2024' WHERE table_name = 'buurten'",
    )
    assert {r.year for r in read_geopackage(path) if r.code.startswith("BU")} == {2024}


def test_views_and_other_tables_are_not_read(tmp_path: Path) -> None:
    """A view may run for ever, or read what it should not."""
    path = change(
        tmp_path,
        "DROP TABLE wijken",
        "CREATE VIEW wijken AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT 'WK000001' AS wijkcode, 'x' AS wijknaam, i, NULL AS geom FROM n",
        "CREATE TABLE adressen (straat TEXT)",
    )
    assert {record.code[:2] for record in read_geopackage(path)} == {"GM", "BU"}


def test_a_query_that_does_not_end_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_geopackage, "STEPS", 10)
    monkeypatch.setattr(area_geopackage, "MOST_STEPS", 3)
    with pytest.raises(AreaFileRejected, match="interrupted"):
        read_geopackage(EXAMPLES / "noorderhaaks.gpkg")


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE gpkg_geometry_columns SET srs_id = 3035", "EPSG:3035"),
        ("DROP TABLE gpkg_contents", "cannot be read"),
        ("UPDATE gpkg_contents SET data_type = 'tiles'", "no layer with codes"),
        ("ALTER TABLE buurten ADD COLUMN huisnummer TEXT", "addresses"),
        ("UPDATE buurten SET buurtcode = 'PV27' WHERE fid = 2", "Row 2 has the code"),
        ("UPDATE buurten SET aantal_inwoners = 'veel'", "number of inhabitants"),
        ("UPDATE gpkg_geometry_columns SET column_name = 'niets'", "no header"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, statement: str, message: str) -> None:
    path = change(tmp_path, statement)
    with pytest.raises(AreaFileRejected, match=message):
        read_whole(path)


@pytest.mark.parametrize("value", ["x'00'", "'text'", "12", "zeroblob(100)"])
def test_an_outline_that_is_none_is_refused_with_its_code(tmp_path: Path, value: str) -> None:
    path = change(tmp_path, f"UPDATE buurten SET geom = {value} WHERE fid = 1")
    with pytest.raises(AreaFileRejected, match="outline of BU00000101"):
        read_outline(path, "buurten", "geom", 1, "BU00000101")


def test_an_area_may_lack_its_outline(tmp_path: Path) -> None:
    path = change(tmp_path, "UPDATE buurten SET geom = NULL")
    assert read_outline(path, "buurten", "geom", 1, "BU00000101") == ()


def test_names_of_tables_are_names_and_no_commands(tmp_path: Path) -> None:
    name = 'x"; DROP TABLE buurten; --'
    quoted = '"x""; DROP TABLE buurten; --"'
    path = change(
        tmp_path,
        f"CREATE TABLE {quoted} (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, naam TEXT)",
        f"INSERT INTO {quoted} VALUES (1, x'{in_geopackage(wkb([SQUARE])).hex()}', 'E-1', 'Plein')",
        f"INSERT INTO gpkg_contents VALUES ('{name}', 'features', 'x', 28992)",
        f"INSERT INTO gpkg_geometry_columns VALUES ('{name}', 'geom', 'POLYGON', 28992, 0, 0)",
    )
    found = {record.code: record for record in read_geopackage(path)}
    assert len(found) == 18
    assert found["E-1"].outline()[0][0].shape == (4, 2)


@given(st.integers(0, len(WHOLE) - 1))
def test_cut_off_anywhere_it_is_refused(tmp_path_factory: pytest.TempPathFactory, at: int) -> None:
    path = tmp_path_factory.mktemp("cut") / "a.gpkg"
    path.write_bytes(WHOLE[:at])
    with pytest.raises(AreaFileRejected):
        read_whole(path)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=60))
def test_with_other_bytes_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]
) -> None:
    content = bytearray(WHOLE)
    for at, byte in changes:
        content[at] = byte
    path = tmp_path_factory.mktemp("altered") / "a.gpkg"
    path.write_bytes(content)
    try:
        read_whole(path)
    except AreaFileRejected:
        return

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of areas is told by its bytes, cut to one municipality, and made whole."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from area_files import EXAMPLES, MadeArea, csv_text, geojson, moved, noorderhaaks, write_examples, write_geopackage

from houvast.domain.area import AreaKind
from houvast.exchange import area_reader
from houvast.exchange.area_reader import read_area_file
from houvast.exchange.area_record import AreaFileRejected


def elsewhere() -> list[MadeArea]:
    """The same municipality once more, under the next code and ten kilometres to the east."""
    return [
        moved(replace(a, code=a.code[:2] + "0001" + a.code[6:], name=f"{a.name} 2"), 10_000.0) for a in noorderhaaks()
    ]


def written(folder: Path, text: str, name: str = "gebieden.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_three_kinds_of_file_tell_the_same() -> None:
    package, collection, table = (
        read_area_file(EXAMPLES / f"noorderhaaks.{end}") for end in ("gpkg", "geojson", "csv")
    )
    for found in (package, collection, table):
        assert (found.municipality, found.year, len(found.areas)) == ("GM0000", 2026, 17)
        assert [(a.code, a.name, a.parent, a.inhabitants) for a in found.areas] == [
            (a.code, a.name, a.parent, a.inhabitants) for a in package.areas
        ]
    assert [a.neighbours for a in collection.areas] == [a.neighbours for a in package.areas]
    assert {a.outline for a in table.areas} == {None}


def test_wholes_come_before_their_parts_and_hold_them() -> None:
    found = read_area_file(EXAMPLES / "noorderhaaks.gpkg")
    kinds = [a.kind for a in found.areas]
    assert kinds == [AreaKind.MUNICIPALITY] + 4 * [AreaKind.DISTRICT] + 12 * [AreaKind.NEIGHBOURHOOD]
    seen: set[str | None] = {None}
    for area in found.areas:
        assert area.parent in seen
        seen.add(area.code)


def test_only_the_municipality_asked_for(tmp_path: Path) -> None:
    path = write_geopackage(tmp_path / "land.gpkg", [*noorderhaaks(), *elsewhere()])
    own = read_area_file(path, municipality="gm0001 ")
    assert {a.code[2:6] for a in own.areas} == {"0001"}
    assert next(a.neighbours for a in own.areas if a.kind is AreaKind.DISTRICT) == ("WK000102",)
    with pytest.raises(AreaFileRejected, match="GM0000 Noorderhaaks, GM0001 Noorderhaaks 2"):
        read_area_file(path)
    with pytest.raises(AreaFileRejected, match=r"GM0363 is not in this file\. In it are: GM0000 Noorderhaaks"):
        read_area_file(path, municipality="GM0363")
    with pytest.raises(AreaFileRejected, match="is not in this file"):
        read_area_file(path, municipality="Noorderhaaks")


def test_a_long_list_of_municipalities_is_cut(tmp_path: Path) -> None:
    rows = "\n".join(f"GM{n:04d};Gemeente {n}" for n in range(30))
    with pytest.raises(AreaFileRejected, match=r"30 municipalities.*GM0011 Gemeente 11 …"):
        read_area_file(written(tmp_path, f"code;naam\n{rows}\n"))


def test_a_damaged_outline_elsewhere_does_not_matter(tmp_path: Path) -> None:
    document = geojson([*noorderhaaks(), *elsewhere()])
    document["features"][-1]["geometry"]["coordinates"] = "niets"  # type: ignore[index]
    path = written(tmp_path, json.dumps(document))
    assert len(read_area_file(path, municipality="GM0000").areas) == 17
    with pytest.raises(AreaFileRejected, match="outline of BU00010403"):
        read_area_file(path, municipality="GM0001")


def test_wholes_that_are_only_named_are_made_of_their_parts(tmp_path: Path) -> None:
    parts = [a for a in noorderhaaks() if a.code.startswith("BU")]
    document = geojson(parts)
    for feature in document["features"]:  # type: ignore[attr-defined]
        code = feature["properties"]["statcode"]
        district = f"WK{code[2:8]}"
        feature["properties"] |= {
            "wk_code": district, "wk_naam": f"Wijk {district[-2:]}", "gm_code": "GM0000", "gm_naam": "Noorderhaaks",
        }  # fmt: skip
    found = read_area_file(written(tmp_path, json.dumps(document)))
    known = read_area_file(EXAMPLES / "noorderhaaks.gpkg")
    assert [(a.code, a.parent, a.neighbours) for a in found.areas] == [
        (a.code, a.parent, a.neighbours) for a in known.areas
    ]
    for made, drawn in zip(found.areas[:5], known.areas[:5], strict=True):
        assert made.centre == pytest.approx(drawn.centre, abs=1e-4)
        assert made.inhabitants is None


def test_without_districts_a_neighbourhood_lies_in_the_municipality(tmp_path: Path) -> None:
    found = read_area_file(written(tmp_path, csv_text([a for a in noorderhaaks() if a.code[:2] != "WK"])))
    assert {a.parent for a in found.areas} == {None, "GM0000"}
    assert {a.parent for a in read_area_file(written(tmp_path, "code;naam\nBU00000101;x\n")).areas} == {None}


def test_areas_of_ones_own_need_no_municipality() -> None:
    found = read_area_file(EXAMPLES / "eigen-gebieden.csv")
    assert (found.municipality, found.year) == (None, None)
    assert [(a.code, a.kind, a.parent) for a in found.areas] == [
        ("E-MARKT", AreaKind.OWN, None), ("E-STRAND", AreaKind.OWN, None),
    ]  # fmt: skip


def test_the_year_may_stand_in_the_name_of_the_file(tmp_path: Path) -> None:
    assert read_area_file(written(tmp_path, "code;naam\nGM0000;x\n", "wijken_2025.csv")).year == 2025


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!doctype html><html>Niet gevonden</html>", "web page"),
        ("\ufeff  <html>", "web page"),
        ("code;naam\nGM0000;x\nGM0000;y\n", "GM0000 is in the file twice"),
        ("code;naam;jaar\nGM0000;x;2024\nWK000001;y;2025\n", "mixes the codes of 2024, 2025"),
        ("code;naam;water\nGM0000;x;JA\n", "no areas in this file"),
        ("code;naam\n", "no areas in this file"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(AreaFileRejected, match=message):
        read_area_file(written(tmp_path, text))


def test_no_municipality_is_that_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_reader, "MOST_AREAS", 16)
    with pytest.raises(AreaFileRejected, match="more than 16 areas"):
        read_area_file(EXAMPLES / "noorderhaaks.csv")


def test_the_example_is_what_the_script_makes(tmp_path: Path) -> None:
    write_examples(tmp_path)
    for name in ("noorderhaaks.geojson", "noorderhaaks.csv", "eigen-gebieden.csv"):
        assert (EXAMPLES / name).read_bytes() == (tmp_path / name).read_bytes()
    assert read_area_file(EXAMPLES / "noorderhaaks.gpkg") == read_area_file(tmp_path / "noorderhaaks.gpkg")

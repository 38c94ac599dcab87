# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""GeoJSON with areas: degrees or metres, polygons only, and refused where it is something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from area_files import EXAMPLES, geojson, noorderhaaks
from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange import area_geojson
from houvast.exchange.area_geojson import read_geojson, read_outline
from houvast.exchange.area_record import AreaFileRejected

TEXT = (EXAMPLES / "noorderhaaks.geojson").read_text("utf-8")
RING = [[4.6, 52.9], [4.7, 52.9], [4.7, 53.0], [4.6, 52.9]]


def written(folder: Path, document: Any) -> Path:
    path = folder / "a.geojson"
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    return path


def one(**more: Any) -> dict[str, Any]:
    about = {"statcode": "BU00000101", "statnaam": "Havenbuurt"}
    feature = {"type": "Feature", "properties": about, "geometry": {"type": "Polygon", "coordinates": [RING]}, **more}
    return {"type": "FeatureCollection", "features": [feature]}


def test_all_areas_with_year_and_inhabitants() -> None:
    found = read_geojson(EXAMPLES / "noorderhaaks.geojson")
    assert {(r.code, r.name, r.inhabitants, r.year) for r in found} == {
        (a.code, a.name, a.inhabitants, 2026) for a in noorderhaaks()
    }
    assert [len(ring) for polygon in found[0].outline() for ring in polygon] == [len(noorderhaaks()[0].ring)]


def test_a_multipolygon_with_a_hole_and_height(tmp_path: Path) -> None:
    high = [[*point, 3.0] for point in RING]
    shape = {"type": "MultiPolygon", "coordinates": [[high, RING], [RING]]}
    (record,) = read_geojson(written(tmp_path, one(geometry=shape)))
    assert [[ring.tolist() for ring in polygon] for polygon in record.outline()] == [[RING, RING], [RING]]


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::28992", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"])
def test_known_coordinate_systems(tmp_path: Path, name: str) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    assert len(read_geojson(written(tmp_path, {**one(), "crs": crs}))) == 1


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({**one(), "crs": {"type": "name", "properties": {"name": "EPSG:3035"}}}, "EPSG:3035"),
        ({}, "no list of areas"),
        ([], "no list of areas"),
        ({"type": "FeatureCollection", "features": []}, "no list of areas"),
        ({"type": "FeatureCollection", "features": {"0": 1}}, "no list of areas"),
        ({"type": "FeatureCollection", "features": [7]}, "Feature 1 has no properties"),
        (one(properties=None), "Feature 1 has no properties"),
        (one(properties={"name": "x"}), "No property holds the codes"),
        (one(properties={"code": "BU00000101", "naam": "x", "postcode": "1790AA"}), "addresses"),
        ("", "damaged"),
        ("[" * 100_000, "damaged"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "damaged"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, document: Any, message: str) -> None:
    with pytest.raises(AreaFileRejected, match=message):
        read_geojson(written(tmp_path, document))


@pytest.mark.parametrize(
    "geometry",
    [
        "text", [1], {"type": "Point", "coordinates": [4.6, 52.9]}, {"type": "Polygon"},
        {"type": "Polygon", "coordinates": [[[4.6]]]}, {"type": "Polygon", "coordinates": 5},
        {"type": "Polygon", "coordinates": [[["a", "b"]]]}, {"type": "MultiPolygon", "coordinates": [RING]},
        {"type": "Polygon", "coordinates": [[[10**400, 1]]]}, {"type": "GeometryCollection", "geometries": []},
    ],
)  # fmt: skip
def test_an_outline_that_is_none_is_refused_with_its_code(geometry: Any) -> None:
    with pytest.raises(AreaFileRejected, match="outline of BU00000101"):
        read_outline(geometry, "BU00000101")


@pytest.mark.parametrize("part", ["[],", "{},", "1,"])
def test_a_file_that_would_fill_the_memory_is_refused(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(area_geojson, "MOST_LISTS", 1000)
    monkeypatch.setattr(area_geojson, "MOST_COMMAS", 2000)
    place = tmp_path / "a.geojson"
    place.write_text('{"type":"FeatureCollection","features":[' + part * 2001 + "1]}")
    with pytest.raises(AreaFileRejected, match="damaged"):
        read_geojson(place)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_geojson, "MOST_BYTES", 10)
    with pytest.raises(AreaFileRejected, match="larger than"):
        read_geojson(written(tmp_path, geojson(noorderhaaks())))


@given(st.integers(0, len(TEXT.rstrip()) - 1))
def test_cut_off_anywhere_it_is_refused(tmp_path_factory: pytest.TempPathFactory, at: int) -> None:
    with pytest.raises(AreaFileRejected):
        read_geojson(written(tmp_path_factory.mktemp("cut"), TEXT[:at]))


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "coordinates", "statcode", "x"]), inside, max_size=3)
    ),
    max_leaves=12,
)


@given(ANY_JSON, ANY_JSON, st.sampled_from(["Polygon", "MultiPolygon"]))
def test_any_json_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, coordinates: Any, properties: Any, kind: str
) -> None:
    document = one(geometry={"type": kind, "coordinates": coordinates})
    document["features"].append({"type": "Feature", "properties": properties, "geometry": coordinates})
    for wanted in (document, {**document, "features": coordinates}, {**document, "crs": properties}):
        try:
            for record in read_geojson(written(tmp_path_factory.mktemp("json"), wanted)):
                record.outline()
        except AreaFileRejected:
            continue

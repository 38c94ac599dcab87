# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas are in a GeoJSON file? RFC 7946, and the older form that names its coordinate system."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from houvast.exchange.area_columns import find_columns, read_record
from houvast.exchange.area_record import (
    NO_OUTLINE,
    AreaFileRejected,
    AreaRecord,
    Outline,
    Ring,
    check_rows,
    unknown_system,
)

MOST_BYTES = 150_000_000
MOST_LISTS, MOST_COMMAS = 8_000_000, 20_000_000  # a point is a list with a comma in it and one after it
KNOWN_SYSTEMS = ("28992", "4326", "4258", "CRS84")


def read_geojson(path: Path) -> tuple[AreaRecord, ...]:
    """All areas in the file; their outlines are read when they are asked for."""
    document = _load(path)
    _check_system(document.get("crs"))
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(features, list) or not features:
        raise AreaFileRejected("This file has no list of areas. A GeoJSON file of areas is a FeatureCollection.")
    check_rows(len(features))
    rows = [_properties(feature, number) for number, feature in enumerate(features, start=1)]
    columns = find_columns(list(dict.fromkeys(name for row in rows for name in row)))
    if columns is None:
        raise AreaFileRejected(
            "No property holds the codes of areas. Name it statcode or code, and the names statnaam or naam."
        )
    found = (
        (read_record(columns, row, number=number), feature)
        for number, (row, feature) in enumerate(zip(rows, features, strict=True), start=1)
    )
    return tuple(
        replace(record, outline=partial(read_outline, feature.get("geometry"), record.code))
        for record, feature in found
        if record is not None
    )


def read_outline(geometry: object, code: str) -> Outline:
    """The polygons of a geometry."""
    if geometry is None:
        return NO_OUTLINE
    try:
        return tuple(tuple(_ring(ring) for ring in polygon) for polygon in _polygons(geometry))
    except (TypeError, ValueError, LookupError, OverflowError) as error:
        raise AreaFileRejected(
            "The outline of {code} cannot be read ({reason}). Areas have outlines of polygons.",
            code=code,
            reason=str(error)[:80],
        ) from error


def _load(path: Path) -> Mapping[str, Any]:
    if path.stat().st_size > MOST_BYTES:
        raise AreaFileRejected(
            "This GeoJSON file is larger than {most} MB. Use the GeoPackage, or a file of your own municipality alone.",
            most=MOST_BYTES // 1_000_000,
        )
    try:
        document = json.loads(_bounded(path.read_bytes()).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise AreaFileRejected(
            "This GeoJSON file is damaged or cut off ({reason}). Make or download it again.", reason=str(error)[:80]
        ) from error
    return document if isinstance(document, dict) else {}


def _bounded(content: bytes) -> bytes:
    """The same bytes. ValueError where they would take far more memory than outlines of this size do."""
    if content.count(b"[") + content.count(b"{") > MOST_LISTS or content.count(b",") > MOST_COMMAS:
        raise ValueError("it has too many parts")
    return content


def _check_system(told: object) -> None:
    name = json.dumps(told)
    if told is not None and not any(system in name for system in KNOWN_SYSTEMS):
        raise unknown_system(name[:60])


def _properties(feature: object, number: int) -> Mapping[str, object]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(found, dict):
        raise AreaFileRejected("Feature {number} has no properties, so it has no code.", number=number)
    return found


def _polygons(geometry: object) -> Iterator[list[Any]]:
    if not isinstance(geometry, dict):
        raise TypeError("no geometry")
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        raise ValueError(f"a {str(geometry.get('type'))[:20]}")
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    yield from polygons


def _ring(points: list[list[float]]) -> Ring:
    ring = np.array([(float(point[0]), float(point[1])) for point in points], dtype=np.float64)
    return ring.reshape(-1, 2)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Outlines in binary: polygons in both byte orders and with height, and nothing else, however it is broken."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import shapely
from area_files import in_geopackage, many, wkb
from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange.area_wkb import BadGeometry, read_geopackage_geometry

OUTER = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
HOLE = [(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0), (1.0, 1.0)]


def read(content: bytes) -> list[list[list[tuple[float, ...]]]]:
    return [[[tuple(p) for p in ring.tolist()] for ring in polygon] for polygon in read_geopackage_geometry(content)]


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_polygon_with_a_hole_in_both_byte_orders(order: str) -> None:
    assert read(in_geopackage(wkb([OUTER, HOLE], order=order))) == [[OUTER, HOLE]]


def test_a_multipolygon_may_mix_byte_orders() -> None:
    both = many([wkb([OUTER], order=">"), wkb([HOLE])])
    assert read(in_geopackage(both)) == [[OUTER], [HOLE]]


@pytest.mark.parametrize(("kind", "width"), [(1003, 3), (2003, 3), (3003, 4), (0x80000003, 3), (0x40000003, 3)])
def test_height_and_measure_are_dropped(kind: int, width: int) -> None:
    points = [(x, y, *([9.0] * (width - 2))) for x, y in OUTER]
    assert read(in_geopackage(wkb([points], kind=kind))) == [[OUTER]]  # type: ignore[list-item]


@pytest.mark.parametrize("envelope", [0, 1, 2, 3, 4])
def test_every_envelope_is_skipped(envelope: int) -> None:
    box = b"\0" * (0, 32, 48, 48, 64)[envelope]
    assert read(b"GP\0" + bytes([envelope << 1]) + struct.pack("<i", 28992) + box + wkb([OUTER])) == [[OUTER]]


def test_an_empty_outline_is_none() -> None:
    assert read(b"GP\0" + bytes([0b10001]) + struct.pack("<i", 28992) + b"rest") == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GP", b"XX\0\1" + b"\0" * 20, in_geopackage(b""), b"GP\0" + bytes([5 << 1]) + b"\0" * 90,
        in_geopackage(struct.pack("<BIdd", 1, 1, 0.0, 0.0)),  # a point
        in_geopackage(struct.pack("<BII", 1, 10, 1) + wkb([OUTER])),  # a curved polygon
        in_geopackage(struct.pack("<BII", 1, 3, 2**32 - 1)),  # says that four thousand million rings follow
        in_geopackage(struct.pack("<BIII", 1, 3, 1, 2**31)),
        in_geopackage(struct.pack("<BII", 1, 6, 2**31)),
        in_geopackage(many([many([wkb([OUTER])])])),  # a multipolygon in a multipolygon
        in_geopackage(struct.pack("<BII", 1, 0x20000003, 28992) + wkb([OUTER])),  # with a system of its own
        in_geopackage(wkb([OUTER], kind=4003)),
    ],
)  # fmt: skip
def test_what_is_no_polygon_is_refused(content: bytes) -> None:
    with pytest.raises(BadGeometry):
        read_geopackage_geometry(content)


@given(st.integers(0, len(in_geopackage(wkb([OUTER, HOLE]))) - 1))
def test_cut_off_anywhere_it_is_refused(at: int) -> None:
    with pytest.raises(BadGeometry):
        read_geopackage_geometry(in_geopackage(wkb([OUTER, HOLE]))[:at])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    for content in (noise, in_geopackage(noise), in_geopackage(b"\1\3\0\0\0" + noise)):
        try:
            found = read_geopackage_geometry(content)
        except BadGeometry:
            continue
        assert all(ring.shape[1] == 2 for polygon in found for ring in polygon)


@given(st.lists(st.tuples(st.floats(3, 7), st.floats(50, 54)), min_size=3, max_size=30))
def test_what_shapely_writes_is_read(points: list[tuple[float, float]]) -> None:
    polygon = shapely.Polygon(points)
    for written in (polygon, shapely.MultiPolygon([polygon, polygon])):
        found = read_geopackage_geometry(in_geopackage(shapely.to_wkb(written, byte_order=0)))
        assert np.array_equal(np.concatenate([r for p in found for r in p]), shapely.get_coordinates(written))

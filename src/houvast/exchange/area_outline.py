# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas touch, where is the middle of each, and what does a light outline look like?

Two areas are neighbours where they share a border of some length: meeting in a corner is not enough. Outlines are made
lighter together, so that borders stay shared (Visvalingam & Whyatt 1993, on the coverage as a whole).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.errors import ShapelyError

from houvast.engine.area_geometry import from_plane, to_degrees, to_plane
from houvast.exchange.area_record import AreaFileRejected, Outline

MOST_POINTS = 3_000_000
GAP = 1.0  # metres between outlines that still touch
SHORTEST_BORDER = 10.0  # metres
COARSENESS = 15.0  # metres: smaller triangles than this squared are smoothed away
DIGITS = 5  # of degrees: about a metre
COUNTRY_RD = (-10_000.0, 280_000.0, 310_000.0, 660_000.0)  # x and y, least and most
COUNTRY_DEGREES = (2.5, 7.5, 50.5, 54.5)


@dataclass(frozen=True, slots=True)
class Shape:
    """One area: the codes of those it touches, its centre (longitude, latitude) and its GeoJSON outline in degrees."""

    neighbours: tuple[str, ...]
    centre: tuple[float, float]
    outline: dict[str, Any]


def shape_areas(outlines: Mapping[str, Sequence[Outline]]) -> dict[str, Shape]:
    """Areas of one kind, by code. Each has its own outline or those of its parts; without any it is left out.

    AreaFileRejected where an outline is no area, lies outside the country, or there are far too many points.
    """
    polygons = {code: _merge(code, parts) for code, parts in outlines.items() if any(parts)}
    if not polygons:
        return {}
    codes = list(polygons)
    given = np.array([polygons[code] for code in codes])
    if shapely.get_num_coordinates(given).sum() > MOST_POINTS:
        raise AreaFileRejected("The outlines have more than {most} points. Give a coarser file.", most=MOST_POINTS)
    is_rd = _is_rd(codes, given)
    flat = given if is_rd else shapely.transform(given, to_plane)
    touching = _find_touching(flat)
    light = shapely.transform(_simplify(flat), to_degrees if is_rd else from_plane)
    middles = shapely.transform(shapely.centroid(flat), to_degrees if is_rd else from_plane)
    return {
        code: Shape(
            neighbours=tuple(sorted(codes[other] for other in touching[at])),
            centre=(_round(shapely.get_x(middles[at])), _round(shapely.get_y(middles[at]))),
            outline=_as_geojson(light[at]),
        )
        for at, code in enumerate(codes)
    }


def _merge(code: str, parts: Sequence[Outline]) -> Any:
    """One valid polygon or multipolygon."""
    try:
        made = [shapely.Polygon(rings[0], rings[1:]) for outline in parts for rings in outline if rings]
        sound = [one if one.is_valid else shapely.make_valid(one) for one in made]
        whole = sound[0] if len(sound) == 1 else shapely.union_all(sound)
    except (ShapelyError, ValueError, IndexError) as error:
        raise AreaFileRejected(
            "The outline of {code} cannot be read ({reason}). Areas have outlines of polygons.",
            code=code,
            reason=str(error)[:80],
        ) from error
    flat = [part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"]
    if not flat or not np.isfinite(shapely.bounds(whole)).all():
        raise AreaFileRejected("The outline of {code} encloses nothing. Mend it in the file.", code=code)
    return flat[0] if len(flat) == 1 else shapely.MultiPolygon(flat)


def _is_rd(codes: Sequence[str], polygons: Any) -> bool:
    """Whether these are metres of the national grid; otherwise degrees. Refuses what lies outside the country."""
    bounds = shapely.bounds(polygons)
    is_rd = bool((np.abs(bounds) > 180).any())
    left, right, low, high = COUNTRY_RD if is_rd else COUNTRY_DEGREES
    inside = (bounds[:, 0] >= left) & (bounds[:, 2] <= right) & (bounds[:, 1] >= low) & (bounds[:, 3] <= high)
    if not inside.all():
        raise AreaFileRejected(
            "{code} lies outside the Netherlands. Are its coordinates RD (EPSG:28992) or longitude and latitude?",
            code=codes[int(np.argmin(inside))],
        )
    return is_rd


def _find_touching(flat: Any) -> list[set[int]]:
    """For each polygon the places of those with a shared border."""
    touching: list[set[int]] = [set() for _ in flat]
    first, second = shapely.STRtree(flat).query(flat, predicate="dwithin", distance=GAP)
    once = first < second
    first, second = first[once], second[once]
    wider = shapely.buffer(flat, GAP, quad_segs=1)
    near = shapely.intersection(wider[first], shapely.boundary(flat[second]))
    for a, b in zip(first[_long(near)], second[_long(near)], strict=True):
        touching[a].add(int(b))
        touching[b].add(int(a))
    return touching


def _long(lines: Any) -> Any:
    return shapely.length(lines) >= SHORTEST_BORDER


def _simplify(flat: Any) -> Any:
    """Lighter outlines with the same shared borders; an area that would vanish keeps its own."""
    light = shapely.coverage_simplify(flat, COARSENESS)
    return np.where(shapely.is_empty(light) | shapely.is_missing(light), flat, light)


def _as_geojson(polygon: Any) -> dict[str, Any]:
    parts = shapely.get_parts(polygon)
    return {
        "type": "MultiPolygon",
        "coordinates": [[_points(part.exterior), *map(_points, part.interiors)] for part in parts],
    }


def _points(ring: Any) -> list[list[float]]:
    found: list[list[float]] = np.round(shapely.get_coordinates(ring), DIGITS).tolist()
    return found


def _round(degrees: Any) -> float:
    return round(float(degrees), DIGITS)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas touch, where their middles are, and lighter outlines that still fit together."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from area_files import COLUMNS, ROWS, noorderhaaks
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.area_geometry import to_degrees
from houvast.exchange import area_outline
from houvast.exchange.area_outline import shape_areas
from houvast.exchange.area_record import AreaFileRejected, Outline


def square(x: float, y: float, side: float = 1000.0) -> Outline:
    """A square with its lower left corner so many metres from a point in the sea."""
    corners = np.array([(0, 0), (side, 0), (side, side), (0, side), (0, 0)], dtype=float)
    return ((corners + np.array([105_000.0 + x, 551_000.0 + y]),),)


def neighbourhoods() -> dict[str, list[Outline]]:
    return {a.code: [((np.array(a.ring),),)] for a in noorderhaaks() if a.code.startswith("BU")}


def touching(**outlines: Outline) -> dict[str, tuple[str, ...]]:
    return {code: shape.neighbours for code, shape in shape_areas({c: [o] for c, o in outlines.items()}).items()}


def test_the_grid_of_noorderhaaks() -> None:
    """Each cell touches those beside, above and below it: known beforehand, from the codes alone."""
    found = shape_areas(neighbourhoods())
    for row in range(1, ROWS + 1):
        for column in range(1, COLUMNS + 1):
            beside = [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)]
            codes = tuple(f"BU0000{r:02d}{c:02d}" for r, c in beside if 1 <= r <= ROWS and 1 <= c <= COLUMNS)
            assert found[f"BU0000{row:02d}{column:02d}"].neighbours == codes


def test_a_corner_is_no_border_and_a_hair_is_no_gap() -> None:
    assert touching(a=square(0, 0), b=square(1000, 1000)) == {"a": (), "b": ()}
    assert touching(a=square(0, 0), b=square(1000.5, 0)) == {"a": ("b",), "b": ("a",)}
    assert touching(a=square(0, 0), b=square(1100, 0)) == {"a": (), "b": ()}


def test_an_island_in_a_hole_touches_what_surrounds_it() -> None:
    around = ((square(0, 0, 3000)[0][0], square(1000, 1000)[0][0]),)
    assert touching(ring=around, island=square(1000, 1000)) == {"ring": ("island",), "island": ("ring",)}


@given(st.permutations(sorted(neighbourhoods())))
def test_the_order_in_the_file_does_not_matter(order: list[str]) -> None:
    given_outlines = neighbourhoods()
    assert shape_areas({code: given_outlines[code] for code in order}) == shape_areas(given_outlines)


def test_metres_and_degrees_give_the_same() -> None:
    metres = shape_areas(neighbourhoods())
    degrees = shape_areas({c: [((to_degrees(o[0][0][0]),),)] for c, o in neighbourhoods().items()})
    for code, shape in metres.items():
        assert degrees[code].neighbours == shape.neighbours
        assert degrees[code].centre == pytest.approx(shape.centre, abs=2e-5)
        a, b = (shapely.from_geojson(str(s.outline).replace("'", '"')) for s in (shape, degrees[code]))
        assert shapely.symmetric_difference(a, b).area < 0.01 * a.area


def test_the_middle_lies_in_the_middle() -> None:
    (shape,) = shape_areas({"a": [square(0, 0)]}).values()
    assert shape.centre == pytest.approx(to_degrees(np.array([(105_500.0, 551_500.0)]))[0], abs=1e-5)


def test_lighter_outlines_still_fit_together() -> None:
    """The whole is as large as before, no two overlap, and there are fewer points."""
    before = neighbourhoods()
    shapes = shape_areas(before)
    light = [shapely.from_geojson(str(s.outline).replace("'", '"')) for s in shapes.values()]
    heavy = [shapely.Polygon(to_degrees(parts[0][0][0])) for parts in before.values()]
    assert shapely.union_all(light).area == pytest.approx(shapely.union_all(heavy).area, rel=0.01)
    assert sum(one.area for one in light) == pytest.approx(shapely.union_all(light).area, rel=1e-3)
    assert shapely.get_num_coordinates(light).sum() < 0.8 * shapely.get_num_coordinates(heavy).sum()
    assert all(len(f"{number:.10g}".partition(".")[2]) <= 5 for one in light for number in one.bounds)


def test_a_whole_is_made_of_its_parts() -> None:
    (shape,) = shape_areas({"whole": [square(0, 0), square(1000, 0)]}).values()
    assert len(shape.outline["coordinates"]) == 1
    assert shape.centre == pytest.approx(to_degrees(np.array([(106_000.0, 551_500.0)]))[0], abs=1e-5)


def test_without_outlines_there_is_nothing_to_tell() -> None:
    assert shape_areas({}) == {}
    assert list(shape_areas({"a": [()], "b": [square(0, 0)]})) == ["b"]


def test_an_outline_that_crosses_itself_is_mended() -> None:
    bow = np.array([(0, 0), (1000, 1000), (1000, 0), (0, 1000), (0, 0)], dtype=float)
    (shape,) = shape_areas({"a": [((bow + np.array([105_000.0, 551_000.0]),),)]}).values()
    assert len(shape.outline["coordinates"]) == 2


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([(105_000, 551_000), (106_000, 551_000), (105_000, 551_000), (105_000, 551_000)], "encloses nothing"),
        ([(105_000, 551_000), (106_000, 551_000)], "cannot be read"),
        ([(float("nan"), 1), (2, 3), (4, 5), (6, 7)], "outline of BU1"),
        ([(float("inf"), 1), (2, 3), (4, 5), (6, 7)], "outline of BU1"),
        ([(52.9, 4.6), (52.9, 4.7), (53.0, 4.7), (52.9, 4.6)], "outside the Netherlands"),  # latitude first
        ([(3_900_000, 3_200_000), (3_900_100, 3_200_000), (3_900_100, 3_200_100)], "outside the Netherlands"),
        ([], "encloses nothing"),
    ],
)
def test_what_is_no_area_in_the_country_is_refused(points: list[tuple[float, float]], message: str) -> None:
    with pytest.raises(AreaFileRejected, match=message):
        shape_areas({"BU1": [((np.array(points, dtype=float).reshape(-1, 2),),)]})


def test_far_too_many_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_outline, "MOST_POINTS", 100)
    with pytest.raises(AreaFileRejected, match="more than 100 points"):
        shape_areas(neighbourhoods())


RINGS = st.lists(st.tuples(st.floats(104_000, 107_000), st.floats(550_000, 553_000)), min_size=0, max_size=9)


@given(st.lists(st.lists(RINGS, max_size=3), min_size=1, max_size=4))
def test_any_rings_are_shaped_or_refused(polygons: list[list[list[tuple[float, float]]]]) -> None:
    outlines = {
        f"BU{n}": [(tuple(np.array(ring, dtype=float).reshape(-1, 2) for ring in rings),)]
        for n, rings in enumerate(polygons)
    }
    try:
        found = shape_areas(outlines)
    except AreaFileRejected:
        return
    for code, shape in found.items():
        assert shape.outline["coordinates"]
        assert all(code in found[other].neighbours for other in shape.neighbours)

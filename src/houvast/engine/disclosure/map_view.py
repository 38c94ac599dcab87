# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be seen of where people stand? Sums of everybody's uncertainty, and points only where that is allowed.

A person is not a dot but a normal distribution (position, standard error). Added up they give smooth curves along x and
a density over the map, in which areas with fewer than k expected people are flattened.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.disclosure.result import Ellipse, MapView
from houvast.engine.landscape.result import Landscape

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_POINTS = 3000
NARROWEST = 0.12
CURVE_POINTS = 121
GRID_X, GRID_Y = 96, 64
SPREADS = 6
BANDS = (0.06, 0.2, 0.4, 0.65)


@dataclass(frozen=True, eq=False)
class PlacedPeople:
    """People of the headline: position and standard error (N,) in both directions, index of segment or -1."""

    x: Floats
    x_se: Floats
    y: Floats
    y_se: Floats
    of: Ints


def place_people(landscape: Landscape, of: Ints) -> PlacedPeople:
    """The people of the headline, with unknown y at 0."""
    keep = landscape.in_headline
    positions = landscape.positions
    return PlacedPeople(
        x=np.nan_to_num(positions.x[keep]),
        x_se=np.nan_to_num(positions.x_se[keep]),
        y=np.nan_to_num(positions.y[keep]),
        y_se=np.nan_to_num(positions.y_se[keep]),
        of=of[keep],
    )


def view_map(people: PlacedPeople, *, dimensions: int, k: int, with_points: bool) -> MapView:
    """The map of everybody; points only when they may be shown and are not too many to draw."""
    reach = _half_width(people.x)
    grid_x, grid_y = _centres(reach, GRID_X), _centres(_half_width(people.y), GRID_Y)
    density = spread_density(people, grid_x=grid_x, grid_y=grid_y)
    bands = tuple(float(b * density.max()) for b in BANDS) if density.max() > 0 else ()
    density = flatten_small_areas(density, bands=bands, k=k)
    x = np.linspace(-reach, reach, CURVE_POINTS)
    with_points = with_points and len(people.x) <= MOST_POINTS
    order = np.lexsort((people.y, people.x))
    points = zip(people.x[order].tolist(), people.y[order].tolist(), people.of[order].tolist(), strict=True)
    return MapView(
        dimensions=dimensions,
        x_se=_median(people.x_se),
        y_se=_median(people.y_se),
        x=tuple(x.tolist()),
        curve=spread_curve(people.x, people.x_se, at=x),
        points=tuple(points) if with_points else None,
        grid_x=tuple(grid_x.tolist()),
        grid_y=tuple(grid_y.tolist()),
        density=tuple(tuple(row) for row in density.tolist()),
        bands=bands,
    )


def spread_curve(x: Floats, se: Floats, *, at: Floats) -> tuple[float, ...]:
    """Sum of everybody's normal distribution, people per unit of x, at the points of a regular grid."""
    if len(x) == 0:
        return (0.0,) * len(at)
    step = at[1] - at[0]
    edges = np.append(at - step / 2, at[-1] + step / 2)
    total = np.zeros(len(at))
    for chosen, width in _by_spread(se):
        counts = np.histogram(np.clip(x[chosen], at[0], at[-1]), bins=edges)[0].astype(float)
        total += blur_matrix(len(at), width / step) @ counts
    return tuple((total / step).tolist())


def spread_density(people: PlacedPeople, *, grid_x: Floats, grid_y: Floats) -> Floats:
    """Expected people per cell, (len(grid_y), len(grid_x))."""
    step_x, step_y = grid_x[1] - grid_x[0], grid_y[1] - grid_y[0]
    edges = [np.append(g - s / 2, g[-1] + s / 2) for g, s in ((grid_y, step_y), (grid_x, step_x))]
    y, x = np.clip(people.y, grid_y[0], grid_y[-1]), np.clip(people.x, grid_x[0], grid_x[-1])
    total = np.zeros((len(grid_y), len(grid_x)))
    for chosen, width in _by_spread((people.x_se + people.y_se) / 2):
        counts = np.histogram2d(y[chosen], x[chosen], bins=edges)[0]
        total += blur_matrix(len(grid_y), width / step_y) @ counts @ blur_matrix(len(grid_x), width / step_x)
    return total


def blur_matrix(size: int, width: float) -> Floats:
    """Normal smoothing of `width` steps on a regular grid, (size, size); what falls off the edge is lost."""
    reach = int(4 * width + 0.5)
    weight = np.exp(-0.5 * (np.arange(-reach, reach + 1) / width) ** 2)
    apart = np.abs(np.arange(size)[:, None] - np.arange(size)[None, :])
    return np.asarray(np.where(apart <= reach, np.exp(-0.5 * (apart / width) ** 2), 0.0) / weight.sum())


def flatten_small_areas(density: Floats, *, bands: tuple[float, ...], k: int) -> Floats:
    """Lower every connected area above a level that holds fewer than k expected people to just under that level."""
    flat = density.copy()
    for level in bands:
        for area in connected_areas(flat >= level):
            if density[area].sum() < k:
                flat[area] = np.nextafter(level, 0)
    return flat


def connected_areas(inside: NDArray[np.bool_]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns of the cells of each area of true cells that touch side by side."""
    left = set(zip(*(axis.tolist() for axis in np.nonzero(inside)), strict=True))
    areas = []
    while left:
        waiting, area = [left.pop()], []
        while waiting:
            row, column = waiting.pop()
            area.append((row, column))
            near = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)} & left
            left -= near
            waiting.extend(near)
        areas.append(([cell[0] for cell in area], [cell[1] for cell in area]))
    return areas


def draw_ellipse(people: PlacedPeople, segment: int) -> Ellipse:
    """Mean, spread and correlation of the positions in a segment."""
    chosen = people.of == segment
    x, y = people.x[chosen], people.y[chosen]
    x_sd, y_sd = float(x.std()), float(y.std())
    flat = x_sd < 1e-9 or y_sd < 1e-9
    correlation = 0.0 if flat else float(np.clip(np.corrcoef(x, y)[0, 1], -0.99, 0.99))
    return Ellipse(float(x.mean()), float(y.mean()), x_sd, y_sd, correlation)


def _by_spread(se: Floats) -> list[tuple[NDArray[np.bool_], float]]:
    """People in at most six classes of standard error, with the typical one of each."""
    se = np.maximum(se, NARROWEST)
    edges = np.unique(np.quantile(se, np.linspace(0, 1, SPREADS + 1)))
    place = np.clip(np.searchsorted(edges, se, side="right") - 1, 0, max(len(edges) - 2, 0))
    return [(place == c, float(se[place == c].mean())) for c in np.unique(place)]


def _half_width(values: Floats) -> float:
    """Half the width of the map: rounded up, so that the edge is not one person's place."""
    if len(values) == 0:
        return 2.5
    return max(2.5, float(np.ceil(2 * (np.quantile(np.abs(values), 0.99) + 0.6)) / 2))


def _centres(reach: float, count: int) -> Floats:
    step = 2 * reach / count
    return np.asarray(np.linspace(-reach + step / 2, reach - step / 2, count))


def _median(values: Floats) -> float:
    return float(np.median(values)) if len(values) else 0.0

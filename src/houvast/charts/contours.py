# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does a density pass a level? Marching squares (Lorensen & Cline 1987, in the plane), as closed loops."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]
Edge = tuple[int, int, int]

# For each of the 16 corner patterns (bit 1 lower left, 2 lower right, 4 upper right, 8 upper left): pairs of sides
# that a line joins; sides 0 bottom, 1 right, 2 top, 3 left.
_LINES: tuple[tuple[tuple[int, int], ...], ...] = (
    (), ((3, 0),), ((0, 1),), ((3, 1),), ((1, 2),), ((3, 0), (1, 2)), ((0, 2),), ((3, 2),),
    ((2, 3),), ((2, 0),), ((0, 1), (2, 3)), ((2, 1),), ((1, 3),), ((1, 0),), ((0, 3),), (),
)  # fmt: skip


def find_contours(field: Sequence[Sequence[float]], level: float) -> tuple[tuple[Point, ...], ...]:
    """Closed loops (column, row) around the cells at or above the level; outside the field counts as 0."""
    width = len(field[0]) + 2
    padded = [[0.0] * width, *([0.0, *row, 0.0] for row in field), [0.0] * width]
    following: dict[Edge, Edge] = {}
    place: dict[Edge, Point] = {}
    for r in range(len(padded) - 1):
        for c in range(width - 1):
            for first, second in _LINES[_pattern(padded, r, c, level)]:
                start, end = _edge(r, c, first), _edge(r, c, second)
                place[start] = _cross(padded, start, level)
                following[start] = end
    return _follow(following, place)


def _pattern(field: Sequence[Sequence[float]], r: int, c: int, level: float) -> int:
    corners = (field[r][c], field[r][c + 1], field[r + 1][c + 1], field[r + 1][c])
    return sum(1 << i for i, value in enumerate(corners) if value >= level)


def _edge(r: int, c: int, side: int) -> Edge:
    """A name for a side that its two squares share: (row, column, 0 along the row or 1 along the column)."""
    return ((r, c, 0), (r, c + 1, 1), (r + 1, c, 0), (r, c, 1))[side]


def _cross(field: Sequence[Sequence[float]], edge: Edge, level: float) -> Point:
    r, c, upright = edge
    a = field[r][c]
    b = field[r + 1][c] if upright else field[r][c + 1]
    part = 0.5 if a == b else min(max((level - a) / (b - a), 0.0), 1.0)
    return (c - 1.0, r - 1 + part) if upright else (c - 1 + part, r - 1.0)


def _follow(following: dict[Edge, Edge], place: dict[Edge, Point]) -> tuple[tuple[Point, ...], ...]:
    loops = []
    while following:
        edge = next(iter(following))
        loop = []
        while edge in following:
            loop.append(place[edge])
            edge = following.pop(edge)
        loops.append(tuple(loop))
    return tuple(loops)

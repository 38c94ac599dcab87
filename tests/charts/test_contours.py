# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contours of fields whose contours are known."""

from __future__ import annotations

from math import hypot, pi

import pytest

from houvast.charts.contours import Point, find_contours


def _area(loop: tuple[Point, ...]) -> float:
    following = (*loop[1:], loop[0])
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(loop, following, strict=True))) / 2


def test_a_cone_has_a_circle() -> None:
    field = [[20 - hypot(c - 20, r - 20) for c in range(41)] for r in range(41)]
    (loop,) = find_contours(field, 10.0)
    assert _area(loop) == pytest.approx(pi * 100, rel=0.01)
    assert all(hypot(x - 20, y - 20) == pytest.approx(10, abs=0.1) for x, y in loop)


def test_two_hills_have_two_loops_and_a_hole_has_its_own() -> None:
    hills = [[float((c in (2, 8)) and r == 2) for c in range(11)] for r in range(5)]
    assert len(find_contours(hills, 0.5)) == 2
    ring = [[1.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 1.0]]
    assert len(find_contours(ring, 0.5)) == 2


def test_a_field_that_reaches_the_edge_is_closed_and_an_empty_one_has_nothing() -> None:
    assert len(find_contours([[1.0, 1.0], [1.0, 1.0]], 0.5)) == 1
    assert find_contours([[0.0, 0.0]], 0.5) == ()

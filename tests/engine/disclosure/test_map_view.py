# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Curves and densities hold everybody, and no area is about a few."""

from __future__ import annotations

import numpy as np
import pytest
from landscape_factory import make_landscape
from scipy import ndimage

from houvast.engine.disclosure.map_view import (
    MOST_POINTS,
    blur_matrix,
    connected_areas,
    draw_ellipse,
    flatten_small_areas,
    place_people,
    view_map,
)
from houvast.engine.landscape.result import Verdict


def _people(people: int = 400, seed: int = 1):  # type: ignore[no-untyped-def]
    landscape = make_landscape(Verdict.GROUPS, people=people, seed=seed, statements=6)
    return place_people(landscape, landscape.segments.of)


def test_the_curve_holds_everybody() -> None:
    view = view_map(_people(), dimensions=2, k=10, with_points=True)
    step = view.x[1] - view.x[0]
    assert sum(view.curve) * step == pytest.approx(400, rel=0.05)


def test_points_come_in_the_order_of_x_and_only_when_they_may_be_shown() -> None:
    people = _people()
    points = view_map(people, dimensions=2, k=10, with_points=True).points
    assert points is not None
    assert [p[0] for p in points] == sorted(people.x.tolist())
    assert view_map(people, dimensions=2, k=10, with_points=False).points is None
    assert view_map(_people(MOST_POINTS + 1), dimensions=2, k=10, with_points=True).points is None


@pytest.mark.parametrize("people", [30, 400])
def test_every_area_of_every_band_holds_at_least_k_people(people: int) -> None:
    placed = _people(people)
    view = view_map(placed, dimensions=2, k=10, with_points=False)
    whole = view_map(placed, dimensions=2, k=1, with_points=False)
    for level in view.bands:
        areas, count = ndimage.label(np.array(view.density) >= level)
        held = ndimage.sum_labels(np.array(whole.density), areas, np.arange(1, count + 1))
        assert (np.asarray(held) >= 9.5).all()


def test_a_lonely_person_leaves_no_mark() -> None:
    density = np.zeros((20, 20))
    density[2:6, 2:6] = 2.0
    density[15, 15] = 2.0
    flat = flatten_small_areas(density, bands=(0.5, 1.0), k=10)
    assert flat[15, 15] < 0.5
    assert (flat[2:6, 2:6] == 2.0).all()
    assert density[15, 15] == 2.0


def test_an_ellipse_is_about_its_segment() -> None:
    ellipse = draw_ellipse(_people(), 1)
    assert ellipse.x == pytest.approx(1.1, abs=0.2)
    assert abs(ellipse.correlation) < 0.3


def test_blurring_and_areas_are_those_of_scipy() -> None:
    rng = np.random.default_rng(3)
    counts = rng.poisson(1.0, (31, 41)).astype(float)
    expected = ndimage.gaussian_filter(counts, (1.7, 2.9), mode="constant")
    assert blur_matrix(31, 1.7) @ counts @ blur_matrix(41, 2.9) == pytest.approx(expected)
    inside = counts > 1
    labels, count = ndimage.label(inside)
    found = connected_areas(inside)
    assert len(found) == count
    for area in found:
        assert len(np.unique(labels[area])) == 1
        assert len(area[0]) == (labels == labels[area][0]).sum()

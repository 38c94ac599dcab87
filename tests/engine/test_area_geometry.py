# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points of the national grid on earth: published pairs, and a plane that can be left again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.area_geometry import from_plane, to_degrees, to_plane

KNOWN = [  # Amersfoort, Westertoren and Martinitoren: the examples of the paper and of its readers
    ((155_000.0, 463_000.0), (5.38720621, 52.15517440)),
    ((120_700.723, 487_525.502), (4.88352559, 52.37453253)),
    ((233_883.131, 582_065.167), (6.56820053, 53.21938317)),
]


@pytest.mark.parametrize(("rd", "degrees"), KNOWN)
def test_known_points(rd: tuple[float, float], degrees: tuple[float, float]) -> None:
    assert to_degrees(np.array([rd]))[0] == pytest.approx(degrees, abs=1e-8)


def test_a_kilometre_is_a_kilometre_everywhere_in_the_country() -> None:
    """Over a short way the grid and the plane of degrees agree on length to half a per cent, north and south."""
    for x, y in ((20_000.0, 370_000.0), (155_000.0, 463_000.0), (270_000.0, 590_000.0)):
        here, east, north = to_degrees(np.array([(x, y), (x + 1000, y), (x, y + 1000)]))
        metres = 111_320.0 * np.array([np.cos(np.radians(here[1])), 1.0])
        assert np.hypot(*((east - here) * metres)) == pytest.approx(1000, rel=5e-3)
        assert np.hypot(*((north - here) * metres)) == pytest.approx(1000, rel=5e-3)


@given(st.floats(3.2, 7.3), st.floats(50.7, 53.7))
def test_the_plane_can_be_left_again(longitude: float, latitude: float) -> None:
    point = np.array([[longitude, latitude]])
    assert from_plane(to_plane(point)) == pytest.approx(point, abs=1e-12)

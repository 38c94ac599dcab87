# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where on earth is a point of the Dutch national grid (RD, EPSG:28992)?

Two polynomials around Amersfoort, with p = (x − 155000)·10⁻⁵ and q = (y − 463000)·10⁻⁵:

    latitude  = 52.15517440 + Σ K_pq pᵃ qᵇ / 3600        longitude = 5.38720621 + Σ L_pq pᵃ qᵇ / 3600

Source: Schreutelkamp & Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
WGS84-kaartcoördinaten", Geodesia 43 (2001), 64-69.
Right to about 25 cm in the Netherlands, which is plenty for an outline on a screen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ORIGIN_RD: Points = np.array([155_000.0, 463_000.0])  # x, y in metres
ORIGIN_DEGREES: Points = np.array([5.38720621, 52.15517440])  # longitude, latitude
# Metres in a degree of longitude and of latitude, in the middle of the country.
METRES: Points = 111_320.0 * np.array([np.cos(np.radians(ORIGIN_DEGREES[1])), 1.0])
# (power of p, power of q, seconds of arc)
LATITUDE_TERMS = (
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
    (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
)  # fmt: skip
LONGITUDE_TERMS = (
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
    (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
)  # fmt: skip


def to_degrees(points: Points) -> Points:
    """(N, 2) points x, y of the national grid, in metres, as (N, 2) longitude and latitude in degrees."""
    p, q = (points - ORIGIN_RD).T * 1e-5
    seconds = np.stack([_polynomial(p, q, LONGITUDE_TERMS), _polynomial(p, q, LATITUDE_TERMS)], axis=1)
    return seconds / 3600.0 + ORIGIN_DEGREES


def to_plane(points: Points) -> Points:
    """(N, 2) longitude and latitude in degrees as metres in a flat plane, good for shapes some tens of km wide."""
    return (points - ORIGIN_DEGREES) * METRES


def from_plane(points: Points) -> Points:
    """The inverse of to_plane."""
    return points / METRES + ORIGIN_DEGREES


def _polynomial(p: Points, q: Points, terms: Sequence[tuple[int, int, float]]) -> Points:
    return np.asarray(sum(factor * p**a * q**b for a, b, factor in terms), dtype=np.float64)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does one row of a file of areas say, whatever the kind of file, and how is a file refused?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import FieldRejected

Ring = NDArray[np.float64]  # (N, 2) points
Outline = tuple[tuple[Ring, ...], ...]  # polygons; of each its outer ring, then its holes
NO_OUTLINE: Outline = ()
MOST_ROWS = 100_000  # there are some 18,000 areas in the country


class AreaFileRejected(FieldRejected):
    """A file that cannot be read as areas. Nothing of it was kept."""

    code = "file-rejected"

    def __init__(self, message: str, **values: object) -> None:
        super().__init__("file", message, **values)


def unknown_system(system: object) -> AreaFileRejected:
    """The refusal of coordinates that we do not know."""
    return AreaFileRejected(
        "The outlines are in coordinate system {system}. Save the file in RD (EPSG:28992) or degrees (EPSG:4326).",
        system=system,
    )


def check_rows(number: int) -> None:
    """Refuses a file with more rows than any file of areas has."""
    if number > MOST_ROWS:
        raise AreaFileRejected("The file has more than {most} rows. Give the file of the CBS.", most=MOST_ROWS)


def without_outline() -> Outline:
    """The outline of an area that comes without one."""
    return NO_OUTLINE


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """One area as it stands in a file.

    year and inhabitants: None where unknown. wholes: (code, name) of areas that it says it is part of.
    outline: reads its outline, in the coordinates of the file, when that is wanted.
    """

    code: str
    name: str
    year: int | None = None
    inhabitants: int | None = None
    wholes: tuple[tuple[str, str], ...] = ()
    outline: Callable[[], Outline] = field(default=without_outline, compare=False)

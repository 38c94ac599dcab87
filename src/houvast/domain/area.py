# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is an area, and what does its code say? A municipality, district or neighbourhood of the CBS, or one's own.

Codes of the CBS: GM and four digits, WK and six, BU and eight; the digits of a part begin with those of the whole.
Codes of one's own areas begin with E-. An area is never a person's address.
"""

from __future__ import annotations

import re
from enum import StrEnum

MOST_OF_NAME = 120


class AreaKind(StrEnum):
    """What kind of area: district is a wijk, neighbourhood a buurt."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    NEIGHBOURHOOD = "neighbourhood"
    OWN = "own"


CODE_PATTERNS = {
    AreaKind.MUNICIPALITY: re.compile(r"GM[0-9]{4}"),
    AreaKind.DISTRICT: re.compile(r"WK[0-9]{6}"),
    AreaKind.NEIGHBOURHOOD: re.compile(r"BU[0-9]{8}"),
    AreaKind.OWN: re.compile(r"E-[A-Z0-9](?:[A-Z0-9-]{0,12}[A-Z0-9])?"),
}
CBS_KINDS = (AreaKind.MUNICIPALITY, AreaKind.DISTRICT, AreaKind.NEIGHBOURHOOD)


def kind_of(code: str) -> AreaKind | None:
    """The kind of area that has this code; None where it is no code."""
    return next((kind for kind, pattern in CODE_PATTERNS.items() if pattern.fullmatch(code)), None)


def is_area_code(code: str) -> bool:
    """Whether this is the code of an area, of the CBS or one's own."""
    return kind_of(code) is not None


def parent_code(code: str) -> str | None:
    """The code of the area that this one is part of: BU00010203 → WK000102 → GM0001. None: of none by its code.

    ValueError where it is no code of an area.
    """
    kind = kind_of(code)
    if kind is None:
        raise ValueError(f"{code!r} is no code of an area.")
    if kind is AreaKind.NEIGHBOURHOOD:
        return f"WK{code[2:8]}"
    return f"GM{code[2:6]}" if kind is AreaKind.DISTRICT else None


def municipality_code(code: str) -> str | None:
    """The code of the municipality that an area of the CBS lies in; None for one's own areas and what is no code."""
    kind = kind_of(code)
    return f"GM{code[2:6]}" if kind in CBS_KINDS else None


def own_code(number: int) -> str:
    """The code of an area of one's own, counted from 1."""
    return f"E-{number:03d}"

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do ids become numbers? By appearance while reading; in natural order at the end, so that row order is moot."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MAX_ID = 100
NO_ID = -1
_CANONICAL = re.compile(r"0|-?[1-9][0-9]{0,17}", re.ASCII)


def is_whole_number(text: str) -> bool:
    """Whether the id is a whole number written in the one usual way (no leading zeros or plus)."""
    return _CANONICAL.fullmatch(text) is not None


def explain_id(name: str, role: str, longest: int | None = MAX_ID) -> tuple[str, str] | None:
    """(what is wrong with this id, what to do), None for a good one. A zero byte would be lost in an array of text."""
    if not name:
        return f"the {role} is empty", "Fill it in or remove the row."
    if longest is not None and len(name) > longest:
        return f"the {role} is {len(name)} characters long", f"Use an id of at most {longest} characters."
    if "\0" in name:
        return f"the {role} holds a zero byte", "Write it as plain text."
    return None


class IdCodes(dict[str, int]):
    """Id text → code 0, 1, 2, … in order of appearance. Spaces around an id are no part of it; NO_ID if unusable."""

    def __init__(self, *, longest: int | None = None) -> None:
        super().__init__()
        self.longest = longest
        self.names: list[str] = []
        self._codes: dict[str, int] = {}

    def __missing__(self, text: str) -> int:
        name = text.strip()
        if explain_id(name, "", self.longest):
            return NO_ID
        code = self._codes.setdefault(name, len(self.names))
        if code == len(self.names):
            self.names.append(name)
        self[text] = code
        return code


def order_names(names: Sequence[str]) -> list[int]:
    """Indices that put ids in natural order: by number if all are whole numbers, otherwise as text."""
    if all(map(is_whole_number, names)):
        return sorted(range(len(names)), key=lambda at: int(names[at]))
    return sorted(range(len(names)), key=names.__getitem__)


def as_id_array(names: Sequence[str]) -> NDArray[np.generic]:
    """Ids as int64 if all are whole numbers, otherwise as text."""
    if names and all(map(is_whole_number, names)):
        return np.array([int(name) for name in names], dtype=np.int64)
    return np.array(names, dtype=np.str_)

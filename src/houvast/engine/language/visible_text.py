# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a reader see of a text, and where in the text does each visible sign come from?

Invisible signs are left out, accents are put on their letters and wide forms become plain ones, as plain_text.py does;
but here every sign remembers its place, so that what is found can be pointed at in the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from houvast.engine.language.plain_text import INVISIBLE, JOINER

_SIGN = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The visible text; starts, ends: for each of its signs the half-open place in the given text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open place in the given text of a stretch of at least one visible sign."""
        return self.starts[start], self.ends[end - 1]


def read_visible(text: str) -> VisibleText:
    """The visible signs of a text with their places."""
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _SIGN.finditer(text):
        plain = JOINER.sub("", INVISIBLE.sub("", found.group()))
        for sign in unicodedata.normalize("NFKC", plain):
            signs.append(sign)
            starts.append(found.start())
            ends.append(found.end())
    return VisibleText("".join(signs), tuple(starts), tuple(ends))

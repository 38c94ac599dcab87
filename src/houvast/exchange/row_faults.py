# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to a broken row? Strict: the first one rejects the file. Lenient: it is left out, counted and named."""

from __future__ import annotations

from dataclasses import dataclass, field

from houvast.domain.errors import FileRejected, Place
from houvast.domain.input_facts import SkippedRow

SKIPPED_SHOWN = 100
LENIENT_HINT = "Or read the file with --lenient, which leaves out broken rows and says which."
WEEK_HINT = "Write a day as 2026-02-13 or 13-02-2026, or a week as 2026-W07."


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one row cannot be used: its index in the chunk, the 0-based column if known, what is wrong, what to do."""

    row: int
    column: int | None
    what: str
    now: str


@dataclass(slots=True)
class RowFaults:
    """Collects the broken rows of an input; raises at the first one unless lenient."""

    lenient: bool
    count: int = 0
    shown: list[SkippedRow] = field(default_factory=list)

    def add(self, place: Place, what: str, now: str) -> None:
        """Count a broken row; FileRejected unless lenient."""
        if not self.lenient:
            raise FileRejected(place, what, f"{now} {LENIENT_HINT}")
        self.count += 1
        if len(self.shown) < SKIPPED_SHOWN:
            self.shown.append(SkippedRow(place, what))


def shorten(text: str, width: int = 40) -> str:
    """A cell's text in quotes, cut to width characters, safe to print on one line."""
    return repr(text if len(text) <= width else text[: width - 1] + "…")

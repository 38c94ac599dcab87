# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said about where votes came from and what was done to read them."""

from __future__ import annotations

from dataclasses import dataclass, field

from houvast.domain.errors import Place


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that was left out under --lenient, and why."""

    place: Place
    what: str


@dataclass(frozen=True, slots=True)
class InputFacts:
    """Facts of reading, carried into every output.

    format: "polis export", "vote matrix" or "long table".
    sign: the source's convention in words, for example "agree = +1, disagree = -1, pass = 0".
    repeated_votes: earlier votes replaced by a later one of the same person on the same statement.
    notes: what a reader must know, for example that repeated votes had no time and the last row won.
    """

    format: str
    sign: str
    title: str = ""
    skipped_rows: int = 0
    skipped: tuple[SkippedRow, ...] = ()
    repeated_votes: int = 0
    notes: tuple[str, ...] = field(default_factory=tuple)

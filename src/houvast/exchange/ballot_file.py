# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do typed-over ballots come in as a file? CSV with a row an answer: ballot, statement, vote; or all its faults."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from houvast.domain.votes import Vote

MOST_ROWS = 2000
MOST_FAULTS = 20
LONGEST_LABEL = 40
COLUMNS = {
    "ballot": ("ballot", "stembiljet", "formulier"),
    "statement": ("statement", "stelling"),
    "vote": ("vote", "stem", "antwoord"),
}
VOTES = {
    **dict.fromkeys(("e", "eens", "agree", "1", "+", "+1"), Vote.AGREE),
    **dict.fromkeys(("o", "oneens", "disagree", "-1", "-"), Vote.DISAGREE),
    **dict.fromkeys(("w", "weet niet", "pas", "pass", "0"), Vote.PASS),
}


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row (1-based, the head is 1; None: the whole file). message is a msgid with {names}."""

    line: int | None
    message: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BallotFile:
    """Ballots by the label they have in the file: answers by statement number. Faulty where faults is not empty."""

    ballots: dict[str, dict[int, Vote]]
    faults: tuple[RowFault, ...]


@dataclass(slots=True)
class _Reading:
    numbers: frozenset[int]
    ballots: dict[str, dict[int, Vote]] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)

    def blame(self, line: int | None, message: str, **values: object) -> None:
        """Faults of the whole file come first."""
        self.faults.insert(len(self.faults) if line else 0, RowFault(line, message, values))


def read_ballot_file(content: bytes, *, numbers: Iterable[int]) -> BallotFile:
    """Read a file; numbers: those of the statements on the ballot."""
    reading = _Reading(frozenset(numbers))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        reading.blame(None, "This file is not UTF-8 text. Save it as “CSV UTF-8” and try again.")
        return BallotFile({}, tuple(reading.faults))
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    try:
        _read_rows(rows, reading)
    except csv.Error:
        reading.blame(None, "This file cannot be read as CSV. Save it as “CSV UTF-8” and try again.")
    if not reading.faults and not reading.ballots:
        reading.blame(None, "There are no answers in this file.")
    return BallotFile(reading.ballots, tuple(reading.faults[:MOST_FAULTS]))


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _read_rows(rows: Iterable[list[str]], reading: _Reading) -> None:
    place: dict[str, int] | None = None
    for line, row in enumerate(rows, start=1):
        if line > MOST_ROWS + 1:
            reading.blame(None, "A file may have {most} rows. Cut this one up.", most=MOST_ROWS)
            return
        if place is None:
            place = _find_columns(row)
            if len(place) < len(COLUMNS):
                reading.blame(1, "The first row must name the columns: ballot, statement, vote.")
                return
        elif any(cell.strip() for cell in row):
            _read_row(line, {name: row[i].strip() if i < len(row) else "" for name, i in place.items()}, reading)


def _find_columns(head: list[str]) -> dict[str, int]:
    names = [cell.strip().lower() for cell in head]
    return {name: names.index(word) for name, words in COLUMNS.items() for word in words if word in names}


def _read_row(line: int, row: dict[str, str], reading: _Reading) -> None:
    label, said = row["ballot"], row["vote"].lower()
    number = int(row["statement"]) if row["statement"].isascii() and row["statement"].isdigit() else -1
    if not label or len(label) > LONGEST_LABEL:
        reading.blame(line, "Name the ballot with a number or a few letters.")
    elif number not in reading.numbers:
        reading.blame(line, "There is no statement {number} on the ballot.", number=row["statement"] or "–")
    elif said and said not in VOTES:
        reading.blame(line, "“{vote}” is not an answer. Write e, o or w.", vote=row["vote"][:LONGEST_LABEL])
    elif number in reading.ballots.setdefault(label, {}):
        reading.blame(line, "Statement {number} has an answer on this ballot already.", number=number)
    elif said:
        reading.ballots[label][number] = VOTES[said]

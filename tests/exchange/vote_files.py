# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the same votes in every form and dialect that read_votes takes; for the tests and bench/fuzz_input.py."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from houvast.exchange.vote_input import VoteInput

Votes = dict[tuple[str, str], int]
WORDS_EN = {1: "agree", 0: "pass", -1: "disagree"}
WORDS_NL = {1: "Eens", 0: "Pas", -1: "Oneens"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file is written."""

    separator: str = ","
    line_end: str = "\n"
    bom: bool = False
    packed: bool = False
    quote_all: bool = False
    encoding: str = "utf-8"


def encode(rows: Iterable[Iterable[object]], dialect: Dialect) -> bytes:
    """The rows as bytes in a dialect."""
    text = io.StringIO(newline="")
    # Older writers do not quote a LF when the line end is CR.
    quoting = csv.QUOTE_ALL if dialect.quote_all or dialect.line_end == "\r" else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=dialect.separator, lineterminator=dialect.line_end, quoting=quoting).writerows(rows)
    encoding = "utf-8-sig" if dialect.bom and dialect.encoding == "utf-8" else dialect.encoding
    data = text.getvalue().encode(encoding)
    return gzip.compress(data, 1) if dialect.packed else data


def long_rows(
    votes: Votes, names: tuple[str, ...] = ("participant", "statement", "vote"), say: Callable[[int], object] = int
) -> list[list[object]]:
    """One row a vote under a header."""
    return [list(names), *([person, item, say(value)] for (person, item), value in votes.items())]


def matrix_rows(votes: Votes, say: Callable[[int], object] = int, corner: str = "participant") -> list[list[object]]:
    """One row a person, one column a statement."""
    people = list(dict.fromkeys(person for person, _ in votes))
    items = list(dict.fromkeys(item for _, item in votes))
    cells = [[say(votes[p, i]) if (p, i) in votes else "" for i in items] for p in people]
    return [[corner, *items], *([p, *row] for p, row in zip(people, cells, strict=True))]


def write(path: Path, rows: Iterable[Iterable[object]], dialect: Dialect | None = None) -> Path:
    """Write rows to a file; returns its path."""
    path.write_bytes(encode(rows, dialect or Dialect()))
    return path


def votes_of(found: VoteInput) -> Votes:
    """The votes of an input, by the ids of participant and statement as text."""
    table = found.table
    people = [str(name) for name in table.participants.tolist()]
    items = [statement.id for statement in table.statements]
    rows, columns, values = table.rows().tolist(), table.statement.tolist(), table.value.tolist()
    return {(people[r], items[c]): v for r, c, v in zip(rows, columns, values, strict=True)}

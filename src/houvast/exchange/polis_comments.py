# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do comments.csv and summary.csv of a Polis export say? Statements with their moderation, and the title.

The columns agrees and disagrees count changed votes as well, so they are never used.
"""

from __future__ import annotations

from dataclasses import dataclass

from houvast.domain.errors import FileRejected
from houvast.domain.votes import Moderation, Statement
from houvast.exchange.column_names import normalise
from houvast.exchange.delimited_text import Header, read_chunks, read_header
from houvast.exchange.long_table import report_faults, usable_rows
from houvast.exchange.row_faults import Fault, RowFaults, shorten

_MODERATION = {"-1": Moderation.OUT, "0": Moderation.OPEN, "1": Moderation.IN, "": Moderation.OPEN}
_YES_NO = {"true": True, "false": False, "1": True, "0": False, "t": True, "f": False, "": False}


@dataclass(frozen=True, slots=True)
class Comments:
    """The statements of comments.csv in the order of the file, and what must be said about it."""

    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()


def read_comments(path: str, faults: RowFaults) -> Comments:
    """The statements of a comments.csv. FileRejected at the first broken row unless faults is lenient."""
    header = read_header(path)
    places = _find_columns(header)
    found: dict[str, Statement] = {}
    for chunk in read_chunks(header):
        broken: list[Fault] = []
        rows, at = usable_rows(chunk, len(header.names), broken)
        for i, row in enumerate(rows):
            statement = _read_comment(row, places, found)
            if isinstance(statement, Statement):
                found[statement.id] = statement
            elif any(map(str.strip, row)):
                broken.append(Fault(i if at is None else at[i], *statement))
        report_faults(broken, chunk, header, faults)
    notes = () if "moderated" in places else ("comments.csv does not say what was moderated: nothing is left out.",)
    return Comments(tuple(found.values()), notes)


def _find_columns(header: Header) -> dict[str, int]:
    """Places of the columns that are used."""
    plain = [normalise(name) for name in header.names]
    places: dict[str, int] = {}
    for name in ("comment-id", "comment-body", "moderated", "is-meta", "is-seed"):
        at = [i for i, other in enumerate(plain) if other == name]
        if len(at) > 1:
            raise FileRejected(header.place(at[1]), f"a second column is named {name}", "Rename or remove one of them.")
        if at:
            places[name] = at[0]
    for name in ("comment-id", "comment-body"):
        if name not in places:
            raise FileRejected(
                header.place(), f"comments.csv has no column {name}", "Download the export again, or mend the header."
            )
    return places


def _read_comment(
    row: list[str], places: dict[str, int], found: dict[str, Statement]
) -> Statement | tuple[int, str, str]:
    """The statement of one row, or its first fault."""
    name = row[places["comment-id"]].strip()
    if not name:
        return places["comment-id"], "the comment-id is empty", "Fill it in or remove the row."
    if name in found:
        return places["comment-id"], f"comment-id {shorten(name)} has a second row", "Keep one row for each comment."
    moderated = row[places["moderated"]].strip().removesuffix(".0") if "moderated" in places else ""
    if moderated not in _MODERATION:
        what = f"{shorten(moderated)} is not a moderation"
        return places["moderated"], what, "Write -1 (out), 0 (not looked at) or 1 (in)."
    flags = {}
    for flag in ("is-meta", "is-seed"):
        text = row[places[flag]].strip().lower() if flag in places else ""
        if text not in _YES_NO:
            return places[flag], f"{shorten(text)} is neither true nor false", "Write true or false."
        flags[flag] = _YES_NO[text]
    text = row[places["comment-body"]].strip()
    return Statement(name, text, _MODERATION[moderated], is_meta=flags["is-meta"], is_seed=flags["is-seed"])


def read_title(path: str) -> str:
    """The topic in a summary.csv (lines of key,value), or nothing when it is not there."""
    header = read_header(path)
    if header.names[0].lower() == "topic" and len(header.names) > 1:
        return header.names[1]
    for chunk in read_chunks(header):
        for row in chunk.rows:
            if len(row) > 1 and row[0].strip().lower() == "topic":
                return row[1].strip()
    return ""

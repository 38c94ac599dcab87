# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which column is what? Recognised names of columns, English, Dutch and Polis, and the kind of table they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from houvast.domain.errors import FileRejected, Place
from houvast.exchange.row_faults import shorten

PARTICIPANT = (
    "participant", "participant-id", "participantid", "voter-id", "voterid", "voter", "deelnemer",
    "deelnemer-id", "deelnemerid", "deelnemernummer", "person", "person-id", "personid", "persoon",
    "persoon-id", "user", "user-id", "userid", "gebruiker", "gebruiker-id", "respondent", "respondent-id",
    "respondentid", "pid",
)  # fmt: skip
STATEMENT = (
    "statement", "statement-id", "statementid", "comment-id", "commentid", "comment", "stelling", "stelling-id",
    "stellingid", "stellingnummer", "tid",
)  # fmt: skip
VOTE = (
    "vote", "stem", "value", "waarde", "choice", "keuze", "answer", "antwoord",
)  # fmt: skip
TIME = (
    "timestamp", "created", "created-at", "time", "datetime", "tijd", "tijdstip", "datum-tijd", "modified",
    "date", "datum",
)  # fmt: skip
TEXT = (
    "statement-text", "statementtext", "stelling-tekst", "stellingtekst", "comment-body", "comment-text",
    "tekst", "text",
)  # fmt: skip
ROW_IDS = ("", "id", "index", "unnamed:-0")
POLIS_PERSON_COLUMNS = ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
_DATABASE_MARKS = ("created", "modified", "zid", "weight-x-32767", "high-priority")

RECOGNISED = (
    f"participant: {', '.join(PARTICIPANT[:8])} …; statement: {', '.join(STATEMENT[:4])}, stelling …; "
    f"vote: {', '.join(VOTE)}; time, if any: {', '.join(TIME[:6])} …"
)


class TableKind(StrEnum):
    """The kinds of table that can be told from the header."""

    LONG = "long table"
    MATRIX = "vote matrix"
    POLIS_VOTES = "polis votes"
    POLIS_DATABASE = "polis database rows"
    POLIS_PARTICIPANTS = "polis participants-votes"
    POLIS_COMMENTS = "polis comments"
    POLIS_SUMMARY = "polis summary"


@dataclass(frozen=True, slots=True)
class LongColumns:
    """0-based places of the columns of a long table; unused holds the names of the rest."""

    participant: int
    statement: int
    vote: int
    time: int | None
    text: int | None
    unused: tuple[str, ...]


def normalise(name: str) -> str:
    """A column name in lower case, with one hyphen for spaces, dots and underscores."""
    return re.sub(r"[\s_.\-]+", "-", name.strip().lower())


def find_kind(names: Sequence[str], place: Place) -> TableKind:
    """The kind of table with these column names. FileRejected when a long table misses a column or is ambiguous."""
    plain = [normalise(name) for name in names]
    have = set(plain)
    if {"comment-id", "comment-body"} <= have and not have & {"vote", "voter-id"}:
        return TableKind.POLIS_COMMENTS
    if "participant" in have and {"group-id", "n-votes"} <= have:
        return TableKind.POLIS_PARTICIPANTS
    if len(plain) == 2 and plain[0] == "topic":
        return TableKind.POLIS_SUMMARY
    if {"comment-id", "voter-id", "vote"} <= have:
        return TableKind.POLIS_VOTES
    if {"pid", "tid", "vote"} <= have:
        return _database_kind(have, place)
    roles = [bool(have & set(group)) for group in (PARTICIPANT, STATEMENT, VOTE)]
    if all(roles):
        return TableKind.LONG
    if sum(roles) == 2:
        raise _missing(names, roles, place)
    return TableKind.MATRIX


def _database_kind(have: set[str], place: Place) -> TableKind:
    if have & set(_DATABASE_MARKS):
        return TableKind.POLIS_DATABASE
    raise FileRejected(
        place,
        "columns pid, tid and vote alone do not say whether agree is +1 or -1",
        "If agree is +1, name the columns participant, statement, vote. "
        "If these are raw Polis database rows (agree = -1), keep their column created.",
    )


def _missing(names: Sequence[str], roles: list[bool], place: Place) -> FileRejected:
    lacking = next(role for role, found in zip(("participant", "statement", "vote"), roles, strict=True) if not found)
    return FileRejected(
        place,
        f"this looks like a long table, but no column is the {lacking} (columns: {list_names(names)})",
        f"Rename that column. Recognised names: {RECOGNISED}.",
    )


def find_long_columns(names: Sequence[str], place: Place) -> LongColumns:
    """The places of participant, statement, vote, and optionally time and text."""
    plain = [normalise(name) for name in names]
    participant = _only(names, plain, PARTICIPANT, "participant", place)
    statement = _only(names, plain, STATEMENT, "statement", place)
    vote = _only(names, plain, VOTE, "vote", place)
    time = _first(plain, TIME, place)
    text = _first(plain, TEXT, place)
    used = {participant, statement, vote, time, text}
    unused = tuple(name for at, name in enumerate(names) if at not in used and name and not _is_polis_time(plain, at))
    return LongColumns(participant, statement, vote, time, text, unused)


def _is_polis_time(plain: list[str], at: int) -> bool:
    """Polis writes every time twice; the text is known not to be used."""
    return plain[at] == "datetime" and "timestamp" in plain


def _only(names: Sequence[str], plain: list[str], group: Sequence[str], role: str, place: Place) -> int:
    found = [at for at, name in enumerate(plain) if name in group]
    if len(found) == 1:
        return found[0]
    if not found:
        raise FileRejected(
            place,
            f"no column is the {role} (columns: {list_names(names)})",
            f"Rename that column. Recognised names: {RECOGNISED}.",
        )
    both = " and ".join(f"column {at + 1} ({names[at]})" for at in found[:3])
    raise FileRejected(
        place, f"{both} could each be the {role}", f"Keep one of these names. Recognised names: {RECOGNISED}."
    )


def _first(plain: list[str], group: Sequence[str], place: Place) -> int | None:
    """The column with the first name of the group that occurs; two columns of that name are an error."""
    for name in group:
        found = [at for at, other in enumerate(plain) if other == name]
        if len(found) > 1:
            raise FileRejected(
                place, f"columns {found[0] + 1} and {found[1] + 1} have the same name ({name})", "Rename one of them."
            )
        if found:
            return found[0]
    return None


def list_names(names: Sequence[str], most: int = 12) -> str:
    """Column names for a message: at most `most`, each shortened."""
    shown = ", ".join(shorten(name, 24) for name in names[:most])
    return shown + (f" and {len(names) - most} more" if len(names) > most else "")

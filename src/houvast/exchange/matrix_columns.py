# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which columns of a participants × statements matrix are what? By their names, and by the cells of the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from houvast.domain.errors import FileRejected
from houvast.exchange.column_names import PARTICIPANT, POLIS_PERSON_COLUMNS, ROW_IDS, TableKind, normalise
from houvast.exchange.delimited_text import Header
from houvast.exchange.id_codes import is_whole_number
from houvast.exchange.row_faults import shorten
from houvast.exchange.vote_cells import NOT_A_VOTE, read_vote


@dataclass(frozen=True, slots=True)
class MatrixColumns:
    """0-based places of columns. nameless columns must be empty; counts: Polis' n-votes, n-agree, n-disagree.

    unused: names of columns left aside. note: what must be said about how the columns were told apart.
    """

    participant: int | None
    statements: tuple[int, ...]
    nameless: tuple[int, ...] = ()
    group: int | None = None
    counts: tuple[int, int, int] | None = None
    unused: tuple[str, ...] = ()
    note: str = ""


def find_matrix_columns(header: Header, kind: TableKind, first_rows: Sequence[Sequence[str]]) -> MatrixColumns:
    """The columns of a matrix. FileRejected when they cannot be told apart for certain."""
    plain = [normalise(name) for name in header.names]
    _refuse_doubles(header)
    if kind is TableKind.POLIS_PARTICIPANTS:
        return _polis_columns(header, plain)
    participant, note = _find_participant(header, plain, first_rows)
    aside = {at for at, name in enumerate(plain) if name in POLIS_PERSON_COLUMNS and at != participant}
    rest = [at for at in range(len(plain)) if at != participant and at not in aside]
    statements = tuple(at for at in rest if plain[at])
    if not statements:
        raise FileRejected(
            header.place(), "no column holds a statement", "Give a table with a column for each statement."
        )
    return MatrixColumns(
        participant,
        statements,
        nameless=tuple(at for at in rest if not plain[at]),
        unused=tuple(header.names[at] for at in sorted(aside)),
        note=note,
    )


def _refuse_doubles(header: Header) -> None:
    seen: dict[str, int] = {}
    for at, name in enumerate(header.names):
        if name and name in seen:
            raise FileRejected(
                header.place(at),
                f"columns {seen[name] + 1} and {at + 1} have the same name ({shorten(name)})",
                "Give every column its own name; the first row must hold names, not votes.",
            )
        seen[name] = at


def _polis_columns(header: Header, plain: list[str]) -> MatrixColumns:
    place = {name: at for at, name in enumerate(plain) if name in POLIS_PERSON_COLUMNS}
    statements = tuple(at for at, name in enumerate(header.names) if is_whole_number(name))
    if not statements:
        raise FileRejected(header.place(), "no column holds a statement", "Download the export again.")
    counts = ("n-votes", "n-agree", "n-disagree")
    known = set(statements) | set(place.values())
    return MatrixColumns(
        place["participant"],
        statements,
        group=place["group-id"],
        counts=(place["n-votes"], place["n-agree"], place["n-disagree"]) if set(counts) <= set(place) else None,
        unused=tuple(name for at, name in enumerate(header.names) if at not in known and name),
    )


def _find_participant(header: Header, plain: list[str], first_rows: Sequence[Sequence[str]]) -> tuple[int | None, str]:
    named = [at for at, name in enumerate(plain) if name in PARTICIPANT]
    if len(named) > 1:
        raise FileRejected(
            header.place(named[1]),
            f"columns {named[0] + 1} and {named[1] + 1} could each be the participant",
            "Keep one of them, named participant.",
        )
    if named:
        return named[0], ""
    if plain[0] in ROW_IDS:
        return 0, ""
    return _participant_by_cells(header, first_rows)


def _participant_by_cells(header: Header, first_rows: Sequence[Sequence[str]]) -> tuple[int | None, str]:
    """The first column holds ids when its cells are all different and mostly no votes; none when all are votes."""
    if all(read_vote(name) != NOT_A_VOTE for name in header.names[1:] or header.names):
        raise FileRejected(
            header.place(),
            "the first row could be names or votes",
            "Put a name above every column: participant, s1, s2, s3.",
        )
    cells = [row[0].strip() for row in first_rows]
    ids = sum(read_vote(cell) == NOT_A_VOTE for cell in cells)
    if ids == 0:
        return None, "No column holds participant ids: participants are numbered by row."
    if len(cells) >= 3 and 2 * ids > len(cells) and all(cells) and len(set(cells)) == len(cells):
        return 0, f"The first column ({header.names[0][:40]}) was read as the participant."
    at = next(i for i, cell in enumerate(cells) if read_vote(cell) == NOT_A_VOTE)
    raise FileRejected(
        header.place(0),
        f"it is not clear whether the first column holds participants or votes (it holds {shorten(cells[at])})",
        "If it holds ids, name it participant. If it holds votes, they must be 1, 0, -1 or empty.",
    )

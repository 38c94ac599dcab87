# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a participants × statements matrix read? One row a person, one column a statement, empty where not seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import FileRejected
from houvast.domain.input_facts import InputFacts
from houvast.domain.votes import Statement
from houvast.exchange.column_names import TableKind
from houvast.exchange.delimited_text import Chunk, Header, read_chunks
from houvast.exchange.id_codes import as_id_array, explain_id, order_names
from houvast.exchange.long_table import note_lacking, place_statements, report_faults, usable_rows
from houvast.exchange.matrix_columns import MatrixColumns, find_matrix_columns
from houvast.exchange.row_faults import Fault, RowFaults, shorten
from houvast.exchange.vote_cells import EMPTY, NOT_A_VOTE, VoteCodes, explain_vote
from houvast.exchange.vote_input import VoteInput
from houvast.exchange.vote_rows import RowChunks, VoteRows, complete_facts, refuse_without_votes, settle_rows

NO_GROUP = -1
_BAD_GROUP = -2


@dataclass(slots=True)
class MatrixReader:
    """What is known while the rows of a matrix go by. groups: the published group of each participant read."""

    header: Header
    columns: MatrixColumns
    faults: RowFaults
    votes: VoteCodes = field(default_factory=VoteCodes)
    participants: dict[str, int] = field(default_factory=dict)
    rows_seen: int = 0
    groups: list[int] = field(default_factory=list)
    rows: RowChunks = field(default_factory=RowChunks)
    count_checks: list[NDArray[np.bool_]] = field(default_factory=list)

    def take(self, chunk: Chunk) -> None:
        """Read one chunk: the usable rows are kept, the others become faults in order."""
        faults: list[Fault] = []
        rows, at = usable_rows(chunk, len(self.header.names), faults)
        if rows:
            self._take_rows(rows, at, faults)
        report_faults(faults, chunk, self.header, self.faults)

    def _take_rows(self, rows: list[list[str]], at: list[int] | None, faults: list[Fault]) -> None:
        width = len(self.header.names)
        asked = [*self.columns.statements, *self.columns.nameless]
        flat = np.fromiter(map(self.votes.__getitem__, chain.from_iterable(rows)), np.int8, len(rows) * width)
        cells = flat.reshape(len(rows), width)[:, asked]
        n = len(self.columns.statements)
        broken = (cells[:, :n] == NOT_A_VOTE).any(axis=1) | (cells[:, n:] != EMPTY).any(axis=1)
        good = np.zeros(len(rows), dtype=np.bool_)
        for i, row in enumerate(rows):
            fault = self._explain_cells(row) if broken[i] else self._take_person(row)
            if fault is None:
                good[i] = not self._is_blank(row)
            else:
                faults.append(Fault(i if at is None else at[i], *fault))
        self._keep(cells[good, :n], [row for row, kept in zip(rows, good, strict=True) if kept])

    def _keep(self, cells: NDArray[np.int8], rows: list[list[str]]) -> None:
        person, item = np.nonzero(cells < EMPTY)
        first = len(self.participants) - len(rows)
        self.rows.chunks.append(VoteRows((person + first).astype(np.int32), item.astype(np.int32), cells[person, item]))
        if self.columns.counts is not None:
            self.count_checks.append(_check_counts(rows, cells, self.columns.counts))

    def _is_blank(self, row: list[str]) -> bool:
        return self.columns.participant is not None and not any(map(str.strip, row))

    def _take_person(self, row: list[str]) -> tuple[int | None, str, str] | None:
        """Note the participant of a row whose votes are good; the fault if there is one."""
        self.rows_seen += 1
        column = self.columns.participant
        if self._is_blank(row):
            return None
        name = str(self.rows_seen) if column is None else row[column].strip()
        if trouble := explain_id(name, "participant"):
            return column, *trouble
        if column is not None and name == self.header.names[column]:
            return column, "the header comes a second time", "Remove this row."
        if name in self.participants:
            return column, f"participant {shorten(name)} has a second row", "Keep one row for each participant."
        group = NO_GROUP if self.columns.group is None else read_group(row[self.columns.group])
        if group == _BAD_GROUP:
            return self.columns.group, *explain_group(row[self.columns.group or 0])
        self.participants[name] = len(self.participants)
        self.groups.append(group)
        return None

    def _explain_cells(self, row: list[str]) -> tuple[int | None, str, str]:
        """The first broken cell of a row."""
        self.rows_seen += 1
        for at in sorted((*self.columns.statements, *self.columns.nameless)):
            code = self.votes[row[at]]
            if at in self.columns.nameless and code != EMPTY:
                return at, f"{shorten(row[at])} stands in a column without a name", "Name the column or empty it."
            if code == NOT_A_VOTE:
                what, now = explain_vote(row[at])
                return (
                    at,
                    what,
                    f"{now} Leave the cell empty for a statement not seen; remove columns that hold no votes.",
                )
        raise AssertionError("a broken row without a broken cell")


def _check_counts(rows: list[list[str]], cells: NDArray[np.int8], counts: tuple[int, int, int]) -> NDArray[np.bool_]:
    """Per row: do Polis' own counts fit the cells, and would they fit with agree and disagree turned round?"""
    stated = np.array([[_whole(row[at]) for at in counts] for row in rows], dtype=np.int64).reshape(len(rows), 3)
    votes, plus, minus = ((cells < EMPTY).sum(axis=1), (cells == 1).sum(axis=1), (cells == -1).sum(axis=1))
    fits = (stated == np.stack([votes, plus, minus], axis=1)).all(axis=1)
    turned = (stated == np.stack([votes, minus, plus], axis=1)).all(axis=1)
    return np.stack([fits, turned], axis=1)


def _whole(text: str) -> int:
    return int(text) if text.strip().isdecimal() and len(text) < 10 else -1


def read_group(text: str) -> int:
    """A published group-id, written as a whole number or a float; NO_GROUP when empty."""
    plain = text.strip()
    if not plain:
        return NO_GROUP
    whole, _, decimals = plain.partition(".")
    if whole.isdecimal() and len(whole) < 10 and not decimals.strip("0"):
        return int(whole)
    return _BAD_GROUP


def explain_group(text: str) -> tuple[str, str]:
    """(what is wrong with this cell as a group-id, what to do)."""
    return f"{shorten(text)} is not a group-id", "A group-id is 0, 1, 2, … or empty."


def read_matrix_rows(header: Header, kind: TableKind, faults: RowFaults) -> MatrixReader:
    """All rows of a matrix. FileRejected at the first broken one unless faults is lenient."""
    chunks = read_chunks(header)
    first = next(chunks, Chunk([], header.last_line + 1))
    first_rows = usable_rows(first, len(header.names), [])[0]
    reader = MatrixReader(header, find_matrix_columns(header, kind, first_rows[:1000]), faults)
    for chunk in chain([first], chunks):
        reader.take(chunk)
    return reader


def read_vote_matrix(
    header: Header, kind: TableKind, *, lenient: bool, known: tuple[Statement, ...] = (), title: str = ""
) -> VoteInput:
    """A matrix, with the statements of comments.csv when there are."""
    reader = read_matrix_rows(header, kind, RowFaults(lenient))
    return finish_matrix(reader, kind, known, title)


def finish_matrix(reader: MatrixReader, kind: TableKind, known: tuple[Statement, ...], title: str) -> VoteInput:
    """Put participants and statements in natural order and state the facts."""
    rows = reader.rows.join()
    refuse_without_votes(rows, reader.header.place(), reader.faults)
    names = list(reader.participants)
    order = order_names(names)
    places = np.empty(len(names), dtype=np.int32)
    places[order] = np.arange(len(names), dtype=np.int32)
    rows.participant = places[rows.participant]
    columns = [reader.header.names[at] for at in reader.columns.statements]
    own = tuple(Statement(name, name if " " in name else "") for name in columns)
    by_id = {statement.id: statement for statement in known}
    lacking = [name for name in columns if known and name not in by_id]
    all_known = tuple(by_id.get(s.id, s) for s in own) + tuple(s for s in known if s.id not in set(columns))
    statements, _ = place_statements(rows, columns, all_known, {})
    table, repeated = settle_rows(
        rows, participants=as_id_array([names[at] for at in order]), statements=statements, with_hours=False
    )
    notes = (*_matrix_notes(reader), *((note_lacking(lacking),) if lacking else ()))
    is_polis = kind is TableKind.POLIS_PARTICIPANTS
    form = "polis export" if is_polis else "vote matrix"
    facts = InputFacts(format=form, sign=reader.votes.sign(), title=title, notes=notes)
    complete = complete_facts(facts, table=table, repeated=repeated, faults=reader.faults, times=None)
    groups = np.array(reader.groups, dtype=np.int64)[order] if is_polis else None
    return VoteInput(table, complete, groups)


def _matrix_notes(reader: MatrixReader) -> tuple[str, ...]:
    columns = reader.columns
    notes = [columns.note] if columns.note else []
    if columns.unused:
        notes.append(f"Columns not used: {', '.join(columns.unused)}.")
    if reader.count_checks:
        fits, turned = np.concatenate(reader.count_checks).T
        if turned.all() and not fits.all():
            raise FileRejected(
                reader.header.place(),
                "by the columns n-agree and n-disagree, 1 means disagree in this file",
                "Turn the votes round so that agree is 1.",
            )
        if not fits.all():
            notes.append(
                f"The file's own counts do not fit the votes of {int((~fits).sum())} participants; the votes count."
            )
    return tuple(notes)

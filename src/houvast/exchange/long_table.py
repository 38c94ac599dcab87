# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a long table read? One row a vote: participant, statement, vote, optionally time and the statement's text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import compress
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from houvast.domain.input_facts import InputFacts
from houvast.domain.votes import Statement
from houvast.exchange.column_names import LongColumns, TableKind, find_long_columns
from houvast.exchange.delimited_text import Chunk, Header, read_chunks
from houvast.exchange.id_codes import MAX_ID, NO_ID, IdCodes, as_id_array, explain_id
from houvast.exchange.row_faults import Fault, RowFaults
from houvast.exchange.vote_cells import EMPTY, VoteCodes, explain_vote
from houvast.exchange.vote_input import VoteInput
from houvast.exchange.vote_rows import (
    RowChunks,
    VoteRows,
    complete_facts,
    refuse_without_votes,
    renumber,
    settle_rows,
    used_codes,
)
from houvast.exchange.vote_times import NO_TIME, TimeReader


@dataclass(slots=True)
class LongReader:
    """What is known while the rows of a long table go by."""

    header: Header
    columns: LongColumns
    faults: RowFaults
    votes: VoteCodes
    participants: IdCodes = field(default_factory=lambda: IdCodes(longest=MAX_ID))
    statements: IdCodes = field(default_factory=IdCodes)
    times: TimeReader | None = None
    texts: dict[int, str] = field(default_factory=dict)
    rows: RowChunks = field(default_factory=RowChunks)

    def take(self, chunk: Chunk) -> None:
        """Read one chunk: the usable rows are kept, the others become faults in order."""
        faults: list[Fault] = []
        usable, at = usable_rows(chunk, len(self.header.names), faults)
        if usable:
            self._take_rows(usable, at, faults)
        report_faults(faults, chunk, self.header, self.faults)

    def _take_rows(self, rows: list[list[str]], at: list[int] | None, faults: list[Fault]) -> None:
        people = self._codes(self.participants, rows, self.columns.participant)
        items = self._codes(self.statements, rows, self.columns.statement)
        values = self._codes(self.votes, rows, self.columns.vote).astype(np.int8)
        good = (people != NO_ID) & (items != NO_ID) & (values < EMPTY)
        moments = None
        if self.times is not None and self.columns.time is not None:
            moments = self.times.read(list(map(itemgetter(self.columns.time), rows)))
            good &= moments != NO_TIME
        if not good.all():
            broken = [i for i in np.flatnonzero(~good).tolist() if any(map(str.strip, rows[i]))]
            faults.extend(self._explain(rows[i], i if at is None else at[i]) for i in broken)
        people, items, values = people[good], items[good], values[good]
        self.rows.chunks.append(VoteRows(people, items, values, None if moments is None else moments[good]))
        self._keep_texts(rows, items, good)

    @staticmethod
    def _codes(codes: IdCodes | VoteCodes, rows: list[list[str]], column: int) -> NDArray[np.int32]:
        return np.fromiter(map(codes.__getitem__, map(itemgetter(column), rows)), np.int32, len(rows))

    def _keep_texts(self, rows: list[list[str]], items: NDArray[np.int32], good: NDArray[np.bool_]) -> None:
        if self.columns.text is not None:
            for item, row in zip(items.tolist(), compress(rows, good.tolist()), strict=True):
                self.texts[item] = self.texts.get(item) or row[self.columns.text].strip()

    def _explain(self, row: list[str], at: int) -> Fault:
        """The first thing wrong with a row, from left to right."""
        columns = self.columns
        checks: list[tuple[int, tuple[str, str] | None]] = [
            (columns.participant, _id_trouble(self.participants, row[columns.participant], "participant")),
            (columns.statement, _id_trouble(self.statements, row[columns.statement], "statement")),
            (columns.vote, explain_vote(row[columns.vote]) if self.votes[row[columns.vote]] >= EMPTY else None),
        ]
        if self.times is not None and columns.time is not None:
            cell = row[columns.time]
            checks.append((columns.time, self.times.explain(cell) if self.times.read([cell])[0] == NO_TIME else None))
        column, trouble = min(((c, t) for c, t in checks if t is not None), key=lambda found: found[0])
        return Fault(at, column, *trouble)


def _id_trouble(ids: IdCodes, cell: str, role: str) -> tuple[str, str] | None:
    return explain_id(cell.strip(), role, ids.longest)


def usable_rows(chunk: Chunk, width: int, faults: list[Fault]) -> tuple[list[list[str]], list[int] | None]:
    """(rows of the right width, their index in the chunk or None when that is every row). Blank rows do not count."""
    if set(map(len, chunk.rows)) == {width}:
        return chunk.rows, None
    usable, at = [], []
    for index, row in enumerate(chunk.rows):
        if len(row) == width:
            usable.append(row)
            at.append(index)
        elif any(map(str.strip, row)):
            faults.append(
                Fault(
                    index,
                    None,
                    f"the row has {len(row)} cells and the header has {width}",
                    "Check its separators and quotes.",
                )
            )
    return usable, at


def report_faults(faults: list[Fault], chunk: Chunk, header: Header, into: RowFaults) -> None:
    """Report the faults of a chunk in the order of rows."""
    for fault in sorted(faults, key=lambda f: f.row):
        needed = not into.lenient or into.count < 100
        line = chunk.line_of(fault.row) if needed else chunk.first_line
        into.add(header.place(fault.column, line), fault.what, fault.now)


def read_long_rows(header: Header, faults: RowFaults, *, agree_is_minus: bool = False) -> LongReader:
    """All rows of a long table. FileRejected at the first broken one unless faults is lenient."""
    columns = find_long_columns(header.names, header.place())
    reader = LongReader(header, columns, faults, VoteCodes(agree_is_minus=agree_is_minus))
    if columns.time is not None:
        reader.times = TimeReader()
    for chunk in read_chunks(header):
        reader.take(chunk)
    return reader


def read_long_table(header: Header, kind: TableKind, *, lenient: bool) -> VoteInput:
    """A long table as it stands, without other files beside it."""
    faults = RowFaults(lenient)
    reader = read_long_rows(header, faults, agree_is_minus=kind is TableKind.POLIS_DATABASE)
    return finish_long_table(reader, plain_facts(reader))


def plain_facts(reader: LongReader) -> InputFacts:
    """The facts known before the votes are settled."""
    unused = reader.columns.unused
    notes = (f"Columns not used: {', '.join(unused)}.",) if unused else ()
    return InputFacts(format="long table", sign=reader.votes.sign(), notes=notes)


def finish_long_table(reader: LongReader, facts: InputFacts, known: tuple[Statement, ...] = ()) -> VoteInput:
    """Settle the rows. Known statements keep their texts; ids with votes that they lack are added and noted."""
    rows = reader.rows.join()
    refuse_without_votes(rows, reader.header.place(), reader.faults)
    people = reader.participants.names
    ordered_people = renumber(rows.participant, people, used_codes(rows.participant, len(people)))
    statements, lacking = place_statements(rows, reader.statements.names, known, reader.texts)
    if known and lacking:
        facts = replace(facts, notes=(*facts.notes, note_lacking(lacking)))
    table, repeated = settle_rows(
        rows,
        participants=as_id_array(ordered_people),
        statements=statements,
        with_hours=reader.times is not None and reader.times.has_hours,
    )
    return VoteInput(
        table, complete_facts(facts, table=table, repeated=repeated, faults=reader.faults, times=reader.times)
    )


def note_lacking(lacking: list[str]) -> str:
    """What is said about ids that have votes and no statement."""
    some = ", ".join(lacking[:10]) + (" …" if len(lacking) > 10 else "")
    return f"{len(lacking)} statements have votes but are not among the comments, so have no text: {some}."


def place_statements(
    rows: VoteRows, names: list[str], known: tuple[Statement, ...], texts: dict[int, str]
) -> tuple[tuple[Statement, ...], list[str]]:
    """(statements in natural order, ids with votes that are not known). Renumbers rows.statement in place."""
    by_id = {statement.id: statement for statement in known}
    used = used_codes(rows.statement, len(names))
    lacking = [names[at] for at in used if names[at] not in by_id]
    kept = set(used) | {at for at, name in enumerate(names) if name in by_id}
    present = set(names)
    all_names = names + [name for name in by_id if name not in present]
    kept |= set(range(len(names), len(all_names)))
    described = {names[at]: Statement(names[at], texts.get(at, "")) for at in used} | by_id
    ordered = renumber(rows.statement, all_names, sorted(kept))
    return tuple(described[name] for name in ordered), [name for name in ordered if name in set(lacking)]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From rows as read to a table: repeated votes are settled, ids are put in order, and what was done is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import FileRejected, Place
from houvast.domain.input_facts import InputFacts
from houvast.domain.votes import Statement
from houvast.engine.landscape.last_votes import find_last_votes
from houvast.engine.landscape.vote_table import VoteTable
from houvast.exchange.id_codes import order_names
from houvast.exchange.row_faults import RowFaults
from houvast.exchange.vote_times import MICROSECONDS_PER_HOUR, TimeReader, TimeUnit

_GATHER = 1 << 22


@dataclass(slots=True)
class VoteRows:
    """Votes as they stand in a file, one a row: codes of participant and statement, value, and microseconds if any."""

    participant: NDArray[np.int32]
    statement: NDArray[np.int32]
    value: NDArray[np.int8]
    time: NDArray[np.int64] | None = None


@dataclass(slots=True)
class RowChunks:
    """Gathers chunks of rows; join() makes one set of arrays of them."""

    chunks: list[VoteRows] = field(default_factory=list)

    def join(self) -> VoteRows:
        """All rows together; the chunks are let go."""
        chunks, self.chunks = self.chunks or [_no_rows()], []
        times = [chunk.time for chunk in chunks if chunk.time is not None]
        return VoteRows(
            np.concatenate([chunk.participant for chunk in chunks]),
            np.concatenate([chunk.statement for chunk in chunks]),
            np.concatenate([chunk.value for chunk in chunks]),
            np.concatenate(times) if times else None,
        )


def _no_rows() -> VoteRows:
    return VoteRows(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.int8))


def used_codes(codes: NDArray[np.int32], size: int) -> list[int]:
    """The codes, of 0 … size - 1, that occur."""
    used = np.zeros(size, dtype=np.bool_)
    used[codes] = True
    return [int(at) for at in np.flatnonzero(used)]


def renumber(codes: NDArray[np.int32], names: Sequence[str], kept: Sequence[int]) -> list[str]:
    """Change codes, in place, into places in the natural order of the kept names; returns those names in that order.

    kept holds indices into names, every used code among them.
    """
    order = [kept[at] for at in order_names([names[at] for at in kept])]
    places = np.full(max(len(names), 1), -1, dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    for start in range(0, len(codes), _GATHER):
        codes[start : start + _GATHER] = places[codes[start : start + _GATHER]]
    return [names[at] for at in order]


def settle_rows(
    rows: VoteRows, *, participants: NDArray[np.generic], statements: tuple[Statement, ...], with_hours: bool
) -> tuple[VoteTable, int]:
    """(the table with one vote a pair, how many votes were replaced by a later one). The rows are used up."""
    last = find_last_votes(
        participant=rows.participant,
        statement=rows.statement,
        n_participants=len(participants),
        n_statements=len(statements),
        time=rows.time,
    )
    rows.participant, rows.statement = _no_rows().participant, _no_rows().statement
    chosen = slice(None) if last.rows is None else last.rows
    return VoteTable(
        participants=participants,
        statements=statements,
        indptr=last.indptr,
        statement=last.statement,
        value=np.ascontiguousarray(rows.value[chosen]),
        hour=_hours(rows.time, last.rows) if with_hours and rows.time is not None else None,
    ), last.repeated


def _hours(time: NDArray[np.int64], chosen: NDArray[np.int32] | None) -> NDArray[np.int32]:
    """Whole hours since 1970 of the chosen rows, a part at a time to spare memory."""
    size = len(time) if chosen is None else len(chosen)
    hours = np.empty(size, dtype=np.int32)
    for start in range(0, size, _GATHER):
        part = slice(start, start + _GATHER)
        hours[part] = (time[part] if chosen is None else time[chosen[part]]) // MICROSECONDS_PER_HOUR
    return hours


def refuse_without_votes(rows: VoteRows, place: Place, faults: RowFaults) -> None:
    """FileRejected when no vote is left."""
    if len(rows.value):
        return
    why = f"every row was left out ({faults.count})" if faults.count else "there is a header and no vote below it"
    raise FileRejected(place, f"the file holds no votes: {why}", "Give a file with at least one vote.")


def complete_facts(
    facts: InputFacts, *, table: VoteTable, repeated: int, faults: RowFaults, times: TimeReader | None
) -> InputFacts:
    """The facts with what was skipped and replaced, and the notes that follow from the votes."""
    notes = list(facts.notes)
    if repeated and (times is None or times.unit is None):
        notes.append(f"{repeated} repeated votes had no time: of each, the last row counts.")
    if times is not None and times.unit is TimeUnit.ORDER:
        notes.append("The column of times holds small numbers: used as an order, not as times.")
    if times is not None and times.unit is TimeUnit.LOCAL:
        notes.append("The times have no time zone and were read as UTC.")
    notes.extend(_value_notes(table.value))
    return replace(
        facts,
        skipped_rows=faults.count,
        skipped=tuple(faults.shown),
        repeated_votes=repeated,
        notes=tuple(notes),
    )


def _value_notes(value: NDArray[np.int8]) -> list[str]:
    agree, disagree = bool((value == 1).any()), bool((value == -1).any())
    if agree and not disagree:
        return ["Nobody disagrees with anything. If 0 stands for disagree in this file, write -1 instead: 0 is pass."]
    if disagree and not agree:
        return ["Nobody agrees with anything. Check whether agree is +1 in this file."]
    return []

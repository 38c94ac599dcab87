# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a long table in Parquet read? By batches of its columns, into compact arrays made once; 50 million votes fit.

Ids may be whole numbers, text or dictionary-encoded text; votes numbers or words; times numbers, timestamps or text.
The line of a place is the 1-based row of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import FileRejected, OptionRejected, Place
from houvast.domain.input_facts import InputFacts
from houvast.domain.votes import Statement
from houvast.exchange.column_names import RECOGNISED, LongColumns, TableKind, find_kind, find_long_columns, list_names
from houvast.exchange.id_codes import as_id_array
from houvast.exchange.long_table import place_statements
from houvast.exchange.parquet_columns import Mask, NumberColumn, TextColumn, read_times_of, read_votes_of
from houvast.exchange.row_faults import RowFaults, shorten
from houvast.exchange.vote_cells import WHAT_A_VOTE_IS, VoteCodes
from houvast.exchange.vote_input import VoteInput
from houvast.exchange.vote_rows import VoteRows, complete_facts, refuse_without_votes, renumber, settle_rows, used_codes
from houvast.exchange.vote_times import TIME_HINT, TimeReader

PARQUET_MAGIC = b"PAR1"
BATCH = 1 << 18


@contextmanager
def _reading(path: str) -> Iterator[None]:
    """Turns what can go wrong with the bytes into one clear error."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, EOFError, ValueError, MemoryError) as error:
        reason = shorten(" ".join(str(error).split()), 120)
        raise FileRejected(Place(path), f"the Parquet file cannot be read ({reason})", "Write it again.") from error


@dataclass(slots=True)
class ParquetReader:
    """What is known while batches go by; `filled` rows are kept of `seen`."""

    path: str
    names: list[str]
    columns: LongColumns
    faults: RowFaults
    votes: VoteCodes
    people: NumberColumn | TextColumn
    items: NumberColumn | TextColumn
    value: NDArray[np.int8]
    time: NDArray[np.int64] | None
    times: TimeReader | None
    filled: int = 0
    seen: int = 0
    texts: dict[int, str] = field(default_factory=dict)

    def take(self, batch: Any) -> None:
        """Read one batch of the wanted columns."""
        size = batch.num_rows
        people, bad_people = self.people.read(self._column(batch, self.columns.participant))
        items, bad_items = self.items.read(self._column(batch, self.columns.statement))
        value, bad_value = read_votes_of(self._column(batch, self.columns.vote), self.votes)
        moments, bad_time = None, None
        if self.times is not None and self.columns.time is not None:
            moments, bad_time = read_times_of(self._column(batch, self.columns.time), self.times)
        self._report(batch, {
            self.columns.participant: bad_people, self.columns.statement: bad_items, self.columns.vote: bad_value,
            -1 if self.columns.time is None else self.columns.time: bad_time,
        })  # fmt: skip
        masks = [bad for bad in (bad_people, bad_items, bad_value, bad_time) if bad is not None]
        if masks:
            good = ~np.logical_or.reduce(masks)
            people, items, value = people[good], items[good], value[good]
            moments = None if moments is None else moments[good]
            batch = batch.filter(good) if self.columns.text is not None else batch
        self._keep(people, items, value, moments)
        self._keep_texts(batch, items)
        self.seen += size

    def _column(self, batch: Any, at: int) -> Any:
        return batch.column(batch.schema.get_field_index(self.names[at]))

    def _keep(
        self, people: NDArray[Any], items: NDArray[Any], value: NDArray[np.int8], moments: NDArray[np.int64] | None
    ) -> None:
        self.people.put(self.filled, people)
        self.items.put(self.filled, items)
        end = self.filled + len(value)
        self.value[self.filled : end] = value
        if self.time is not None and moments is not None:
            self.time[self.filled : end] = moments
        self.filled = end

    def _keep_texts(self, batch: Any, items: NDArray[Any]) -> None:
        if self.columns.text is None or not len(items):
            return
        texts = self._column(batch, self.columns.text)
        filled = np.flatnonzero([bool(str(text or "").strip()) for text in texts.to_pylist()])
        for item, at in zip(*(part.tolist() for part in np.unique(items[filled], return_index=True)), strict=True):
            self.texts.setdefault(item, str(texts[int(filled[at])].as_py()).strip())

    def _report(self, batch: Any, bad: dict[int, Mask | None]) -> None:
        """Report the broken rows in order, each with its first broken column."""
        masks = {column: mask for column, mask in bad.items() if mask is not None}
        if not masks:
            return
        for row in np.flatnonzero(np.logical_or.reduce(list(masks.values()))).tolist():
            column = min(at for at, mask in masks.items() if mask[row])
            cell = self._column(batch, column)[row].as_py()
            place = Place(self.path, self.seen + row + 1, column + 1, self.names[column])
            self.faults.add(place, *self._explain(column, cell))

    def _explain(self, column: int, cell: object) -> tuple[str, str]:
        if cell is None or not str(cell).strip():
            return "the cell is empty", "Fill it in or remove the row."
        if column == self.columns.vote:
            return f"{shorten(str(cell))} is not a vote", WHAT_A_VOTE_IS
        if column == self.columns.time and self.times is not None:
            return self.times.explain(str(cell)) if isinstance(cell, str | int) else ("this is no time", TIME_HINT)
        return f"{shorten(str(cell))} cannot be an id", "Use whole numbers or a text of at most 100 characters."


def read_parquet_votes(path: str, *, lenient: bool) -> VoteInput:
    """A long table in Parquet. OptionRejected when pyarrow is not there."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise OptionRejected(
            "Reading Parquet needs an extra package. Install it with: pip install 'houvast[parquet]'"
        ) from error
    with _reading(path):
        file = pq.ParquetFile(path, page_checksum_verification=True)
        with file:
            reader = _prepare(path, file, RowFaults(lenient))
            columns = reader.columns
            wanted = [columns.participant, columns.statement, columns.vote, columns.time, columns.text]
            names = [reader.names[at] for at in wanted if at is not None]
            for batch in file.iter_batches(batch_size=BATCH, columns=names):
                reader.take(batch)
    return _finish(reader)


def _prepare(path: str, file: Any, faults: RowFaults) -> ParquetReader:
    """The reader for a file, by its schema."""
    schema, size = file.schema_arrow, file.metadata.num_rows
    names = list(schema.names)
    place = Place(path)
    kind = find_kind(names, place)
    if kind not in (TableKind.LONG, TableKind.POLIS_VOTES, TableKind.POLIS_DATABASE):
        raise FileRejected(
            place,
            f"a Parquet file must be a long table with one row a vote (columns: {list_names(names)})",
            f"Recognised names: {RECOGNISED}.",
        )
    columns = find_long_columns(names, place)
    times = None if columns.time is None else TimeReader()
    return ParquetReader(
        path=path,
        names=names,
        columns=columns,
        faults=faults,
        votes=VoteCodes(agree_is_minus=kind is TableKind.POLIS_DATABASE),
        people=_id_column(path, schema, columns.participant, size),
        items=_id_column(path, schema, columns.statement, size),
        value=np.empty(_checked_vote(path, schema, columns.vote, size), dtype=np.int8),
        time=None if times is None else np.empty(size, dtype=np.int64),
        times=times,
    )


def _text_like(kind: Any) -> bool:
    import pyarrow as pa

    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_string(inner) or pa.types.is_large_string(inner) or pa.types.is_string_view(inner))


def _id_column(path: str, schema: Any, at: int, size: int) -> NumberColumn | TextColumn:
    import pyarrow as pa

    kind = schema.field(at).type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return NumberColumn(size)
    if _text_like(kind):
        return TextColumn(size)
    raise FileRejected(
        Place(path, None, at + 1, schema.names[at]),
        f"ids of type {kind} cannot be read",
        "Write whole numbers or text.",
    )


def _checked_vote(path: str, schema: Any, at: int, size: int) -> int:
    import pyarrow as pa

    kind = schema.field(at).type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or _text_like(kind):
        return size
    raise FileRejected(Place(path, None, at + 1, schema.names[at]), f"{kind} is not a type of votes", WHAT_A_VOTE_IS)


def _finish(reader: ParquetReader) -> VoteInput:
    """Put ids in natural order, settle repeated votes, state the facts."""
    value, time = reader.value[: reader.filled], None if reader.time is None else reader.time[: reader.filled]
    rows = VoteRows(np.empty(0, np.int32), np.empty(0, np.int32), value, time)
    refuse_without_votes(rows, Place(reader.path), reader.faults)
    participants = _place_participants(reader, rows)
    statements = _place_statements(reader, rows)
    sign, unused = reader.votes.sign(), reader.columns.unused
    notes = (f"Columns not used: {', '.join(unused)}.",) if unused else ()
    table, repeated = settle_rows(
        rows,
        participants=participants,
        statements=statements,
        with_hours=reader.times is not None and reader.times.has_hours,
    )
    facts = InputFacts(format="long table", sign=sign, notes=notes)
    return VoteInput(
        table, complete_facts(facts, table=table, repeated=repeated, faults=reader.faults, times=reader.times)
    )


def _place_participants(reader: ParquetReader, rows: VoteRows) -> NDArray[np.generic]:
    """The ids in natural order; fills rows.participant."""
    names, rows.participant, numbers = reader.people.finish(reader.filled)
    if numbers is not None:
        return numbers
    return as_id_array(renumber(rows.participant, names, used_codes(rows.participant, len(names))))


def _place_statements(reader: ParquetReader, rows: VoteRows) -> tuple[Statement, ...]:
    """The statements in natural order; fills rows.statement."""
    names, rows.statement, numbers = reader.items.finish(reader.filled)
    if numbers is None:
        return place_statements(rows, names, (), reader.texts)[0]
    return tuple(Statement(str(number), reader.texts.get(number, "")) for number in numbers.tolist())

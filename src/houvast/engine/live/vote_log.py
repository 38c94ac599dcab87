# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the worker remember of the votes of a conversation? Every row as it was cast, so that all can be redone.

Of a person's rows on a statement the one with the highest id counts, in whatever order they became visible. Somebody
who is erased is forgotten with all their rows. Everything that is shown is computed from these columns: nothing is
added up that would have to be taken back exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Statement
from houvast.engine.landscape.last_votes import find_last_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class VoteRows:
    """Rows of the table of votes, all shape (V,): id, participant and statement (row ids), value, hour."""

    id: Ints
    participant: Ints
    statement: Ints
    value: NDArray[np.int8]
    hour: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.id)


def no_rows() -> VoteRows:
    """Nothing cast yet."""
    none = np.zeros(0, dtype=np.int64)
    return VoteRows(none, none, none, none.astype(np.int8), none.astype(np.int32))


def join_rows(pieces: Sequence[VoteRows]) -> VoteRows:
    """Pieces one after the other."""
    filled = [piece for piece in pieces if len(piece)]
    if len(filled) <= 1:
        return filled[0] if filled else no_rows()
    return VoteRows(*(np.concatenate([getattr(piece, f.name) for piece in filled]) for f in fields(VoteRows)))


def keep_rows(rows: VoteRows, keep: NDArray[np.bool_]) -> VoteRows:
    """The rows where keep, (V,), is true."""
    return VoteRows(*(getattr(rows, f.name)[keep] for f in fields(VoteRows)))


def count_last_votes(
    rows: VoteRows, *, people: Ints, statement_ids: Ints, statements: tuple[Statement, ...]
) -> VoteTable:
    """The table of the votes that count.

    people: (P, 2), row id and number of everybody whose votes count; who has no vote is left out of the table.
    statement_ids: (S,), row ids of `statements`; votes on other statements are left out.
    """
    person, knows_person = look_up(rows.participant, people[:, 0])
    item, knows_item = look_up(rows.statement, statement_ids)
    known = knows_person & knows_item
    present = np.zeros(len(people), dtype=bool)
    present[person[known]] = True
    renumber = (np.cumsum(present) - 1).astype(np.int32)
    last = find_last_votes(
        participant=renumber[person[known]],
        statement=item[known],
        n_participants=int(present.sum()),
        n_statements=len(statements),
        time=rows.id[known],
    )
    chosen = slice(None) if last.rows is None else last.rows
    return VoteTable(
        participants=people[present, 1],
        statements=statements,
        indptr=last.indptr,
        statement=last.statement,
        value=np.ascontiguousarray(rows.value[known][chosen]),
        hour=np.ascontiguousarray(rows.hour[known][chosen]),
    )


def look_up(wanted: Ints, ids: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Index in ids of each wanted id, and whether it is there at all."""
    if len(ids) == 0:
        return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=bool)
    order = np.argsort(ids, kind="stable")
    place = np.minimum(np.searchsorted(ids[order], wanted), len(ids) - 1)
    return order[place], ids[order[place]] == wanted

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How are votes held? As compressed rows: per participant the statements voted on and the votes, nothing for unseen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Statement
from houvast.engine.landscape.last_votes import find_last_votes

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class VoteTable:
    """Votes of P participants on S statements, V in all, one per participant and statement.

    participants: shape (P,), the source's ids (integers or strings), distinct.
    statements:   length S.
    indptr:       int64, shape (P + 1,); participant i voted rows indptr[i]:indptr[i+1].
    statement:    int32, shape (V,), index into statements, ascending within a participant.
    value:        int8, shape (V,), +1 agree, 0 pass, -1 disagree (houvast.domain.votes.Vote).
    hour:         int32, shape (V,), hours since 1970 of each vote, or None where the source has no times.
    """

    participants: NDArray[np.generic]
    statements: tuple[Statement, ...]
    indptr: Ints
    statement: NDArray[np.int32]
    value: NDArray[np.int8]
    hour: NDArray[np.int32] | None = None

    @property
    def n_participants(self) -> int:
        """P, the number of participants (those without a vote included)."""
        return len(self.indptr) - 1

    @property
    def n_statements(self) -> int:
        """S, the number of statements (those without a vote included)."""
        return len(self.statements)

    @property
    def n_votes(self) -> int:
        """V, the number of votes that count."""
        return len(self.value)

    @property
    def votes_per_participant(self) -> Ints:
        """Number of votes of each participant, shape (P,)."""
        return np.diff(self.indptr)

    def rows(self) -> Ints:
        """Participant index of each vote, shape (V,)."""
        return np.repeat(np.arange(self.n_participants, dtype=np.int64), self.votes_per_participant)


def build_vote_table(
    *,
    participants: NDArray[np.generic],
    statements: tuple[Statement, ...],
    participant: NDArray[np.integer],
    statement: NDArray[np.integer],
    value: NDArray[np.integer],
    hour: NDArray[np.integer] | None = None,
) -> VoteTable:
    """Build the table from one row a vote, all arrays of shape (V,); ValueError unless the pairs are distinct."""
    last = find_last_votes(
        participant=participant,
        statement=statement,
        n_participants=len(participants),
        n_statements=len(statements),
    )
    if last.repeated:
        raise ValueError(f"{last.repeated} votes repeat a participant and statement")
    rows = slice(None) if last.rows is None else last.rows
    return VoteTable(
        participants=participants,
        statements=statements,
        indptr=last.indptr,
        statement=last.statement,
        value=np.ascontiguousarray(value[rows], dtype=np.int8),
        hour=None if hour is None else np.ascontiguousarray(hour[rows], dtype=np.int32),
    )


def select_participants(votes: VoteTable, *, keep: NDArray[np.bool_]) -> VoteTable:
    """The same table with only the participants where keep, shape (P,), is true."""
    per_vote = np.repeat(keep, votes.votes_per_participant)
    indptr = np.zeros(int(keep.sum()) + 1, dtype=np.int64)
    np.cumsum(votes.votes_per_participant[keep], out=indptr[1:])
    return VoteTable(
        participants=votes.participants[keep],
        statements=votes.statements,
        indptr=indptr,
        statement=votes.statement[per_vote],
        value=votes.value[per_vote],
        hour=None if votes.hour is None else votes.hour[per_vote],
    )


def select_statements(votes: VoteTable, *, keep: NDArray[np.bool_]) -> VoteTable:
    """The same table with only the statements where keep, shape (S,), is true, renumbered."""
    if keep.all():
        return votes
    per_vote = keep[votes.statement]
    renumber = (np.cumsum(keep) - 1).astype(np.int32)
    indptr = np.concatenate(([0], np.cumsum(per_vote, dtype=np.int64)))[votes.indptr]
    return VoteTable(
        participants=votes.participants,
        statements=tuple(s for s, kept in zip(votes.statements, keep, strict=True) if kept),
        indptr=indptr,
        statement=renumber[votes.statement[per_vote]],
        value=votes.value[per_vote],
        hour=None if votes.hour is None else votes.hour[per_vote],
    )

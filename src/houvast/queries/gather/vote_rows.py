# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which votes were cast in a conversation, row by row? Read in pieces, so that no writer has to wait."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from houvast.engine.live.vote_log import VoteRows, join_rows
from houvast.store.models import Vote

PIECE = 50_000
COLUMNS = ("id", "participant_id", "statement_id", "value", "hour")
ROW = np.dtype(
    [("id", np.int64), ("participant", np.int64), ("statement", np.int64), ("value", np.int8), ("hour", np.int32)]
)


def read_votes_after(conversation_id: int, *, after: int = 0) -> VoteRows:
    """The rows with a higher id, in order of id."""
    pieces: list[VoteRows] = []
    while True:
        chosen = Vote.objects.filter(conversation_id=conversation_id, id__gt=after).order_by("id")
        rows = list(chosen.values_list(*COLUMNS)[:PIECE])
        pieces.append(_as_arrays(rows))
        if len(rows) < PIECE:
            return join_rows(pieces)
        after = rows[-1][0]


def read_votes_by_id(ids: Sequence[int]) -> VoteRows:
    """The rows with these ids, in order of id."""
    rows = list(Vote.objects.filter(id__in=list(ids)).order_by("id").values_list(*COLUMNS))
    return _as_arrays(rows)


def read_votes_of(participant_id: int) -> VoteRows:
    """Everything one person cast, in order of id."""
    return _as_arrays(list(Vote.objects.filter(participant_id=participant_id).order_by("id").values_list(*COLUMNS)))


def _as_arrays(rows: Sequence[tuple[int, ...]]) -> VoteRows:
    table = np.array(rows, dtype=ROW)
    return VoteRows(*(np.ascontiguousarray(table[name]) for name in ROW.names or ()))

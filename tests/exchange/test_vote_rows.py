# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest

from houvast.domain.errors import FileRejected, Place
from houvast.domain.votes import Statement
from houvast.exchange.row_faults import RowFaults
from houvast.exchange.vote_rows import (
    RowChunks,
    VoteRows,
    refuse_without_votes,
    renumber,
    settle_rows,
    used_codes,
)


def rows(people, items, values, times=None):
    return VoteRows(
        np.array(people, np.int32),
        np.array(items, np.int32),
        np.array(values, np.int8),
        None if times is None else np.array(times, np.int64),
    )


def test_chunks_are_joined():
    joined = RowChunks([rows([1], [2], [1], [5]), rows([3], [4], [-1], [6])]).join()
    assert joined.participant.tolist() == [1, 3]
    assert joined.time.tolist() == [5, 6]
    with pytest.raises(FileRejected, match="no vote below"):
        refuse_without_votes(RowChunks().join(), Place("f"), RowFaults(lenient=False))


def test_codes_become_places_in_natural_order():
    codes = np.array([0, 2, 0, 3], np.int32)
    kept = used_codes(codes, 4)
    assert kept == [0, 2, 3]
    assert renumber(codes, ["10", "7", "9", "-1"], kept) == ["-1", "9", "10"]
    assert codes.tolist() == [2, 1, 2, 0]


def test_settled_rows_keep_the_last_by_time_and_the_hour():
    hour = 3_600_000_000
    table, repeated = settle_rows(
        rows([1, 0, 1], [0, 0, 0], [1, 0, -1], [9 * hour + 5, hour, 8 * hour]),
        participants=np.array([4, 5]),
        statements=(Statement("a"),),
        with_hours=True,
    )
    assert repeated == 1
    assert table.value.tolist() == [0, 1]
    assert table.hour.tolist() == [1, 9]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pyarrow as pa
import pytest

from houvast.exchange.parquet_columns import NumberColumn, TextColumn, read_times_of, read_votes_of
from houvast.exchange.vote_cells import VoteCodes
from houvast.exchange.vote_times import TimeReader, TimeUnit


def mask(found):
    return None if found is None else found.tolist()


def test_text_ids_with_nulls():
    column = TextColumn(4)
    for array in (pa.array(["b", None, "a", " b "]), pa.array(["b", None, "a", " b "]).dictionary_encode()):
        codes, bad = column.read(array)
        assert codes.tolist() == [0, -1, 1, 0]
        assert mask(bad) == [False, True, False, False]


@pytest.mark.parametrize(
    ("array", "bad"),
    [
        (pa.array([1, 2]), None),
        (pa.array([1, None]), [False, True]),
        (pa.array([1.0, 2.5, float("nan"), float("inf")]), [False, True, True, True]),
        (pa.array([1, 2**64 - 1], pa.uint64()), [False, True]),
    ],
)
def test_number_ids(array, bad):
    values, found = NumberColumn(9).read(array)
    assert values[0] == 1
    assert mask(found) == bad


def test_votes():
    values, bad = read_votes_of(pa.array([1, 0, -1, 3, None]), VoteCodes())
    assert values[:3].tolist() == [1, 0, -1]
    assert mask(bad) == [False, False, False, True, True]
    assert read_votes_of(pa.array([1, -1], pa.int8()), VoteCodes(agree_is_minus=True))[0].tolist() == [-1, 1]
    assert mask(read_votes_of(pa.array(["eens", "x", None]), VoteCodes())[1]) == [False, True, True]


def test_times():
    reader = TimeReader()
    moments, bad = read_times_of(pa.array([1_000_000_000, None], pa.timestamp("ns")), reader)
    assert moments[0] == 10**6
    assert mask(bad) == [False, True]
    assert reader.unit is TimeUnit.LOCAL

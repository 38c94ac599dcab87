# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a batch of a Parquet column say? Ids, votes and times as arrays, with a mask of what cannot be used."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from houvast.exchange.id_codes import MAX_ID, NO_ID, IdCodes
from houvast.exchange.number_ids import NumberIds
from houvast.exchange.vote_cells import EMPTY, NOT_A_VOTE, VoteCodes
from houvast.exchange.vote_times import NO_TIME, TimeReader, TimeUnit

Mask = NDArray[np.bool_]


def _numbers(column: Any) -> tuple[NDArray[Any], Mask | None]:
    """(values with 0 for nulls, mask of nulls or None)."""
    if column.null_count == 0:
        return column.to_numpy(zero_copy_only=False), None
    nulls = column.is_null().to_numpy(zero_copy_only=False)
    return column.fill_null(0).to_numpy(zero_copy_only=False), nulls


def _both(first: Mask | None, second: Mask | None) -> Mask | None:
    if first is None or second is None:
        return second if first is None else first
    return first | second


def _whole_numbers(column: Any) -> tuple[NDArray[Any], Mask | None]:
    """(int64 or narrower values, mask of nulls, fractions and numbers that are too large)."""
    values, bad = _numbers(column)
    if values.dtype.kind == "f":
        odd = ~(np.abs(values) < 2.0**53) | (values != np.trunc(values))
        return np.where(odd, 0, values).astype(np.int64), _both(bad, odd if odd.any() else None)
    if values.dtype == np.uint64:
        odd = values > np.iinfo(np.int64).max
        return np.where(odd, 0, values).astype(np.int64), _both(bad, odd if odd.any() else None)
    return values, bad


def _look_up(column: Any, codes: IdCodes | VoteCodes, missing: int) -> NDArray[np.int32]:
    """The code of each text of a column, by way of the distinct texts in it."""
    import pyarrow as pa

    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    indices, nulls = _numbers(encoded.indices)
    used = np.zeros(len(encoded.dictionary), dtype=np.bool_)
    used[indices if nulls is None else indices[~nulls]] = True
    places = np.flatnonzero(used)
    texts = encoded.dictionary.take(pa.array(places)).to_pylist()
    table = np.full(len(used) + 1, missing, dtype=np.int32)
    table[places] = [missing if text is None else codes[text] for text in texts]
    return table[indices] if nulls is None else np.where(nulls, missing, table[np.where(nulls, 0, indices)])


class NumberColumn:
    """Ids that are whole numbers."""

    def __init__(self, size: int) -> None:
        self.ids = NumberIds(size)

    def read(self, column: Any) -> tuple[NDArray[Any], Mask | None]:
        """(ids, mask of what cannot be used)."""
        return _whole_numbers(column)

    def put(self, start: int, values: NDArray[Any]) -> None:
        """Keep ids from place start on."""
        self.ids.put(start, values)

    def finish(self, size: int) -> tuple[list[str], NDArray[np.int32], NDArray[np.int64] | None]:
        """(names by code unless ordered numbers are given, codes, the ids as ordered numbers)."""
        numbers, codes = self.ids.finish(size)
        return [], codes, numbers


class TextColumn:
    """Ids that are text."""

    def __init__(self, size: int, *, longest: int | None = MAX_ID) -> None:
        self.codes = IdCodes(longest=longest)
        self.raw = np.empty(size, dtype=np.int32)

    def read(self, column: Any) -> tuple[NDArray[Any], Mask | None]:
        """(codes, mask of what cannot be used)."""
        codes = _look_up(column, self.codes, NO_ID)
        bad = codes == NO_ID
        return codes, bad if bad.any() else None

    def put(self, start: int, values: NDArray[Any]) -> None:
        """Keep codes from place start on."""
        self.raw[start : start + len(values)] = values

    def finish(self, size: int) -> tuple[list[str], NDArray[np.int32], NDArray[np.int64] | None]:
        """(names by code, codes, None)."""
        raw, self.raw = self.raw[:size], np.empty(0, dtype=np.int32)
        return self.codes.names, raw, None


def read_votes_of(column: Any, codes: VoteCodes) -> tuple[NDArray[np.int8], Mask | None]:
    """(+1, 0, -1 of numbers or words, mask of what is no vote)."""
    import pyarrow as pa

    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
        values, bad = _whole_numbers(column)
        outside = (values > 1) | (values < -1)
        bad = _both(bad, outside if outside.any() else None)
        small = (np.where(bad, 0, values) if bad is not None else values).astype(np.int8, copy=False)
        return (-small if codes.agree_is_minus else small), bad
    read = _look_up(column, codes, NOT_A_VOTE)
    bad = read >= EMPTY
    return read.astype(np.int8), bad if bad.any() else None


def read_times_of(column: Any, times: TimeReader) -> tuple[NDArray[np.int64], Mask | None]:
    """(microseconds, mask of what is no time)."""
    import pyarrow as pa

    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        zoned = pa.types.is_timestamp(column.type) and column.type.tz is not None
        times.unit = TimeUnit.ZONED if zoned else TimeUnit.LOCAL
        moments = column.cast(pa.timestamp("us"), safe=False) if not zoned else column
        return _numbers(
            moments.cast(pa.timestamp("us", column.type.tz if zoned else None), safe=False).cast(pa.int64())
        )
    if pa.types.is_integer(column.type):
        values, bad = _whole_numbers(column)
        read = times.scale(values.astype(np.int64, copy=False))
    else:
        bad = None
        read = times.read(["" if cell is None else str(cell) for cell in column.to_pylist()])
    wrong = read == NO_TIME
    return read, _both(bad, wrong if wrong.any() else None)

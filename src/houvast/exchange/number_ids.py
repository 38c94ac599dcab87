# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do whole-number ids become places in little memory? By a table over their range; by sorting if that is wide."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_PART = 1 << 20
_SMALL_RANGE = 1 << 22
_INT32 = np.iinfo(np.int32)


class NumberIds:
    """Room for `size` whole-number ids: int32 while they fit, int64 from the first that does not."""

    def __init__(self, size: int) -> None:
        self.raw: NDArray[np.signedinteger] = np.empty(size, dtype=np.int32)

    def put(self, start: int, values: NDArray[np.integer]) -> None:
        """Keep values from place start on."""
        wide = len(values) and (int(values.max()) > _INT32.max or int(values.min()) < _INT32.min)
        if wide and self.raw.dtype == np.int32:
            self.raw = self.raw.astype(np.int64)
        self.raw[start : start + len(values)] = values

    def finish(self, size: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """(distinct ids of the first `size` in ascending order, place of each in those); the room is given up."""
        raw, self.raw = self.raw[:size], np.empty(0, dtype=np.int32)
        if not size:
            return np.empty(0, np.int64), np.empty(0, np.int32)
        low, high = int(raw.min()), int(raw.max())
        if high - low < max(4 * size, _SMALL_RANGE):
            return _by_table(raw, low, high)
        return _by_sorting(raw)


def _parts(size: int) -> list[slice]:
    return [slice(start, start + _PART) for start in range(0, size, _PART)]


def _room_for(raw: NDArray[np.signedinteger]) -> NDArray[np.int32]:
    return raw if raw.dtype == np.int32 else np.empty(len(raw), dtype=np.int32)


def _by_table(raw: NDArray[np.signedinteger], low: int, high: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    seen = np.zeros(high - low + 1, dtype=np.bool_)
    for part in _parts(len(raw)):
        seen[raw[part].astype(np.int64) - low] = True
    ids = np.flatnonzero(seen)
    places = np.empty(len(seen), dtype=np.int32)
    places[ids] = np.arange(len(ids), dtype=np.int32)
    codes = _room_for(raw)
    for part in _parts(len(raw)):
        codes[part] = places[raw[part].astype(np.int64) - low]
    return ids + low, codes


def _by_sorting(raw: NDArray[np.signedinteger]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    ids = np.unique(np.concatenate([np.unique(raw[part]) for part in _parts(len(raw))])).astype(np.int64)
    codes = _room_for(raw)
    for part in _parts(len(raw)):
        codes[part] = np.searchsorted(ids, raw[part])
    return ids, codes

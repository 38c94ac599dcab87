# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""When was a vote cast? Whole numbers since 1970 (seconds to nanoseconds), order numbers, or ISO 8601 text.

The unit is that of most rows in the first part of the file, told by the size of the numbers: a number under
100 million is an order and not a time, under 10^11 seconds, under 10^14 milliseconds, under 10^17 microseconds, above
that nanoseconds. A row in another unit is a fault: it is never guessed. Kept inside as microseconds, and written
nowhere; results only know the hour.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from houvast.exchange.row_faults import shorten

MICROSECONDS_PER_HOUR = 3_600_000_000
NO_TIME = np.iinfo(np.int64).min
TIME_HINT = "Write times as milliseconds since 1970 or as ISO 8601 (2026-05-31T14:05:00+02:00), all in one way."


class TimeUnit(StrEnum):
    """How a column of times is written."""

    ORDER = "order numbers"
    SECONDS = "seconds since 1970"
    MILLISECONDS = "milliseconds since 1970"
    MICROSECONDS = "microseconds since 1970"
    NANOSECONDS = "nanoseconds since 1970"
    LOCAL = "ISO 8601 without a time zone"
    ZONED = "ISO 8601 with a time zone"


_LIMITS = (
    (TimeUnit.ORDER, 0, 10**8),
    (TimeUnit.SECONDS, 10**8, 10**11),
    (TimeUnit.MILLISECONDS, 10**11, 10**14),
    (TimeUnit.MICROSECONDS, 10**14, 10**17),
    (TimeUnit.NANOSECONDS, 10**17, 2**63 - 1),
)
_PER_UNIT = {TimeUnit.SECONDS: 10**6, TimeUnit.MILLISECONDS: 10**3}


def _unit_of(number: float) -> TimeUnit | None:
    size = abs(number)
    return next((unit for unit, low, high in _LIMITS if low <= size < high), None)


def _read_text(text: str) -> tuple[TimeUnit | None, int]:
    """(unit, microseconds) of one cell; unit None when it is not a time."""
    plain = text.strip()
    try:
        number = float(plain.replace(",", "."))
    except ValueError:
        return _read_iso(plain)
    if not math.isfinite(number) or "_" in plain:
        return None, NO_TIME
    unit = _unit_of(number)
    if unit in _PER_UNIT:
        return unit, round(number * _PER_UNIT[unit])
    return unit, round(number // 1000 if unit is TimeUnit.NANOSECONDS else number)


def _read_iso(text: str) -> tuple[TimeUnit | None, int]:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, NO_TIME
    unit = TimeUnit.LOCAL if moment.tzinfo is None else TimeUnit.ZONED
    since = (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment) - datetime(1970, 1, 1, tzinfo=UTC)
    return unit, (since.days * 86_400 + since.seconds) * 10**6 + since.microseconds


@dataclass(slots=True)
class TimeReader:
    """Reads the times of one input, chunk by chunk; `unit` is known after the first chunk with a time."""

    unit: TimeUnit | None = None

    def read(self, cells: Sequence[str]) -> NDArray[np.int64]:
        """Microseconds of each cell, NO_TIME where the cell is no time or in another unit than the others."""
        try:
            numbers = np.fromiter(map(int, cells), dtype=np.int64, count=len(cells))
        except (ValueError, OverflowError):
            return self._read_texts(cells)
        return self.scale(numbers)

    def scale(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Microseconds of whole numbers, NO_TIME where the size tells another unit than that of the others."""
        if self.unit is None and len(numbers):
            self.unit = _unit_of(float(np.median(numbers)))
        limits = next(((low, high) for unit, low, high in _LIMITS if unit is self.unit), None)
        if limits is None:
            return np.full(len(numbers), NO_TIME)
        size = np.abs(numbers)
        fits = (size >= limits[0]) & (size < limits[1])
        if self.unit is TimeUnit.NANOSECONDS:
            scaled = numbers // 1000
        else:
            scaled = numbers * _PER_UNIT.get(self.unit, 1) if self.unit else numbers
        return np.where(fits, scaled, NO_TIME)

    def _read_texts(self, cells: Sequence[str]) -> NDArray[np.int64]:
        found = [_read_text(cell) for cell in cells]
        if self.unit is None:
            units = Counter(unit for unit, _ in found if unit is not None)
            self.unit = units.most_common(1)[0][0] if units else None
        moments = [moment if unit is not None and unit is self.unit else NO_TIME for unit, moment in found]
        return np.array(moments, dtype=np.int64)

    @property
    def has_hours(self) -> bool:
        """Whether the times are moments, not just an order."""
        return self.unit is not None and self.unit is not TimeUnit.ORDER

    def explain(self, cell: str) -> tuple[str, str]:
        """(what is wrong with this cell as a time, what to do)."""
        if not cell.strip():
            return "the time is empty", "Fill it in, or remove the column of times if the order of rows is the order."
        unit, _ = _read_text(cell)
        if unit is None:
            return f"{shorten(cell)} is not a time that can be read", TIME_HINT
        return f"{shorten(cell)} is a time in {unit}, and other rows have {self.unit}", TIME_HINT

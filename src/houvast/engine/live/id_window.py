# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which ids may still turn up late? On some databases a row with a lower id becomes visible after one with a higher id.

Ids are given when a row is written and seen when its transaction ends. So what was seen is not "everything up to the
highest". An id below the highest is waited for until LATEST seconds after a higher one was seen, or until it is
MOST_BEHIND ids behind; in that window the table is asked again, and what is there and was not seen is read after all.
Transactions here last far shorter.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence

LATEST = 60.0
MOST_BEHIND = 50_000


class IdWindow:
    """The ids of one table in one conversation. newest: the highest seen; settled: up to here nothing is awaited."""

    def __init__(self) -> None:
        self.newest = 0
        self.settled = 0
        self._marks: deque[tuple[float, int]] = deque()
        self._seen: set[int] = set()

    def see(self, ids: Sequence[int], *, now: float) -> None:
        """Remember what was read at this moment (seconds, never falling)."""
        highest = max(ids, default=0)
        if highest > self.newest:
            self.newest = highest
            self._marks.append((now, highest))
        before, self.settled = self.settled, max(self._settled_at(now), self.newest - MOST_BEHIND)
        self._seen.update(number for number in ids if number > self.settled)
        if self.settled > before:
            self._seen = {number for number in self._seen if number > self.settled}

    def missing(self, there: Collection[int]) -> list[int]:
        """Of the ids between settled and newest that are in the table now, those that were never seen."""
        return sorted(set(there) - self._seen)

    def _settled_at(self, now: float) -> int:
        settled = self.settled
        while self._marks and self._marks[0][0] <= now - LATEST:
            settled = max(settled, self._marks.popleft()[1])
        return settled

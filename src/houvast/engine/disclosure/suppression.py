# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which counts may be shown, so that no count about fewer than k people can be seen or computed?

Protection criterion: somebody who has the whole output and knows this very rule still finds every value from 0 to k - 1
possible for every hidden count below k. Zeros are hidden too, because a visible zero is unanimity.

1. Every count below k is hidden (none when k is 1).
2. A row or column with one hidden count hides its smallest visible one as well; so does one whose hidden counts
   together, which follow from what is visible, are fewer than k people ("9 did not agree").
3. table_flow.reach proves the criterion for every count below k; where it fails, the smallest visible count in the same
   row or column is hidden too, and 2 and 3 start again.
4. Where that ends with a table that is wholly hidden, nothing at all is said about the statement, not even which counts
   are small: it could be any table, down to one of zeros.

What is said about a hidden count is its range: all values that the visible counts, the sizes of the groups and the rule
leave possible. The range is a function of what is disclosed and of nothing else.
Source: complementary cell suppression, Hundepool et al. (2012), Statistical Disclosure Control, chapter 4.
"""

from __future__ import annotations

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from houvast.engine.disclosure.table_flow import COLUMNS, N, fill_room, reach

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class DisclosedCounts:
    """Counts (S, 1 + G, 4): row 0 everybody, then segments; columns agree, disagree, pass, n.

    value: the count. shown: whether it may be shown. low, high: the range that may be said (equal to value if shown).
    """

    value: Ints
    shown: NDArray[np.bool_]
    low: Ints
    high: Ints


def suppress_counts(*, tally: Ints, by_segment: Ints, sizes: Ints, people: int, k: int) -> DisclosedCounts:
    """Apply the rule to S statements. tally: (S, 3); by_segment: (G, S, 3), adding up to tally, or G = 0.

    sizes: (G,), people a segment; people: all of them. Both are public.
    """
    answers = np.concatenate([tally[:, None, :], by_segment.transpose(1, 0, 2)], axis=1).astype(np.int64)
    value = np.concatenate([answers, answers.sum(axis=2, keepdims=True)], axis=2)
    most = np.concatenate([[people], sizes]).astype(np.int64)
    forced = _hide_lonely_totals(value[:, 0, N], k)
    hidden, low, high = _suppress_all(np.ascontiguousarray(value), most, forced, k)
    return DisclosedCounts(value, ~hidden, low, high)


def _hide_lonely_totals(totals: Ints, k: int) -> NDArray[np.bool_]:
    """Statements whose n must be hidden, because the total of all votes is public: hidden ones sum to 2k or more."""
    hide = (totals > 0) & (totals < k)
    if not hide.any():
        return hide
    for statement in np.argsort(totals, kind="stable"):
        if hide.sum() >= 2 and totals[hide].sum() >= 2 * k:
            break
        hide[statement] = True
    return hide


@numba.njit(cache=True, nogil=True)
def _suppress_all(value: Ints, most: Ints, forced: NDArray[np.bool_], k: int) -> tuple[NDArray[np.bool_], Ints, Ints]:
    """The rule for every statement; returns hidden, low, high, each shaped like value."""
    hidden = value < (k if k > 1 else 0)
    low = value.copy()
    high = value.copy()
    rows = value.shape[1]
    room = np.zeros((rows + 1 + COLUMNS, rows + 1 + COLUMNS), np.int64)
    scratch = np.zeros_like(room)
    for s in range(value.shape[0]):
        hidden[s, 0, N] |= forced[s]
        if not hidden[s].any():
            continue
        known_low, known_high = _known_bounds(value[s], most, k)
        while True:
            _hide_partners(value[s], hidden[s], k)
            fill_room(value[s], known_low, known_high, hidden[s], room)
            i, c = _first_exposed(value[s], hidden[s], k, room, scratch)
            if i < 0 or not _hide_near(value[s], hidden[s], i, c):
                break
        if hidden[s].all():
            low[s] = 0
            for i in range(rows):
                high[s, i] = most[i]
        else:
            _widen(hidden[s], room, scratch, low[s], high[s])
    return hidden, low, high


@numba.njit(cache=True, nogil=True)
def _known_bounds(value: Ints, most: Ints, k: int) -> tuple[Ints, Ints]:
    """What the rule itself tells about each count if it is hidden: 0..k - 1, or k up to the size of the segment."""
    low = np.zeros_like(value)
    high = np.full_like(value, k - 1)
    for i in range(value.shape[0]):
        for c in range(COLUMNS):
            if value[i, c] >= k:
                low[i, c] = k
                high[i, c] = max(most[i], value[i, c])
    return low, high


@numba.njit(cache=True, nogil=True)
def _widen(hidden: NDArray[np.bool_], room: Ints, scratch: Ints, low: Ints, high: Ints) -> None:
    """Move low down and high up (in place) as far as each hidden count can go."""
    for i in range(hidden.shape[0]):
        for c in range(COLUMNS):
            if hidden[i, c]:
                low[i, c] -= reach(room, i, c, False, scratch)
                high[i, c] += reach(room, i, c, True, scratch)


@numba.njit(cache=True, nogil=True)
def _hide_partners(value: Ints, hidden: NDArray[np.bool_], k: int) -> None:
    """In every row and column with exactly one hidden count, or with hidden counts that together are known to be fewer
    than k, hide the smallest visible one; until nothing changes."""
    rows = value.shape[0]
    changed = True
    while changed:
        changed = False
        for i in range(rows):
            if hidden[i].sum() == 1 or _is_thin(value[i, :N], hidden[i, :N], hidden[i, N], k):
                changed |= _hide_smallest(value, hidden, i, -1)
        for c in range(COLUMNS):
            if rows > 1 and (hidden[:, c].sum() == 1 or _is_thin(value[1:, c], hidden[1:, c], hidden[0, c], k)):
                changed |= _hide_smallest(value, hidden, -1, c)


@numba.njit(cache=True, nogil=True)
def _is_thin(parts: Ints, hidden: NDArray[np.bool_], total_hidden: bool, k: int) -> bool:
    """Do the hidden parts of a visible total together stand for fewer than k people?"""
    if total_hidden or not hidden.any():
        return False
    together = 0
    for i in range(len(parts)):
        if hidden[i]:
            together += parts[i]
    return together < k


@numba.njit(cache=True, nogil=True)
def _hide_smallest(value: Ints, hidden: NDArray[np.bool_], row: int, column: int) -> bool:
    """Hide the cheapest visible count in the row or in the column (-1: in neither); False when nothing is visible.

    Cheapest is smallest, but a count about everybody costs as much as one eight times larger about a segment.
    """
    best, best_row, best_column = -1, -1, -1
    for i in range(value.shape[0]):
        for c in range(COLUMNS):
            if hidden[i, c] or not (i == row or c == column):
                continue
            cost = value[i, c] * 8 if i == 0 else value[i, c]
            if best < 0 or cost <= best:
                best, best_row, best_column = cost, i, c
    if best >= 0:
        hidden[best_row, best_column] = True
    return best >= 0


@numba.njit(cache=True, nogil=True)
def _first_exposed(value: Ints, hidden: NDArray[np.bool_], k: int, room: Ints, scratch: Ints) -> tuple[int, int]:
    """The first count below k that cannot be everything from 0 to k - 1; (-1, -1) when there is none."""
    for i in range(value.shape[0]):
        for c in range(COLUMNS):
            if hidden[i, c] and value[i, c] < k:
                if reach(room, i, c, False, scratch) < value[i, c]:
                    return i, c
                if reach(room, i, c, True, scratch) < k - 1 - value[i, c]:
                    return i, c
    return -1, -1


@numba.njit(cache=True, nogil=True)
def _hide_near(value: Ints, hidden: NDArray[np.bool_], row: int, column: int) -> bool:
    """Hide the cheapest visible count in the same row or column, else anywhere; False when nothing is visible."""
    if _hide_smallest(value, hidden, row, column):
        return True
    row = 0
    while row < value.shape[0] and not _hide_smallest(value, hidden, row, -1):
        row += 1
    return bool(row < value.shape[0])

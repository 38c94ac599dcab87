# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which headcounts of parts may be shown beside their total? None of fewer than k, also not by subtraction.

A part of 1 to k - 1 people is hidden. Where the hidden parts together are fewer than 2k people, or all of them are
small, the smallest visible part is hidden as well; where none is left to hide, nothing is said of which are small.
Zeros stay: that nobody came says nothing about somebody.
This is about taking part (how many came by paper, or on a day), never about answers; those go through suppression.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headcount:
    """The number, or None where it is hidden; is_few: it is known to be fewer than k."""

    value: int | None
    is_few: bool


def hide_few(parts: Sequence[int], *, k: int) -> tuple[Headcount, ...]:
    """The parts in their order, as they may be shown beside their total."""
    few = {i for i, n in enumerate(parts) if 0 < n < k}
    hidden = set(few)
    for i in sorted((i for i, n in enumerate(parts) if n >= k), key=lambda i: parts[i]):
        if not few or _covers(hidden, few, parts, k):
            break
        hidden.add(i)
    is_told = _covers(hidden, few, parts, k)
    return tuple(Headcount(None if i in hidden else n, is_told and i in few) for i, n in enumerate(parts))


def _covers(hidden: set[int], few: set[int], parts: Sequence[int], k: int) -> bool:
    """Whether every small part could have another size, for who knows the total and which are small."""
    return hidden > few and sum(parts[i] for i in hidden) >= 2 * k


def hide_one(people: int, *, k: int) -> Headcount:
    """A count that stands alone."""
    return Headcount(None, True) if 0 < people < k else Headcount(people, False)

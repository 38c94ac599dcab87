# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an id that becomes visible late still found, and is nothing waited for for ever?"""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.live.id_window import LATEST, MOST_BEHIND, IdWindow


def test_a_late_id_is_missed_once_and_found_then() -> None:
    window = IdWindow()
    window.see([1, 2, 5], now=0.0)
    assert window.newest == 5
    assert window.missing([1, 2, 5]) == []
    assert window.missing([1, 2, 3, 5]) == [3]
    window.see([3], now=1.0)
    assert window.missing([1, 2, 3, 5]) == []


def test_after_a_minute_it_is_not_waited_for() -> None:
    window = IdWindow()
    window.see([10], now=0.0)
    window.see([20], now=LATEST / 2)
    assert window.settled == 0
    window.see([], now=LATEST)
    assert window.settled == 10
    window.see([], now=2 * LATEST)
    assert window.settled == 20


def test_a_long_conversation_read_at_once_leaves_a_short_window() -> None:
    window = IdWindow()
    window.see(list(range(1, 3 * MOST_BEHIND)), now=0.0)
    assert window.settled == 3 * MOST_BEHIND - 1 - MOST_BEHIND
    assert window.missing(range(window.settled + 1, window.newest + 1)) == []


def test_an_erased_row_is_not_missed() -> None:
    window = IdWindow()
    window.see([1, 2, 3], now=0.0)
    assert window.missing([1, 3]) == []


@given(st.integers(0, 2**32), st.integers(1, 80))
def test_every_row_is_read_exactly_once_in_whatever_order_they_become_visible(seed: int, count: int) -> None:
    rng, window, table, read = random.Random(seed), IdWindow(), set[int](), list[int]()
    hidden = list(range(1, count + 1))
    rng.shuffle(hidden)
    now = 0.0
    while hidden:
        for _ in range(rng.randint(0, 5)):
            if hidden:
                table.add(hidden.pop())
        fresh = [n for n in table if n > window.newest]
        late = window.missing([n for n in table if window.settled < n <= window.newest])
        read += [*fresh, *late]
        window.see([*fresh, *late], now=now)
        now += 0.01
    assert sorted(read) == list(range(1, count + 1))

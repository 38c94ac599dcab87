# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a promise go only where it may?"""

from __future__ import annotations

from houvast.domain.conversation import PromiseState
from houvast.domain.promise import PROMISE_TRANSITIONS, is_running, promise_may_become


def test_every_state_says_where_it_can_go() -> None:
    assert set(PROMISE_TRANSITIONS) == set(PromiseState)


def test_a_kept_promise_is_the_end_and_nothing_goes_back_to_open() -> None:
    assert PROMISE_TRANSITIONS[PromiseState.KEPT] == frozenset()
    assert [now for now in PromiseState if promise_may_become(now, PromiseState.OPEN)] == []


def test_people_wait_for_open_and_changed_promises() -> None:
    assert [state for state in PromiseState if is_running(state)] == [PromiseState.OPEN, PromiseState.CHANGED]

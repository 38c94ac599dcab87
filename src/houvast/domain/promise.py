# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a promise go on? From open to kept, changed or not kept; each step says what came of it."""

from __future__ import annotations

from houvast.domain.conversation import PromiseState

PROMISE_TRANSITIONS: dict[PromiseState, frozenset[PromiseState]] = {
    PromiseState.OPEN: frozenset({PromiseState.KEPT, PromiseState.CHANGED, PromiseState.NOT_KEPT}),
    # A changed promise is still a promise: it can change again, and has its own end.
    PromiseState.CHANGED: frozenset({PromiseState.KEPT, PromiseState.CHANGED, PromiseState.NOT_KEPT}),
    # What was said not to come may come after all.
    PromiseState.NOT_KEPT: frozenset({PromiseState.KEPT, PromiseState.CHANGED}),
    PromiseState.KEPT: frozenset(),
}


def promise_may_become(now: PromiseState, then: PromiseState) -> bool:
    """Whether a promise in one state may go to the other."""
    return then in PROMISE_TRANSITIONS[now]


def is_running(state: PromiseState) -> bool:
    """Whether people still wait for it."""
    return state in {PromiseState.OPEN, PromiseState.CHANGED}

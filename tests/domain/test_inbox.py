# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a message go from new to answered?"""

from __future__ import annotations

from houvast.domain.inbox import MESSAGE_TRANSITIONS, MessageState, message_may_become


def test_every_state_is_in_the_table() -> None:
    assert set(MESSAGE_TRANSITIONS) == set(MessageState)


def test_nothing_becomes_new_again_and_an_answer_can_be_bettered() -> None:
    assert not any(message_may_become(now, MessageState.NEW) for now in MessageState)
    assert all(message_may_become(now, MessageState.ANSWERED) for now in MessageState)

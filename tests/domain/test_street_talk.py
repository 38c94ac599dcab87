# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a round go from planned to held or cancelled, and no further?"""

from __future__ import annotations

from houvast.domain.street_talk import ROUND_TRANSITIONS, RoundState, round_may_become


def test_every_state_is_in_the_table() -> None:
    assert set(ROUND_TRANSITIONS) == set(RoundState)


def test_what_was_held_stays_held() -> None:
    assert round_may_become(RoundState.PLANNED, RoundState.HELD)
    assert not any(round_may_become(RoundState.HELD, then) for then in RoundState)
    assert round_may_become(RoundState.CANCELLED, RoundState.PLANNED)

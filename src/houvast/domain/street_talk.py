# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a street-talk round go on? Planned, then held or cancelled; a held one may have a return visit."""

from __future__ import annotations

from enum import StrEnum


class RoundState(StrEnum):
    """Where a round is."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class PartOfDay(StrEnum):
    """When on the day; finer is not kept."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


ROUND_TRANSITIONS: dict[RoundState, frozenset[RoundState]] = {
    RoundState.PLANNED: frozenset({RoundState.HELD, RoundState.CANCELLED}),
    RoundState.HELD: frozenset(),
    RoundState.CANCELLED: frozenset({RoundState.PLANNED}),
}


def round_may_become(now: RoundState, then: RoundState) -> bool:
    """Whether a round in one state may go to the other."""
    return then in ROUND_TRANSITIONS[now]

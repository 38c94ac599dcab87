# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does an attention point go on? It asks people to look together; what it is and what to do is theirs to say.

new ─▶ being interpreted ─▶ confirmed | explained | unfounded | too little to go on
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

WORKING_DAYS_TO_JUDGE = 5
SATURDAY = 5


class PointKind(StrEnum):
    """Why something is on the attention list. Only COUNTS rests on statistics."""

    COUNTS = "counts"
    TRIGGER = "trigger"
    POTENTIAL = "potential"
    FEEDBACK = "feedback"
    RESILIENCE_FADES = "resilience fades"
    SILENCE = "silence"
    EMERGING = "emerging theme"
    BY_HAND = "by hand"


class PointState(StrEnum):
    """What people have made of it so far."""

    NEW = "new"
    INTERPRETING = "interpreting"
    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    UNFOUNDED = "unfounded"
    TOO_LITTLE = "too little"


class Decision(StrEnum):
    """What the weekly table does with it."""

    WATCH = "watch"
    LISTEN = "listen"
    ACT = "act"
    HAND_OVER = "hand over"
    DISMISS = "dismiss"


JUDGED = frozenset({PointState.CONFIRMED, PointState.EXPLAINED, PointState.UNFOUNDED, PointState.TOO_LITTLE})
POINT_TRANSITIONS: dict[PointState, frozenset[PointState]] = {
    PointState.NEW: frozenset({PointState.INTERPRETING}) | JUDGED,
    PointState.INTERPRETING: frozenset({PointState.INTERPRETING}) | JUDGED,
    # A judgement can be mended when more is known; the log keeps both.
    **{judged: frozenset({PointState.INTERPRETING}) | JUDGED for judged in sorted(JUDGED)},
}


def point_may_become(now: PointState, then: PointState) -> bool:
    """Whether an attention point in one state may go to the other."""
    return then in POINT_TRANSITIONS[now]


def judge_before(opened: date) -> date:
    """The day by which a point deserves a judgement: five working days later (feast days are not known here)."""
    day, left = opened, WORKING_DAYS_TO_JUDGE
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day

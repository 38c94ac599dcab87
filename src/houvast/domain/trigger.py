# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kinds of coming occasions (triggers) can stir people?"""

from __future__ import annotations

from enum import StrEnum


class TriggerKind(StrEnum):
    """An occasion that is known beforehand."""

    DECISION = "decision"
    ANNIVERSARY = "anniversary"
    FEAST = "feast"
    EVENT = "event"
    ELECTION = "election"
    VERDICT = "verdict"
    OPENING = "opening"
    CAMPAIGN = "campaign"
    OTHER = "other"

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How exactly is a moment kept that belongs to a vote? To the hour, so that it cannot be tied to somebody's visit."""

from __future__ import annotations

from datetime import UTC, datetime

SECONDS = 3600


def hour_of(moment: datetime) -> int:
    """Whole hours since 1970 of a moment that has a time zone."""
    return int(moment.timestamp() // SECONDS)


def start_of_hour(hour: int) -> datetime:
    """The moment, in UTC, at which that hour began."""
    return datetime.fromtimestamp(hour * SECONDS, tz=UTC)

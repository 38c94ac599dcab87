# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which week is it? Weeks are ISO 8601 weeks, kept as their Monday; nothing finer is kept about a signal."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEK = timedelta(days=7)
_WRITTEN = re.compile(r"(\d{4})-?[Ww](\d{1,2})")


def monday_of(day: date) -> date:
    """The Monday of the week that this day is in."""
    return day - timedelta(days=day.weekday())


def weeks_between(first: date, last: date) -> int:
    """How many weeks the week of `last` lies after the week of `first`; negative where it lies before."""
    return (monday_of(last) - monday_of(first)).days // 7


def write_week(day: date) -> str:
    """The week of a day as people write it: 2026-W07."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def read_week(text: str) -> date | None:
    """The Monday of a week written as 2026-W07, or of a day written as 2026-02-13; None where it is neither."""
    plain = text.strip()
    try:
        if found := _WRITTEN.fullmatch(plain):
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday_of(date.fromisoformat(plain))
    except ValueError:
        return None

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which week is it? Weeks are ISO 8601 weeks, kept as their Monday; nothing finer is kept about a signal."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEK = timedelta(days=7)
_WEEK = re.compile(r"([0-9]{4})-?[Ww]([0-9]{1,2})(?:-?[1-7])?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.]?)([0-9]{2})\2([0-9]{2})(?:[T ].*)?", re.DOTALL)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?:[T ].*)?", re.DOTALL)


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
    """The Monday of a week or day; None where it is neither.

    A week is written as 2026-W07; a day as 2026-02-13 or, the day first, as 13-02-2026, perhaps with a time after it.
    """
    plain = text.strip()
    try:
        if found := _WEEK.fullmatch(plain):
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found := _YEAR_FIRST.fullmatch(plain):
            return monday_of(date(int(found[1]), int(found[3]), int(found[4])))
        if found := _DAY_FIRST.fullmatch(plain):
            return monday_of(date(int(found[4]), int(found[3]), int(found[1])))
    except ValueError:
        return None
    return None

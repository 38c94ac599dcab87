# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""When does an occasion come back? On the same days of every year, or once."""

from __future__ import annotations

from datetime import date


def in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is 28 February where a year has none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def occurrences(starts_on: date, ends_on: date, *, is_yearly: bool, first: date, last: date) -> list[tuple[date, date]]:
    """First and last day of each time that the occasion touches the days from `first` to `last`, in order.

    A yearly one begins in the year of `starts_on`: earlier years have none.
    """
    if not is_yearly:
        return [(starts_on, ends_on)] if starts_on <= last and ends_on >= first else []
    across = ends_on.year - starts_on.year
    found = []
    for year in range(max(starts_on.year, first.year - across), last.year + 1):
        start, end = in_year(starts_on, year), in_year(ends_on, year + across)
        if start <= last and end >= first:
            found.append((start, end))
    return found

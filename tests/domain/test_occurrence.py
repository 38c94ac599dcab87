# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do occasions come back when they should?"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.occurrence import in_year, occurrences

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
LENGTHS = st.integers(0, 40)


def test_the_turn_of_the_year_belongs_to_both_years() -> None:
    found = occurrences(
        date(2025, 12, 31), date(2026, 1, 1), is_yearly=True, first=date(2027, 1, 1), last=date(2027, 12, 31)
    )
    assert found == [(date(2026, 12, 31), date(2027, 1, 1)), (date(2027, 12, 31), date(2028, 1, 1))]


def test_the_leap_day() -> None:
    assert [in_year(date(2024, 2, 29), year) for year in (2025, 2028)] == [date(2025, 2, 28), date(2028, 2, 29)]


def test_a_yearly_one_was_not_before_it_began() -> None:
    day = date(2026, 5, 4)
    assert occurrences(day, day, is_yearly=True, first=date(2024, 1, 1), last=date(2025, 12, 31)) == []


@given(start=DAYS, length=LENGTHS, first=DAYS, span=st.integers(0, 900), yearly=st.booleans())
def test_as_one_would_find_by_looking_at_every_day(
    start: date, length: int, first: date, span: int, yearly: bool
) -> None:
    """The slow way: all years one by one, each kept where one of its days is among the days asked for."""
    end, last = start + timedelta(length), first + timedelta(span)
    asked = {first + timedelta(n) for n in range(span + 1)}
    expected = []
    for year in range(start.year, 2042 if yearly else start.year + 1):
        day = in_year(start, year)
        stop = in_year(end, year + end.year - start.year)
        if asked & {day + timedelta(n) for n in range((stop - day).days + 1)}:
            expected.append((day, stop))
    assert occurrences(start, end, is_yearly=yearly, first=first, last=last) == expected

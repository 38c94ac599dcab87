# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are weeks ISO weeks, read and written the same?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.week import monday_of, read_week, weeks_between, write_week

days = st.dates(min_value=date(1971, 1, 4), max_value=date(2199, 12, 20))


@given(days)
def test_a_week_is_written_and_read_back(day: date) -> None:
    assert read_week(write_week(day)) == monday_of(day) == read_week(day.isoformat())


@given(days, st.integers(-500, 500))
def test_weeks_are_counted_from_monday_to_monday(day: date, weeks: int) -> None:
    assert weeks_between(day, date.fromordinal(monday_of(day).toordinal() + 7 * weeks + 3)) == weeks


def test_the_last_days_of_a_year_may_be_in_the_first_week_of_the_next() -> None:
    assert write_week(date(2024, 12, 30)) == "2025-W01"
    assert read_week("2020W53") == date(2020, 12, 28)


@given(days, st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%G-W%V-%u"]))
def test_a_day_is_read_as_the_files_of_municipalities_write_it(day: date, form: str) -> None:
    assert read_week(day.strftime(form)) == monday_of(day)


@pytest.mark.parametrize("text", [" 2026-02-13 ", "2026-02-13T23:59:59", "13-2-2026 10:00", "9/2/2026"])
def test_a_time_and_short_numbers_change_nothing(text: str) -> None:
    assert read_week(text) == date(2026, 2, 9)


@pytest.mark.parametrize(
    "text", ["", "week 7", "2025-W54", "2025-13-01", "2025-W1x", "0000-01-01", "31-02-2026", "13-02/2026", "13-02-26"]
)
def test_what_is_no_week_is_none(text: str) -> None:
    assert read_week(text) is None

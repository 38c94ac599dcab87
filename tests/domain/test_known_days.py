# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the known days right? Against published dates, an independent rule for Easter and the tabular lunar calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.known_days import (
    ISLAMIC_DAYS,
    arrival_of_sinterklaas,
    budget_day,
    easter,
    kings_day,
    known_days,
)

YEARS = st.integers(1900, 2199)


def gauss_easter(year: int) -> date:
    """The rule of Gauss, with his constants for 1900 to 2199 and the two exceptions."""
    m, n = (24, 5) if year < 2100 else (24, 6)
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    found = date(year, 3, 22) + timedelta(days=d + e)
    late = found == date(year, 4, 26) or (found == date(year, 4, 25) and d == 28 and e == 6 and a > 10)
    return found - timedelta(days=7) if late else found


def tabular_day(year: int, month: int, day: int) -> date:
    """A day of the arithmetical lunar calendar, epoch 16 July 622 (Julian), eleven leap years in thirty."""
    julian = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + 1948439
    return date.fromordinal(julian - 1721425)


@given(YEARS)
def test_easter_is_where_gauss_puts_it(year: int) -> None:
    assert easter(year) == gauss_easter(year)


@given(YEARS)
def test_the_days_of_a_year_keep_their_rules(year: int) -> None:
    days = {one.code: one for one in known_days(year)}
    assert days["king's day"].starts_on.weekday() != 6
    assert days["ascension"].starts_on.weekday() == 3
    assert {days[code].starts_on.weekday() for code in ("carnival", "pentecost")} == {6}
    assert all(one.starts_on <= one.ends_on and one.starts_on.year == year for one in days.values())
    assert len(days) == len(known_days(year))
    assert [one.starts_on for one in known_days(year)] == sorted(one.starts_on for one in days.values())


@pytest.mark.parametrize(
    ("found", "published"),
    [
        (easter(2025), date(2025, 4, 20)),
        (easter(2026), date(2026, 4, 5)),
        (easter(2038), date(2038, 4, 25)),
        (kings_day(2025), date(2025, 4, 26)),
        (kings_day(2026), date(2026, 4, 27)),
        (arrival_of_sinterklaas(2024), date(2024, 11, 16)),
        (arrival_of_sinterklaas(2025), date(2025, 11, 15)),
        (arrival_of_sinterklaas(2026), date(2026, 11, 14)),
        (budget_day(2025), date(2025, 9, 16)),
        (budget_day(2026), date(2026, 9, 15)),
    ],
)
def test_published_days(found: date, published: date) -> None:
    assert found == published


@pytest.mark.parametrize("year", sorted(ISLAMIC_DAYS))
def test_the_lunar_table_is_within_a_day_of_the_arithmetic(year: int) -> None:
    lunar = year - 579
    expected = [tabular_day(lunar, month, day) for month, day in ((9, 1), (10, 1), (12, 10))]
    assert all(abs((a - b).days) <= 1 for a, b in zip(ISLAMIC_DAYS[year], expected, strict=True)), expected
    assert all(one.is_approximate for one in known_days(year) if one.code in {"ramadan", "eid al-fitr", "eid al-adha"})


def test_a_year_without_a_table_has_the_others() -> None:
    assert {one.code for one in known_days(2040)} == {one.code for one in known_days(2026) if not one.is_approximate}

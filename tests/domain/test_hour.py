# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a moment kept to the hour, and no finer?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.hour import hour_of, start_of_hour

MOMENTS = st.datetimes(datetime(1975, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_a_known_hour() -> None:
    assert hour_of(datetime(1970, 1, 2, 1, 59, 59, tzinfo=UTC)) == 25


def test_the_zone_does_not_matter() -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    assert hour_of(datetime(2026, 3, 1, 12, 0, tzinfo=there)) == hour_of(datetime(2026, 3, 1, 6, 30, tzinfo=UTC))


@given(MOMENTS)
def test_all_moments_of_an_hour_look_the_same(moment: datetime) -> None:
    start = start_of_hour(hour_of(moment))
    assert timedelta(0) <= moment - start < timedelta(hours=1)
    assert hour_of(start) == hour_of(moment)
    assert (start.minute, start.second, start.microsecond) == (0, 0, 0)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.engine.attention.reference.same_weeks import (
    LAST_SIX_WEEKS,
    SIX_WEEKS_AND_LAST_YEAR,
    TWO_YEARS,
    SameWeeks,
)


def test_offsets_are_the_weeks_before_and_the_same_time_of_year() -> None:
    assert SameWeeks(recent=2, years=2, half_window=1).offsets.tolist() == [-2, -1, -53, -52, -51, -105, -104, -103]


@pytest.mark.parametrize(
    ("choice", "weeks", "minimum"), [(LAST_SIX_WEEKS, 6, 6), (SIX_WEEKS_AND_LAST_YEAR, 19, 58), (TWO_YEARS, 18, 108)]
)
def test_the_usual_choices(choice: SameWeeks, weeks: int, minimum: int) -> None:
    assert (len(choice.offsets), choice.minimum_weeks) == (weeks, minimum)
    assert choice.offsets.max() < 0

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest

from houvast.exchange.vote_times import NO_TIME, TimeReader, TimeUnit


@pytest.mark.parametrize(
    ("cells", "unit", "moments"),
    [
        (["1403054214"], TimeUnit.SECONDS, [1403054214 * 10**6]),
        (["1403054214.5"], TimeUnit.SECONDS, [1403054214500000]),
        (["1403054214196"], TimeUnit.MILLISECONDS, [1403054214196000]),
        (["1403054214196000"], TimeUnit.MICROSECONDS, [1403054214196000]),
        (["1403054214196000123"], TimeUnit.NANOSECONDS, [1403054214196000]),
        (["3", "7"], TimeUnit.ORDER, [3, 7]),
        (["2014-06-18T01:16:54Z"], TimeUnit.ZONED, [1403054214 * 10**6]),
        (["2014-06-18 01:16:54"], TimeUnit.LOCAL, [1403054214 * 10**6]),
    ],
)
def test_units(cells, unit, moments):
    reader = TimeReader()
    assert reader.read(cells).tolist() == moments
    assert reader.unit is unit
    assert reader.has_hours == (unit is not TimeUnit.ORDER)


def test_another_unit_than_most_rows_is_a_fault_also_in_the_first_row():
    reader = TimeReader()
    cells = ["1403054214", "1403054214196", "1403054214197"]
    assert (reader.read(cells) == NO_TIME).tolist() == [True, False, False]
    assert (reader.read(["2014-06-18", "x", "", "nan", "1e999", "9" * 30]) == NO_TIME).all()
    assert "seconds" in reader.explain("1403054214")[0]
    assert "not a time" in reader.explain("31/12/2024")[0]
    assert "empty" in reader.explain(" ")[0]


def test_scale_leaves_numbers_alone():
    numbers = np.array([1403054214196])
    TimeReader().scale(numbers)
    assert numbers.tolist() == [1403054214196]

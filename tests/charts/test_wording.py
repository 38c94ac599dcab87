# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plain English wording."""

from __future__ import annotations

from houvast.charts.wording import PlainEnglish, say_decimals, say_share


def test_messages_numbers_and_counts() -> None:
    words = PlainEnglish()
    assert words.say("{a} of {b}", a=1, b=2) == "1 of 2"
    assert [words.count("{n} row", "{n} rows", n) for n in (1, 2000)] == ["1 row", "2,000 rows"]
    assert (words.number(1234.5, 1), words.percent(0.256)) == ("1,234.5", "26%")


def test_what_is_near_nothing_or_everything_is_not_rounded_to_it() -> None:
    words = PlainEnglish()
    shares = [say_share(share, words) for share in (0.0, 0.002, 0.005, 0.006, 0.996, 1.0)]
    assert shares == ["0%", "less than 1%", "less than 1%", "1%", "more than 99%", "100%"]
    assert [say_decimals(value, words) for value in (0.0, 0.003, 0.31)] == ["0.00", "less than 0.01", "0.31"]

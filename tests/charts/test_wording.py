# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plain English wording."""

from __future__ import annotations

from houvast.charts.wording import PlainEnglish


def test_messages_numbers_and_counts() -> None:
    words = PlainEnglish()
    assert words.say("{a} of {b}", a=1, b=2) == "1 of 2"
    assert [words.count("{n} row", "{n} rows", n) for n in (1, 2000)] == ["1 row", "2,000 rows"]
    assert (words.number(1234.5, 1), words.percent(0.256)) == ("1,234.5", "26%")

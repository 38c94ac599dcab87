# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.domain.errors import FileRejected, Place
from houvast.exchange.row_faults import SKIPPED_SHOWN, RowFaults, shorten


def test_strict_stops_and_says_what_to_do():
    with pytest.raises(FileRejected, match="--lenient"):
        RowFaults(lenient=False).add(Place("f", 3), "wrong", "Mend it.")


def test_lenient_counts_all_and_keeps_the_first():
    faults = RowFaults(lenient=True)
    for line in range(150):
        faults.add(Place("f", line), "wrong", "Mend it.")
    assert faults.count == 150
    assert [row.place.line for row in faults.shown] == list(range(SKIPPED_SHOWN))


def test_shorten_fits_one_line():
    assert shorten("a\nb") == r"'a\nb'"
    assert len(shorten("x" * 500)) <= 42

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file that comes back as it was written, and in which nothing runs."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange.csv_text import BYTE_ORDER_MARK, write_csv_text

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), max_size=5))
def test_every_cell_is_there_and_none_begins_as_a_formula(rows: list[list[str]]) -> None:
    written = write_csv_text(head=("een", "twee"), rows=rows)
    assert written.startswith(BYTE_ORDER_MARK)
    read = list(csv.reader(io.StringIO(written.removeprefix(BYTE_ORDER_MARK), newline="")))
    assert read[0] == ["een", "twee"]
    cells = [cell for row in read[1:] for cell in row]
    assert [cell.removeprefix("'") for cell in cells] == [cell.removeprefix("'") for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)

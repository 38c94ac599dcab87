# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does one reporter count twice at most, and nobody less?"""

from __future__ import annotations

from collections import Counter

import numpy as np
from engine.attention.invented_tables import Row, table_of
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.attention.counting import capped_counts, counted_once_or_twice, history_counts

ROWS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 1), st.integers(0, 2), st.integers(-1, 2), st.integers(0, 1)),
    max_size=60,
)


@given(ROWS)
def test_counts_equal_a_plain_count(rows: list[Row]) -> None:
    table = table_of(rows, n_weeks=3, n_areas=2)
    expected = np.zeros((3, 2, 2))
    by_reporter = Counter((w, a, h, r if r >= 0 else ("unknown", s)) for a, h, w, r, s in rows)
    for (w, a, h, _), n in by_reporter.items():
        expected[w, a, h] += min(n, 2)
    np.testing.assert_array_equal(capped_counts(table), expected)
    assert counted_once_or_twice(table).sum() == expected.sum()


def test_an_eager_reporter_counts_twice_and_unknown_ones_of_a_source_together() -> None:
    rows = [(0, 0, 5, 7, 0)] * 9 + [(0, 0, 5, -1, 1)] * 4 + [(0, 0, 5, -1, 2)]
    assert capped_counts(table_of(rows))[5, 0, 0] == 2 + 2 + 1


def test_confirmed_cells_leave_the_history_and_only_that() -> None:
    table = table_of([(1, 0, 3, 0, 0)] * 2, left_out=frozenset({(3, 1, 0)}))
    counts = capped_counts(table)
    history = history_counts(table, counts)
    assert (counts[3, 1, 0], history[3, 1, 0], history.sum()) == (2, -1, -1)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.landscape.opinion_kernels import count_opinions, index_by_statement, keep_opinions

ROWS = st.lists(st.dictionaries(st.integers(0, 4), st.sampled_from([-1, 0, 1])), min_size=1, max_size=8)


@given(ROWS)
def test_opinions_are_the_votes_that_are_not_passes_by_person_and_by_statement(rows: list[dict[int, int]]) -> None:
    ordered = [sorted(row.items()) for row in rows]
    indptr = np.cumsum([0] + [len(row) for row in ordered]).astype(np.int64)
    statement = np.array([j for row in ordered for j, _ in row], dtype=np.int32)
    value = np.array([x for row in ordered for _, x in row], dtype=np.int8)
    opinions = [(i, j, int(x > 0)) for i, row in enumerate(ordered) for j, x in row if x != 0]
    counts = count_opinions(indptr, value)
    assert counts.tolist() == [sum(1 for i, _, _ in opinions if i == person) for person in range(len(rows))]
    kept, agree = np.empty(len(opinions), dtype=np.int32), np.empty(len(opinions), dtype=np.int8)
    totals = keep_opinions(statement, value, 5, kept, agree)
    assert list(zip(kept.tolist(), agree.tolist(), strict=True)) == [(j, x) for _, j, x in opinions]
    own = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    start, person, answer = index_by_statement(own, kept, agree, totals)
    for j in range(5):
        part = slice(start[j], start[j + 1])
        found = list(zip(person[part].tolist(), answer[part].tolist(), strict=True))
        assert found == [(i, x) for i, k, x in opinions if k == j]

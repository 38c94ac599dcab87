# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.landscape.last_votes import find_last_votes

rows_of_votes = st.integers(1, 9).flatmap(
    lambda people: st.integers(1, 7).flatmap(
        lambda items: st.tuples(
            st.just(people),
            st.just(items),
            st.lists(st.tuples(st.integers(0, people - 1), st.integers(0, items - 1), st.integers(0, 4)), max_size=60),
        )
    )
)


def slow(rows, timed):
    """The obvious way: a dict that keeps the last row by time."""
    last = {}
    for at, (person, item, time) in enumerate(rows):
        before = last.get((person, item))
        if before is None or not timed or time >= rows[before][2]:
            last[person, item] = at
    return [last[pair] for pair in sorted(last)]


def find(people, items, rows, timed):
    person, item, time = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return find_last_votes(
        participant=person.astype(np.int32),
        statement=item.astype(np.int16),
        n_participants=people,
        n_statements=items,
        time=time if timed else None,
    )


@given(case=rows_of_votes.filter(lambda case: len(case[2]) > 0), timed=st.booleans())
def test_equals_the_obvious_way(case, timed):
    people, items, rows = case
    found = find(people, items, rows, timed)
    expected = slow(rows, timed)
    got = list(range(len(rows))) if found.rows is None else found.rows.tolist()
    assert got == expected
    assert found.statement.tolist() == [rows[at][1] for at in expected]
    assert found.repeated == len(rows) - len(expected)
    counts = np.bincount([rows[at][0] for at in expected], minlength=people)
    assert np.diff(found.indptr).tolist() == counts.tolist()


def test_many_blocks():
    rng = np.random.default_rng(3)
    person = rng.integers(0, 30_000, 400_000).astype(np.int32)
    item = rng.integers(0, 300, 400_000).astype(np.int32)
    found = find_last_votes(participant=person, statement=item, n_participants=30_000, n_statements=300)
    key = person.astype(np.int64) * 300 + item
    order = np.argsort(key, kind="stable")
    last = order[np.append(key[order][1:] != key[order][:-1], True)]
    assert np.array_equal(found.rows, last)
    assert np.array_equal(found.statement, item[last])


def test_nothing():
    none = np.empty(0, np.int32)
    found = find_last_votes(participant=none, statement=none, n_participants=0, n_statements=0)
    assert found.indptr.tolist() == [0]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the log count what a plain dictionary counts, in whatever order rows come in?"""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.votes import Statement
from houvast.engine.live.vote_log import VoteRows, count_last_votes, join_rows, keep_rows, no_rows

Row = tuple[int, int, int]  # participant, statement, value
ROWS = st.lists(st.tuples(st.integers(100, 106), st.integers(50, 54), st.integers(-1, 1)), max_size=40)


def as_rows(rows: list[tuple[int, Row]]) -> VoteRows:
    """Rows with the id that goes with each."""
    ids, cast = [i for i, _ in rows], [r for _, r in rows]
    columns = np.array(cast, dtype=np.int64).reshape(len(cast), 3)
    return VoteRows(
        np.array(ids, dtype=np.int64), columns[:, 0], columns[:, 1], columns[:, 2].astype(np.int8),
        np.full(len(cast), 9, dtype=np.int32),
    )  # fmt: skip


def counted(rows: VoteRows, people: dict[int, int], statements: list[int]) -> dict[tuple[int, str], int]:
    table = count_last_votes(
        rows,
        people=np.array(list(people.items()), dtype=np.int64).reshape(len(people), 2),
        statement_ids=np.array(statements, dtype=np.int64),
        statements=tuple(Statement(str(s)) for s in statements),
    )
    names = [table.statements[j].id for j in table.statement]
    pairs = zip(table.participants[table.rows()].tolist(), names, strict=True)
    return dict(zip(pairs, table.value.tolist(), strict=True))


@given(ROWS, st.randoms())
def test_the_highest_id_of_a_pair_counts_in_any_order(cast: list[Row], rng: object) -> None:
    people, statements = {102: 2, 100: 0, 105: 5}, [51, 53, 50]
    expected = {(people[p], str(s)): v for p, s, v in cast if p in people and s in statements}
    rows = list(enumerate(cast, start=1))
    rng.shuffle(rows)  # type: ignore[attr-defined]
    assert counted(as_rows(rows), people, statements) == expected


@given(ROWS, st.integers(0, 40))
def test_pieces_are_the_whole(cast: list[Row], cut: int) -> None:
    rows = list(enumerate(cast, start=1))
    pieces = join_rows([as_rows(rows[:cut]), no_rows(), as_rows(rows[cut:])])
    people = {p: p for p in range(100, 107)}
    assert counted(pieces, people, [50, 51, 52]) == counted(as_rows(rows), people, [50, 51, 52])


def test_who_did_not_vote_is_not_in_the_table_and_nothing_is_nothing() -> None:
    table = count_last_votes(
        as_rows([(1, (101, 50, 1))]),
        people=np.array([[100, 0], [101, 1]]),
        statement_ids=np.array([50]),
        statements=(Statement("0"),),
    )
    assert table.participants.tolist() == [1]
    assert table.hour is not None
    assert counted(no_rows(), {}, []) == {}


def test_rows_can_be_forgotten() -> None:
    rows = as_rows([(1, (100, 50, 1)), (2, (101, 50, 1))])
    assert keep_rows(rows, rows.participant != 100).id.tolist() == [2]
    assert len(rows) == 2

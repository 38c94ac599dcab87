# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.votes import Statement
from houvast.engine.landscape.vote_table import build_vote_table, select_participants, select_statements

PEOPLE = np.array([3, 5, 9])
STATEMENTS = (Statement("a"), Statement("b"), Statement("c"), Statement("d"))


def build(cells, seed=0, hours=False):
    """The table of {(participant, statement): value}, from rows in a random order."""
    rows = [(p, s, v) for (p, s), v in cells.items()]
    order = np.random.default_rng(seed).permutation(len(rows))
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)[order]
    return build_vote_table(
        participants=PEOPLE,
        statements=STATEMENTS,
        participant=table[:, 0],
        statement=table[:, 1],
        value=table[:, 2],
        hour=10 * table[:, 0] + table[:, 1] if hours else None,
    )


def cells_of(table):
    items = zip(table.rows().tolist(), table.statement.tolist(), table.value.tolist(), strict=True)
    return {(p, s): v for p, s, v in items}


cells = st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 3)), st.sampled_from([1, 0, -1]))


@given(cells=cells, seed=st.integers(0, 99))
def test_rows_in_any_order_give_one_table(cells, seed):
    table = build(cells, seed, hours=True)
    assert cells_of(table) == cells
    assert (table.n_participants, table.n_statements, table.n_votes) == (3, 4, len(cells))
    assert table.hour.tolist() == [10 * p + s for p, s in sorted(cells)]
    assert (table.statement.dtype, table.value.dtype, table.hour.dtype) == (np.int32, np.int8, np.int32)


def test_repeated_pairs_are_refused():
    twice = np.zeros(2, dtype=np.int64)
    with pytest.raises(ValueError, match="repeat"):
        build_vote_table(participants=PEOPLE, statements=STATEMENTS, participant=twice, statement=twice, value=twice)


@given(cells=cells, keep=st.lists(st.booleans(), min_size=3, max_size=3))
def test_selected_participants(cells, keep):
    part = select_participants(build(cells, hours=True), keep=np.array(keep))
    kept = [at for at, wanted in enumerate(keep) if wanted]
    assert part.participants.tolist() == PEOPLE[kept].tolist()
    assert cells_of(part) == {(kept.index(p), s): v for (p, s), v in cells.items() if p in kept}


@given(cells=cells, keep=st.lists(st.booleans(), min_size=4, max_size=4))
def test_selected_statements(cells, keep):
    part = select_statements(build(cells), keep=np.array(keep))
    kept = [at for at, wanted in enumerate(keep) if wanted]
    assert [s.id for s in part.statements] == [STATEMENTS[at].id for at in kept]
    assert cells_of(part) == {(p, kept.index(s)): v for (p, s), v in cells.items() if s in kept}

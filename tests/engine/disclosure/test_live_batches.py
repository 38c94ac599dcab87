# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do figures wait for k people who are new on a statement, and does nobody count twice?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.disclosure.live import LiveResult, LiveShare, LiveStatement, rank_statements
from houvast.engine.disclosure.live_batches import count_first_answers, count_new_people, hold_back
from houvast.engine.live.vote_log import VoteRows

ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=40)


def rows(cast: list[tuple[int, int]]) -> VoteRows:
    """Participant and statement of each row, ids from 1."""
    who, what = (np.array([pair[i] for pair in cast], dtype=np.int64) for i in (0, 1))
    nothing = np.zeros(len(cast))
    return VoteRows(np.arange(1, len(cast) + 1), who, what, nothing.astype(np.int8), nothing.astype(np.int32))


def said(number: int, agree: float, *, as_of: int = 0) -> LiveStatement:
    share = LiveShare(agree, round(agree + 0.1, 2))
    rest = LiveShare(round(0.9 - agree, 2), round(1 - agree, 2))
    return LiveStatement(number, f"Stelling {number}.", 50, share, rest, LiveShare(0.0, 0.05), as_of)


def result(*statements: LiveStatement) -> LiveResult:
    return rank_statements(LiveResult(10, 50, (), (), (), None), statements)


@given(ROWS, st.lists(st.integers(0, 40), min_size=3, max_size=3), st.sets(st.integers(0, 6)))
def test_first_answers_are_those_without_an_earlier_one(
    cast: list[tuple[int, int]], after: list[int], people: set[int]
) -> None:
    found = count_first_answers(
        rows(cast),
        people=np.array(sorted(people), dtype=np.int64),
        statement_ids=np.arange(3),
        after=np.array(after, dtype=np.int64),
    )
    for j in range(3):
        first = {who: at for at, (who, what) in reversed(list(enumerate(cast, start=1))) if what == j}
        assert found[j] == sum(at > after[j] for who, at in first.items() if who in people)


@given(ROWS, st.integers(0, 40), st.sets(st.integers(0, 6)))
def test_new_people_have_no_earlier_vote(cast: list[tuple[int, int]], after: int, people: set[int]) -> None:
    first = {who: at for at, (who, _) in reversed(list(enumerate(cast, start=1)))}
    found = count_new_people(rows(cast), people=np.array(sorted(people), dtype=np.int64), after=after)
    assert found == sum(at > after for who, at in first.items() if who in people)


@pytest.mark.parametrize(("new", "agree", "as_of"), [(0, 0.8, 5), (9, 0.8, 5), (10, 0.4, 77), (30, 0.4, 77)])
def test_figures_change_from_k_new_people_on(new: int, agree: float, as_of: int) -> None:
    held = hold_back(result(said(1, 0.4)), earlier=result(said(1, 0.8, as_of=5)), new={1: new}, newest=77)
    (one,) = held.statements
    assert (one.agree.low, one.as_of) == (agree, as_of)
    assert held.binds == ((1,) if agree == 0.8 else ())


def test_new_statements_are_shown_and_gone_ones_are_kept_for_later() -> None:
    held = hold_back(result(said(2, 0.8)), earlier=result(said(1, 0.7, as_of=5)), new={}, newest=77)
    assert [(one.number, one.as_of) for one in held.statements] == [(1, 5), (2, 77)]
    assert hold_back(result(said(2, 0.8)), earlier=None, new={}, newest=77).statements[0].as_of == 77

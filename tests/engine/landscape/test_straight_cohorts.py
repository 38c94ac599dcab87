# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from example_conversations import read_example

from houvast.engine.landscape.straight_cohorts import find_straight_cohorts, hash_statements
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.brigades import add_brigade
from houvast.engine.simulate.conversations import simulate_conversation

ATTACKS = [("15-per-hour-seattle", 13), ("scoop-hivemind.biodiversity", 21), ("brexit-consensus", 37)]


@pytest.mark.parametrize(("name", "size"), ATTACKS)
def test_a_brigade_that_agrees_with_everything_is_found_and_nobody_else(name: str, size: int) -> None:
    table, _ = read_example(name)
    attacked = add_brigade(table, size=size, kind="identical", cover="agree", rng=np.random.default_rng(5))
    (block,) = find_straight_cohorts(attacked)
    assert block.members.tolist() == list(range(table.n_participants, attacked.n_participants))


@pytest.mark.parametrize("name", [name for name, _ in ATTACKS] + ["austria-climate", "london.youth.policing"])
def test_real_conversations_hold_none(name: str) -> None:
    assert find_straight_cohorts(read_example(name)[0]) == []


def test_where_everybody_saw_everything_nobody_is_named() -> None:
    rng = np.random.default_rng(1)
    made = simulate_conversation(participants=300, statements=15, votes_per_participant=15, style_sd=2.0, rng=rng)
    lines = (made.table.value.reshape(300, 15) == 1).all(axis=1)
    assert lines.sum() >= 8
    assert find_straight_cohorts(made.table) == []


def test_the_hash_tells_sets_apart_and_not_answers() -> None:
    indptr = np.array([0, 2, 4, 6, 7], dtype=np.int64)
    table = VoteTable(np.arange(4), (), indptr, np.array([0, 1, 0, 1, 0, 2, 1], dtype=np.int32), np.ones(7, np.int8))
    one, same, other, short = hash_statements(table.indptr, table.statement).tolist()
    assert one == same
    assert len({one, other, short}) == 3

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from houvast.engine.landscape.vote_table import VoteTable, select_participants
from houvast.engine.simulate.brigades import BrigadeKind, Cover, add_brigade, choose_targets
from houvast.engine.simulate.conversations import simulate_conversation


@pytest.fixture(scope="module")
def votes() -> VoteTable:
    table = simulate_conversation(
        participants=80, statements=40, votes_per_participant=15, rng=np.random.default_rng(1)
    ).table
    return replace(table, hour=np.arange(table.n_votes, dtype=np.int32))


def row(votes: VoteTable, i: int) -> dict[int, int]:
    span = slice(votes.indptr[i], votes.indptr[i + 1])
    return dict(zip(votes.statement[span].tolist(), votes.value[span].tolist(), strict=True))


@pytest.mark.parametrize("kind", ["identical", "mimic"])
def test_real_people_stay_as_they_were(votes: VoteTable, kind: BrigadeKind) -> None:
    attacked = add_brigade(votes, size=6, kind=kind, rng=np.random.default_rng(2))
    real = select_participants(attacked, keep=np.arange(86) < 80)
    for name in ("participants", "indptr", "statement", "value", "hour"):
        assert np.array_equal(getattr(real, name), getattr(votes, name))
    assert len(set(attacked.participants.tolist())) == 86


def test_identical_members_vote_alike_on_the_most_seen_and_agree_with_the_targets(votes: VoteTable) -> None:
    attacked = add_brigade(votes, size=5, kind="identical", rng=np.random.default_rng(2))
    rows = [row(attacked, i) for i in range(80, 85)]
    assert all(r == rows[0] for r in rows)
    targets = choose_targets(votes, count=3).tolist()
    assert [rows[0][j] for j in targets] == [1, 1, 1]
    seen = np.bincount(votes.statement, minlength=40)
    assert seen[sorted(set(rows[0]) - set(targets))].min() >= np.sort(seen)[-20]
    assert 20 <= len(rows[0]) <= 23


@pytest.mark.parametrize(("cover", "votes_cast"), [("agree", {1}), ("disagree", {-1}), ("mixed", {-1, 1})])
def test_cover_votes(votes: VoteTable, cover: Cover, votes_cast: set[int]) -> None:
    attacked = add_brigade(votes, size=1, kind="identical", cover=cover, targets=(), rng=np.random.default_rng(2))
    assert set(row(attacked, 80).values()) == votes_cast


def test_contrary_members_vote_against_the_majority(votes: VoteTable) -> None:
    attacked = add_brigade(votes, size=1, kind="identical", cover="contrary", targets=(), rng=np.random.default_rng(2))
    balance = np.bincount(votes.statement, weights=votes.value, minlength=40)
    assert all(vote * balance[j] <= 0 for j, vote in row(attacked, 80).items())


def test_mimics_copy_a_real_person_except_for_the_targets(votes: VoteTable) -> None:
    attacked = add_brigade(votes, size=4, kind="mimic", targets=(0, 39), rng=np.random.default_rng(2))
    people = [{j: v for j, v in row(votes, i).items() if j not in (0, 39)} for i in range(80)]
    for i in range(80, 84):
        copied = row(attacked, i)
        assert (copied.pop(0), copied.pop(39)) == (1, 1)
        assert copied in people


def test_hours_are_drawn_or_given(votes: VoteTable) -> None:
    burst = add_brigade(votes, size=3, kind="identical", hour=99_999, rng=np.random.default_rng(2))
    assert burst.hour is not None
    assert np.all(burst.hour[votes.n_votes :] == 99_999)
    spread = add_brigade(votes, size=3, kind="identical", rng=np.random.default_rng(2))
    assert spread.hour is not None
    assert spread.hour.max() < votes.n_votes


def test_ids_of_text_stay_text(votes: VoteTable) -> None:
    named = replace(votes, participants=np.array([f"p{i}" for i in range(80)]))
    assert add_brigade(named, size=2, kind="identical", rng=np.random.default_rng(1)).participants[-1] == "added-2"

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

import numpy as np
from vote_strategies import table_of

from houvast.engine.landscape.bursts import busy_hours, find_bursts, likeness
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.brigades import add_brigade
from houvast.engine.simulate.conversations import simulate_conversation

START = 400_000


def conversation(seed: int, *, newsletter: int = 0) -> VoteTable:
    """250 people who come one or two an hour; the last of them (newsletter many) all in one hour."""
    rng = np.random.default_rng(seed)
    votes = simulate_conversation(
        participants=250, statements=40, votes_per_participant=15, groups=2, separation=3, rng=rng
    ).table
    hour = np.arange(250) // 2
    hour[250 - newsletter :] = 200
    return replace(votes, hour=np.repeat((START + hour).astype(np.int32), votes.votes_per_participant))


def test_without_times_nothing_is_said() -> None:
    votes = replace(conversation(1, newsletter=60), hour=None)
    assert find_bursts(votes, rng=np.random.default_rng(1)) == []


def test_a_newsletter_brings_many_people_and_is_no_burst() -> None:
    named = [bool(find_bursts(conversation(s, newsletter=60), rng=np.random.default_rng(1))) for s in range(10)]
    assert sum(named) == 0


def test_even_copies_of_real_people_are_seen_when_they_come_in_one_hour() -> None:
    votes = conversation(2, newsletter=60)
    attacked = add_brigade(votes, size=20, kind="mimic", hour=START + 60, rng=np.random.default_rng(1))
    found = find_bursts(attacked, rng=np.random.default_rng(1))
    assert [burst.hour for burst in found] == [START + 60]
    assert set(range(250, 270)) <= set(found[0].members.tolist())
    assert len(found[0].members) <= 22
    assert find_bursts(attacked, rng=np.random.default_rng(1), leave_out=np.arange(270) >= 250) == []


def test_an_hour_is_busy_against_the_usual_hour() -> None:
    arrival = np.repeat(np.arange(50), 2)
    assert busy_hours(arrival) == []
    assert busy_hours(np.append(arrival, np.full(40, 99))) == [99]


def test_likeness_is_the_mean_product_over_pairs() -> None:
    matrix = np.array([[1, 1, 9], [1, -1, 9], [-1, 9, 1]], dtype=np.int8)
    found, shared = likeness(table_of(matrix), people=np.array([0, 1, 2]), means=np.array([0.5, 0.0, 0.0]))
    products = [0.25, -0.75, -0.75, -1.0]
    assert found == np.mean(products)
    assert shared == 4 / 3

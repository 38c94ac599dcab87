# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from example_conversations import read_example
from vote_strategies import table_of

from houvast.domain.votes import Vote
from houvast.engine.landscape.straight_liners import chance_of_line, find_straight_lines
from houvast.engine.simulate.conversations import simulate_conversation


def test_who_agrees_with_everything_people_are_divided_on_is_named() -> None:
    rng = np.random.default_rng(1)
    matrix = np.vstack([rng.choice([-1, 0, 1], (100, 40), p=[0.4, 0.2, 0.4]), np.ones((1, 40)), np.zeros((1, 40))])
    found = find_straight_lines(table_of(matrix.astype(np.int8)))
    assert [(line.answer, line.members.tolist(), line.votes) for line in found] == [
        (Vote.AGREE, [100], 40),
        (Vote.PASS, [101], 40),
    ]


def test_agreeing_with_what_everybody_agrees_with_is_nothing_special() -> None:
    rng = np.random.default_rng(2)
    matrix = np.vstack([np.where(rng.random((100, 40)) < 0.95, 1, -1), np.ones((20, 40))])
    assert find_straight_lines(table_of(matrix.astype(np.int8))) == []


def test_few_votes_prove_nothing() -> None:
    matrix = np.vstack([np.tile([1, -1], (50, 20)), np.where(np.arange(40) < 9, -1, 9)])
    assert find_straight_lines(table_of(matrix.astype(np.int8))) == []


def test_readiness_to_agree_alone_is_hardly_ever_named() -> None:
    named = 0
    for seed in range(30):
        rng = np.random.default_rng(seed)
        votes = simulate_conversation(
            participants=200, statements=40, votes_per_participant=20, style_sd=0.8, rng=rng
        ).table
        named += bool(find_straight_lines(votes))
    assert named <= 2


def test_the_chance_averages_over_readiness() -> None:
    drawn = np.random.default_rng(3).standard_normal(400_000)
    simulated = np.mean((1 / (1 + np.exp(-0.4 - drawn))) ** 6)
    assert np.exp(chance_of_line(np.full(6, 1 / (1 + np.exp(-0.4))))) == pytest.approx(simulated, rel=0.02)


def test_a_real_conversation_with_two_people_in_a_line() -> None:
    found = find_straight_lines(read_example("scoop-hivemind.biodiversity")[0])
    assert [len(line.members) for line in found] == [2]

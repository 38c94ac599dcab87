# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from example_conversations import read_example
from hypothesis import given
from hypothesis import strategies as st
from vote_strategies import table_of

from houvast.engine.landscape.near_identical import (
    chance_of_few,
    compare_with_template,
    find_near_identical,
    make_template,
)
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.brigades import add_brigade
from houvast.engine.simulate.conversations import simulate_conversation

ATTACKS = [("15-per-hour-seattle", 13), ("scoop-hivemind.biodiversity", 21), ("brexit-consensus", 37)]
EXAMPLES = [*(name for name, _ in ATTACKS), "london.youth.policing", "austria-climate"]


def find(votes: VoteTable) -> list[list[int]]:
    return [block.members.tolist() for block in find_near_identical(votes, rng=np.random.default_rng(1))]


@pytest.mark.parametrize(("name", "size"), ATTACKS)
@pytest.mark.parametrize("seed", range(4))
def test_all_members_of_a_brigade_are_found_and_nobody_else(name: str, size: int, seed: int) -> None:
    votes, _ = read_example(name)
    attacked = add_brigade(votes, size=size, kind="identical", rng=np.random.default_rng(seed))
    assert find(attacked) == [list(range(votes.n_participants, attacked.n_participants))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_real_conversations_hold_no_block(name: str) -> None:
    assert find(read_example(name)[0]) == []


def test_honest_groups_are_no_blocks() -> None:
    blocks = 0
    for seed in range(25):
        rng = np.random.default_rng(seed)
        people, statements = int(rng.choice([60, 200, 600])), int(rng.choice([15, 30, 60]))
        votes = simulate_conversation(
            participants=people, statements=statements, density=1.0, groups=3, separation=5, slope_sd=2, rng=rng
        ).table
        blocks += bool(find(votes))
    assert blocks == 0


def test_members_who_change_an_answer_now_and_then_are_still_found() -> None:
    votes, _ = read_example("brexit-consensus")
    rng = np.random.default_rng(1)
    attacked = add_brigade(votes, size=37, kind="identical", rng=rng)
    own = np.arange(attacked.n_votes) >= votes.n_votes
    flip = own & (rng.random(attacked.n_votes) < 0.02)
    found = find(replace(attacked, value=np.where(flip, -attacked.value, attacked.value).astype(np.int8)))
    assert len(found) == 1
    assert min(found[0]) >= votes.n_participants
    assert len(found[0]) >= 35


def test_a_straight_line_is_left_to_the_other_look() -> None:
    rng = np.random.default_rng(2)
    honest = rng.choice([-1, 1], (100, 20))
    votes = table_of(np.vstack([honest, np.ones((15, 20))]).astype(np.int8))
    assert find(votes) == []


def test_the_template_is_the_answer_of_most() -> None:
    votes = table_of(np.array([[1, -1, 9, 1], [1, -1, 9, 9], [-1, -1, 1, 9]], dtype=np.int8))
    template = make_template(votes, people=np.array([0, 1, 2]))
    assert template.tolist() == [1, -1, 9, 9]
    shared, differ = compare_with_template(votes, template=template)
    assert (shared.tolist(), differ.tolist()) == ([2, 2, 2], [0, 0, 1])


@given(st.lists(st.floats(0, 1), max_size=8), st.integers(0, 8))
def test_the_chance_of_few_is_that_of_counting_all_outcomes(chances: list[float], most: int) -> None:
    total = sum(
        np.prod([p if on else 1 - p for p, on in zip(chances, bits, strict=True)])
        for bits in np.ndindex(*(2,) * len(chances))
        if sum(bits) <= most
    )
    assert chance_of_few(np.array(chances), at_most=most) == pytest.approx(total)

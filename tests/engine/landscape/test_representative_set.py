# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from example_conversations import read_example
from vote_strategies import table_of

from houvast.engine.landscape.representative_set import (
    answer_chances,
    choose_representative,
    find_representative,
    list_representative,
)
from houvast.engine.landscape.shares import estimate_shares, gather_answers


def test_the_second_statement_is_for_those_who_have_none_yet() -> None:
    big, small = [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]
    found = choose_representative(np.hstack([[big] * 7 + [small] * 5, np.zeros((12, 3))]))
    assert found.statements.tolist()[:2] == [0, 2]
    assert found.covered.value[:2] == pytest.approx([7 / 12, 1.0])


def test_the_gain_is_the_exact_expectation_of_the_harmonic_sum() -> None:
    rng = np.random.default_rng(1)
    chance = rng.uniform(0, 1, (6, 4))
    found = choose_representative(np.hstack([chance, np.zeros((6, 4))]), length=3)
    worth = lambda chosen: sum(  # noqa: E731
        np.prod([chance[i, j] if on else 1 - chance[i, j] for j, on in zip(chosen, bits, strict=True)])
        * sum(1 / k for k in range(1, sum(bits) + 1))
        for i in range(6)
        for bits in np.ndindex(*(2,) * len(chosen))
    )
    chosen: list[int] = []
    for _ in range(3):
        chosen.append(max((j for j in range(4) if j not in chosen), key=lambda j: worth([*chosen, j])))
    assert found.statements.tolist() == chosen


def test_answers_given_replace_the_predicted_chance() -> None:
    votes = table_of(np.array([[1, -1, 9], [0, 9, 1]], dtype=np.int8))
    chance = answer_chances(
        votes,
        people=np.array([0, 1]),
        intercept=np.zeros(3),
        slope=np.zeros((3, 1)),
        theta=np.zeros((2, 1)),
        style=np.zeros(2),
    )
    assert (chance[0, 0], chance[0, 1], chance[1, 0], chance[1, 2]) == (1.0, 0.0, 0.0, 1.0)
    assert 0 < chance[0, 2] < 0.5
    assert (chance[0, 3], chance[0, 4]) == (0.0, 1.0)
    assert chance[0, 5] == pytest.approx(chance[0, 2])


def test_a_shared_no_can_be_chosen_and_never_together_with_its_yes() -> None:
    agrees = np.array([[0.9, 0.1], [0.8, 0.1], [0.2, 0.1]])
    found = choose_representative(np.hstack([agrees, 1 - agrees]))
    assert (found.statements.tolist(), found.agrees.tolist()) == ([1, 0], [False, True])


def test_a_real_conversation_is_covered_by_a_few_statements() -> None:
    votes, _ = read_example("brexit-consensus")
    size = votes.n_statements
    found = find_representative(
        votes,
        intercept=np.zeros(size),
        slope=np.zeros((size, 1)),
        theta=np.zeros((votes.n_participants, 1)),
        style=np.zeros(votes.n_participants),
        rng=np.random.default_rng(1),
        candidates=np.arange(size) % 2 == 0,
    )
    assert 1 <= len(found.statements) <= 8
    assert (found.statements % 2 == 0).all()
    assert (np.diff(found.covered.value) >= 0).all()
    assert found.covered.value[-1] > 0.9
    agree, disagree = (
        type(part)(part.value[0], part.low[0], part.high[0], part.n[0])
        for part in (estimate_shares(gather_answers(votes)).agree, estimate_shares(gather_answers(votes)).disagree)
    )
    listed = list_representative(found, agree=agree, disagree=disagree)
    assert [(r.statement, r.rank_low) for r in listed] == [(j, k) for k, j in enumerate(found.statements, start=1)]


def test_nobody_to_represent_gives_an_empty_set() -> None:
    assert len(choose_representative(np.empty((0, 6))).statements) == 0

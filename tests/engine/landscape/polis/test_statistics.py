# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import polis_oracle as oracle
from vote_strategies import NOTHING, table_of, vote_matrices

from houvast.engine.landscape.polis.statistics import difference_z, polis_statistics, proportion_z

FIGURES = (
    ("agree", "p", "pa"),
    ("agree", "p_test", "pat"),
    ("agree", "repness", "ra"),
    ("agree", "repness_test", "rat"),
    ("disagree", "p", "pd"),
    ("disagree", "p_test", "pdt"),
    ("disagree", "repness", "rd"),
    ("disagree", "repness_test", "rdt"),
)


def rows_of(matrix: np.ndarray) -> list[dict[int, int]]:
    return [{j: int(x) for j, x in enumerate(row) if x != NOTHING} for row in matrix]


def check_against_oracle(matrix: np.ndarray, groups: list[int], hidden: set[int]) -> None:
    found = polis_statistics(table_of(matrix, moderated=tuple(hidden)), groups=np.array(groups, dtype=np.int64))
    n = matrix.shape[1]
    slow = oracle.describe_groups(rows_of(matrix), n, hidden, groups)
    for g, group in enumerate(slow):
        assert found.agreed[g].tolist() == group.agreed
        assert found.disagreed[g].tolist() == group.disagreed
        assert found.voted[g].tolist() == group.voted
        for side, name, key in FIGURES:
            assert getattr(getattr(found, side), name)[g] == pytest.approx([f[key] for f in group.figures], abs=1e-12)
        assert [(r.statement, r.direction) for r in found.representative[g]] == group.shown
    gac = [oracle.group_aware_consensus(slow, j) for j in range(n)]
    assert found.group_aware_consensus == pytest.approx(gac, abs=1e-15)
    slow_consensus = oracle.whole_consensus(rows_of(matrix), n, hidden)
    assert [(c.statement, c.direction) for c in found.consensus] == slow_consensus


@settings(max_examples=200, deadline=None)
@given(vote_matrices(people=25, statements=9), st.randoms(use_true_random=False))
def test_every_figure_follows_the_published_formulas(matrix: np.ndarray, chance: object) -> None:
    groups = [chance.randrange(-1, 3) for _ in matrix]  # type: ignore[attr-defined]
    hidden = {j for j in range(matrix.shape[1]) if chance.random() < 0.2}  # type: ignore[attr-defined]
    check_against_oracle(matrix, groups, hidden)


def test_larger_groups_with_clear_opinions() -> None:
    rng = np.random.default_rng(8)
    groups = rng.integers(0, 4, 300)
    lean = rng.random((4, 40))
    matrix = np.where(rng.random((300, 40)) < lean[groups], 1, -1).astype(np.int8)
    matrix[rng.random(matrix.shape) < 0.1] = 0
    matrix[rng.random(matrix.shape) < 0.5] = NOTHING
    check_against_oracle(matrix, groups.tolist(), {3, 17})


def test_known_answers() -> None:
    assert proportion_z(np.array([3]), np.array([8]))[0] == pytest.approx(2 * 3 * (4 / 9 - 0.5))
    z = difference_z(np.array([4]), np.array([0]), trials=(np.array([4]), np.array([4])))[0]
    assert z == pytest.approx((1 - 0.2) / math.sqrt(0.6 * 0.4 * (0.2 + 0.2)))
    assert difference_z(np.array([4]), np.array([4]), trials=(np.array([4]), np.array([4])))[0] == 0


def test_flipping_all_votes_swaps_agree_and_disagree() -> None:
    rng = np.random.default_rng(9)
    matrix = rng.choice([-1, 0, 1, NOTHING], (60, 12)).astype(np.int8)
    flipped = np.where(matrix == NOTHING, NOTHING, -matrix).astype(np.int8)
    groups = rng.integers(0, 2, 60)
    first, second = (polis_statistics(table_of(m), groups=groups) for m in (matrix, flipped))
    assert np.array_equal(first.agree.metric, second.disagree.metric)
    assert np.array_equal(first.agreed, second.disagreed)

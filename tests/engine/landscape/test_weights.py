# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import OptionRejected
from houvast.engine.landscape.weights import count_effective, rake

HALF = np.array([0.5, 0.5])


def test_one_margin_by_hand():
    # Three of four people are in category 0, whose share is one half: 2/3 each, and 2 for the other.
    found = rake(categories=np.array([[0], [0], [0], [1]]), targets=[HALF])
    assert found.weights == pytest.approx([2 / 3, 2 / 3, 2 / 3, 2])
    assert found.n_effective == pytest.approx(16 / (3 * 4 / 9 + 4))
    assert found.converged
    assert found.trimmed == 0


def test_two_by_two_by_hand():
    # Counts 40 10 / 20 30 raked to halves keep the odds ratio 6: the cell share a solves (a / (1/2 - a))² = 6.
    cells = np.repeat([[0, 0], [0, 1], [1, 0], [1, 1]], [40, 10, 20, 30], axis=0)
    found = rake(categories=cells, targets=[HALF, HALF])
    a = 0.5 * np.sqrt(6) / (1 + np.sqrt(6))
    expected = np.repeat([a / 0.4, (0.5 - a) / 0.1, (0.5 - a) / 0.2, a / 0.3], [40, 10, 20, 30])
    assert found.weights == pytest.approx(expected)
    assert found.margin_error < 1e-9


@given(seed=st.integers(0, 10_000), n=st.integers(60, 200))
def test_margins_are_met_the_mean_is_one_and_order_is_moot(seed, n):
    rng = np.random.default_rng(seed)
    categories = np.stack([np.arange(n) % 2, rng.permutation(np.arange(n) % 3)], axis=1)
    categories[rng.random(n) < 0.2] = -1
    targets = [np.array([0.4, 0.6]), np.array([0.3, 0.3, 0.4])]
    found = rake(categories=categories, targets=targets)
    assert found.converged
    assert found.weights.mean() == pytest.approx(1)
    unknown = (categories < 0).all(axis=1)
    assert np.all(found.weights[unknown] == 1)
    if found.trimmed == 0:
        for at, target in enumerate(targets):
            known = categories[:, at] >= 0
            now = np.bincount(categories[known, at], weights=found.weights[known]) / found.weights[known].sum()
            assert now == pytest.approx(target, abs=1e-7)
    order = rng.permutation(n)
    again = rake(categories=categories[order], targets=targets)
    assert again.weights == pytest.approx(found.weights[order], rel=1e-7)


def test_weights_that_are_right_already_stay_one():
    found = rake(categories=np.array([[0], [1], [0], [1]]), targets=[HALF])
    assert found.weights.tolist() == [1, 1, 1, 1]
    assert found.n_effective == 4


def test_trimming_keeps_the_mean_and_says_what_is_left():
    categories = np.array([[0]] * 99 + [[1]])
    found = rake(categories=categories, targets=[HALF])
    assert found.weights.max() == pytest.approx(5)
    assert found.weights.mean() == pytest.approx(1)
    assert found.trimmed == 1
    assert found.margin_error == pytest.approx(0.45)


@pytest.mark.parametrize(
    ("categories", "targets", "what"),
    [
        ([[0], [0]], [HALF], "nobody takes part"),
        ([[0], [1]], [np.array([1.0, 0.0])], "share in the population is 0"),
        ([[0], [2]], [HALF], "without a share"),
        ([[0], [1]], [np.array([0.5, 0.6])], "add up to 1"),
        ([[-1], [-1]], [HALF], "Nobody's"),
        ([[0, 0], [1, 1]], [HALF], "one for each"),
    ],
)
def test_what_cannot_be_weighted_is_said(categories, targets, what):
    with pytest.raises(OptionRejected, match=what):
        rake(categories=np.array(categories), targets=targets)


def test_inputs_are_left_alone_and_a_silly_trim_is_refused():
    categories, target = np.array([[0], [0], [1]]), HALF.copy()
    rake(categories=categories, targets=[target])
    assert categories.tolist() == [[0], [0], [1]]
    assert target.tolist() == [0.5, 0.5]
    with pytest.raises(OptionRejected, match="above 1"):
        rake(categories=categories, targets=[HALF], trim=1)


def test_effective_number():
    assert count_effective(np.array([1.0, 1, 1])) == 3
    assert count_effective(np.array([2.0, 0])) == 1
    assert count_effective(np.zeros(2)) == 0

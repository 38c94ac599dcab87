# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are scores turned into how seldom chance gives as much, inside and beyond what was simulated?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.attention.null_tails import combine, fit_tail


def test_an_exponential_tail_is_the_score_itself() -> None:
    tail = fit_tail(np.random.default_rng(1).exponential(1.0, 40_000))
    scores = np.array([0.5, 2.0, 4.0, 6.0, 12.0])
    np.testing.assert_allclose(tail.of(scores), scores, rtol=0.12, atol=0.03)


def test_many_zeros_leave_the_tail_of_the_rest() -> None:
    rng = np.random.default_rng(2)
    maxima = np.where(rng.random(40_000) < 0.9, 0.0, rng.exponential(1.0, 40_000))
    tail = fit_tail(maxima)
    assert float(tail.of(np.array(0.0))) == 0.0
    assert float(tail.of(np.array(2.0))) == pytest.approx(2 + np.log(10), rel=0.1)


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.5]), min_size=5, max_size=300))
def test_a_higher_score_is_never_less_seldom(values: list[float]) -> None:
    tail = fit_tail(np.array(values))
    seldom = tail.of(np.linspace(0, 8, 60))
    assert (np.diff(seldom) >= -1e-9).all()
    assert (seldom >= 0).all()


def test_the_way_back_gives_the_score() -> None:
    tail = fit_tail(np.random.default_rng(1).exponential(1.0, 5000))
    for minus_log in (1.0, 3.0, 9.0):
        assert float(tail.of(np.array(tail.score_for(minus_log)))) == pytest.approx(minus_log, rel=1e-6)


def test_all_alike_gives_no_nonsense() -> None:
    assert np.isfinite(fit_tail(np.zeros(50)).of(np.array([0.0, 1.0]))).all()


def test_the_most_seldom_look_counts() -> None:
    rng = np.random.default_rng(3)
    tails = (fit_tail(rng.exponential(1, 5000)), fit_tail(rng.exponential(2, 5000)))
    np.testing.assert_allclose(combine(np.array([[3.0, 1.0], [0.1, 9.0]]), tails), [3.0, 4.5], rtol=0.15)

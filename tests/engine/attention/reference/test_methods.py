# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from houvast.engine.attention.reference.methods import REFERENCE_METHODS, ReferenceMethod

WEEKS, SERIES, FIRST = 280, 7, 272
every_method = pytest.mark.parametrize("method", REFERENCE_METHODS, ids=lambda method: method.name)


def draw(seed: int = 1) -> NDArray[np.int64]:
    mean = np.array([0.02, 0.3, 1.0, 4.0, 12.0, 60.0, 200.0])
    return np.random.default_rng(seed).negative_binomial(mean / 0.4, 1 / 1.4, (WEEKS, SERIES))


def test_names_are_unique() -> None:
    names = [method.name for method in REFERENCE_METHODS]
    assert len(set(names)) == len(names) == 24


@every_method
def test_bounds_are_finite_and_no_less_than_any_quiet_count(method: ReferenceMethod) -> None:
    counts = draw()
    judged = method.judge(counts, first=FIRST)
    assert judged.bound.shape == judged.alarm.shape == (WEEKS - FIRST, SERIES)
    assert judged.judged.all()
    assert np.isfinite(judged.bound).all()
    assert np.all(judged.bound >= -1)
    assert np.all(counts[FIRST:][judged.alarm] > judged.bound[judged.alarm])


@every_method
def test_counts_are_left_as_they_were(method: ReferenceMethod) -> None:
    counts = draw()
    counts.setflags(write=False)
    first, second = (method.judge(counts, first=FIRST) for _ in range(2))
    np.testing.assert_array_equal(counts, draw())
    np.testing.assert_array_equal(first.bound, second.bound)


@every_method
def test_the_order_of_the_series_does_not_matter(method: ReferenceMethod) -> None:
    counts, order = draw(), np.array([3, 0, 6, 1, 5, 2, 4])
    plain, mixed = method.judge(counts, first=FIRST), method.judge(counts[:, order], first=FIRST)
    np.testing.assert_allclose(mixed.bound, plain.bound[:, order], rtol=1e-9)
    np.testing.assert_array_equal(mixed.alarm, plain.alarm[:, order])


@every_method
def test_a_huge_count_alarms(method: ReferenceMethod) -> None:
    counts = draw()
    counts[FIRST] = 10**9
    assert method.judge(counts, first=FIRST).alarm[0].all()


@every_method
def test_later_weeks_have_no_say(method: ReferenceMethod) -> None:
    counts = draw()
    longer, shorter = method.judge(counts, first=FIRST), method.judge(counts[:-3], first=FIRST)
    np.testing.assert_allclose(longer.bound[:-3], shorter.bound, rtol=1e-9)


@every_method
def test_a_past_without_any_report_is_judged_without_trouble(method: ReferenceMethod) -> None:
    judged = method.judge(np.zeros((WEEKS, 2), dtype=np.int64), first=FIRST)
    assert np.isfinite(judged.bound).all()
    assert not judged.alarm.any()


@every_method
def test_too_little_history_is_an_answer_not_an_error(method: ReferenceMethod) -> None:
    for weeks in (0, 1, method.minimum_weeks):
        judged = method.judge(draw()[:weeks], first=0)
        assert (judged.judged.any(), judged.alarm.any(), judged.bound.shape) == (False, False, (weeks, SERIES))
    last = method.judge(draw()[: method.minimum_weeks + 1], first=0)
    assert last.judged.tolist() == [False] * method.minimum_weeks + [True]
    assert np.isfinite(last.bound[-1]).all()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the interval of the gap right, for people who estimate and vote and for people who do one of both?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.perception import StatementViews, compare_views


def views(estimated: list[float], agreed: list[int], *, shared: int) -> StatementViews:
    """The first `shared` people do both."""
    e, v = len(estimated), len(agreed)
    voters = [*range(shared), *range(e, e + v - shared)]
    return StatementViews(np.arange(e), np.array(estimated), np.array(voters), np.array(agreed, dtype=float))


def test_known_answer() -> None:
    compared = compare_views(views([0.5, 0.7, 0.6, 0.6], [1, 1, 1, 0], shared=0))
    assert compared.perceived.value == pytest.approx(0.6)
    assert compared.actual.value == pytest.approx(0.75)
    assert compared.gap.value == pytest.approx(-0.15)
    assert compared.agreed == 3
    assert compared.gap.n == 4


def test_people_who_all_say_the_same_are_not_certain() -> None:
    compared = compare_views(views([0.4] * 12, [1] * 12, shared=12))
    assert compared.perceived.low < 0.4 < compared.perceived.high
    assert compared.actual.low < 1.0 == compared.actual.high


def test_who_agrees_and_expects_agreement_makes_the_gap_surer_when_the_same_people_do_both() -> None:
    estimated, agreed = [0.9, 0.1] * 20, [1, 0] * 20
    paired = compare_views(views(estimated, agreed, shared=40)).gap
    apart = compare_views(views(estimated, agreed, shared=0)).gap
    assert paired.value == apart.value
    assert paired.high - paired.low < (apart.high - apart.low) / 2


@pytest.mark.parametrize("shared", [0, 30, 60])
def test_the_interval_holds_the_truth_as_often_as_it_says(shared: int) -> None:
    rng, held, repeats = np.random.default_rng(1), 0, 600
    for _ in range(repeats):
        lean = rng.random(120)
        estimated = np.clip(np.round(10 * (0.2 + 0.6 * lean[:60] + 0.1 * rng.standard_normal(60))), 0, 10) / 10
        voters = np.concatenate([np.arange(shared), np.arange(60, 120 - shared)])
        agreed = (rng.random(len(voters)) < lean[voters]).astype(float)
        gap = compare_views(StatementViews(np.arange(60), estimated, voters, agreed)).gap
        held += gap.low <= 0.0 <= gap.high
    assert 0.925 <= held / repeats <= 0.975

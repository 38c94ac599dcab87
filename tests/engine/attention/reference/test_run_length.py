# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.reference.run_length import average_run_length


def test_the_known_answer_for_a_poisson_cusum() -> None:
    assert average_run_length(limit=4, reference=1.5, mean=1) == pytest.approx(121.9523, abs=5e-5)


def test_a_limit_of_one_step_waits_for_one_count() -> None:
    assert average_run_length(limit=1, reference=1, mean=0.3, steps=1) == pytest.approx(
        1 / (1 - np.exp(-0.3) * 1.3), rel=1e-12
    )


def test_a_finer_grid_of_the_same_chart_changes_nothing() -> None:
    coarse, fine = (average_run_length(limit=3, reference=1.5, mean=1, steps=steps) for steps in (2, 8))
    assert coarse == pytest.approx(fine, rel=1e-10)


def test_simulated_charts_run_as_long() -> None:
    rng = np.random.default_rng(1)
    level, alive = np.zeros(20_000), np.ones(20_000, dtype=bool)
    total = 0
    for _ in range(600):
        total += int(alive.sum())
        level = np.maximum(0, level + rng.poisson(1.0, 20_000) - 1.5)
        alive &= level < 2.5
    assert total / 20_000 == pytest.approx(average_run_length(limit=2.5, reference=1.5, mean=1), rel=0.03)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is silence told from calm, and from nobody having gone?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from engine.attention.invented_tables import Row, chance_rows, table_of

from houvast.engine.attention.silence import find_silence


def rows(seed: int = 1) -> list[Row]:
    return chance_rows(np.random.default_rng(seed), n_weeks=60, mean=1.5)


def quiet_since(week: int, area: int = 2) -> list[Row]:
    return [r for r in rows() if r[0] != area or r[2] < week]


def test_an_area_that_stops_is_told_once_chance_is_unlikely() -> None:
    found = find_silence(table_of(quiet_since(54), n_weeks=60))
    assert [(s.area, s.source, s.weeks) for s in found] == [(2, None, 6)]
    assert found[0].expected == pytest.approx(6 * 3, rel=0.3)
    assert find_silence(table_of(quiet_since(59), n_weeks=60)) == ()


def test_the_probability_is_that_of_the_formula() -> None:
    quiet = find_silence(table_of(quiet_since(54), n_weeks=60))[0]
    longer = find_silence(table_of(quiet_since(50), n_weeks=60))[0]
    assert longer.probability < quiet.probability < 0.01
    phi_of = {1.05 + 0.01 * i: None for i in range(200)}
    fits = [math.exp(-quiet.expected * math.log(p) / (p - 1)) for p in phi_of]
    assert min(abs(f / quiet.probability - 1) for f in fits) < 0.2


def test_a_silent_source_is_told_apart_from_areas() -> None:
    without = [r for r in rows() if r[4] != 1 or r[2] < 54]
    assert [(s.area, s.source) for s in find_silence(table_of(without, n_weeks=60))] == [(None, 1)]


def test_when_nobody_went_it_is_not_silence() -> None:
    effort = np.ones((60, 4))
    effort[54:, 2] = 0.0
    assert find_silence(table_of(quiet_since(54), n_weeks=60, effort=effort)) == ()
    assert find_silence(table_of(quiet_since(54), n_weeks=60, effort=np.zeros((60, 4)))) == ()


def test_quiet_municipalities_are_seldom_told_to_be_silent() -> None:
    told = [find_silence(table_of(rows(seed), n_weeks=60)) for seed in range(80)]
    assert sum(map(len, told)) <= 6


def test_what_never_spoke_cannot_fall_silent() -> None:
    assert find_silence(table_of([r for r in rows() if r[0] != 3], n_weeks=60)) == ()
    assert find_silence(table_of([], n_weeks=60)) == ()

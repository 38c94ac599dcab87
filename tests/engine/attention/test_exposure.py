# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are calendar, effort and reporting delay taken into account?"""

from __future__ import annotations

import numpy as np
import pytest
from engine.attention.invented_tables import steady_rows, table_of

from houvast.engine.attention.exposure import entered_within, exposure_whoever_is_there, find_exposure


def test_without_anything_known_every_week_is_alike() -> None:
    found = find_exposure(table_of(steady_rows()))
    np.testing.assert_allclose(found.by_area, 1.0)
    np.testing.assert_allclose(found.by_theme, 1.0)


def test_calendar_and_effort_are_taken_over() -> None:
    effort = np.ones((30, 4))
    effort[7, 2] = 0.5
    effort[8] = 0.0
    calendar = np.ones((30, 2))
    calendar[9, 1] = 4.0
    found = exposure_whoever_is_there(table_of(steady_rows(), effort=effort, calendar=calendar))
    assert (found.by_area[7, 2], found.by_theme[9, 1], found.by_theme[9, 0]) == (0.5, 4.0, 1.0)
    assert (found.by_area[8] == 0.0).all()


def test_without_effort_a_quarter_is_still_expected() -> None:
    effort = np.ones((30, 4))
    effort[8] = 0.0
    found = find_exposure(table_of(steady_rows(), effort=effort))
    np.testing.assert_allclose(found.by_area[8], 0.25)


def test_one_calendar_serves_all_themes() -> None:
    calendar = np.ones(30)
    calendar[3] = 2.0
    assert (exposure_whoever_is_there(table_of(steady_rows(), calendar=calendar)).by_theme[3] == 2.0).all()


def test_delays_are_found_though_the_latest_are_still_to_come() -> None:
    rng = np.random.default_rng(1)
    week = np.repeat(np.arange(60), 200)
    delay = np.minimum(rng.geometric(0.6, len(week)) - 1, 8)
    seen = week + delay < 60
    rows = [(0, 0, int(w), -1, 0) for w in week[seen]]
    table = table_of(rows, n_weeks=60, entered_week=(week + delay)[seen])
    expected = [np.mean(np.minimum(rng.geometric(0.6, 100_000) - 1, 8) <= d) for d in range(9)]
    np.testing.assert_allclose(entered_within(table), expected, atol=0.02)
    assert exposure_whoever_is_there(table).by_area[-1, 0] == pytest.approx(0.6, abs=0.02)
    assert exposure_whoever_is_there(table).by_area[-9, 0] == 1.0


def test_nothing_entered_yet_gives_no_nonsense() -> None:
    empty = table_of([], entered_week=np.zeros(0, dtype=np.int64))
    np.testing.assert_allclose(entered_within(empty), 1.0)
    np.testing.assert_allclose(find_exposure(empty).by_area, 1.0)

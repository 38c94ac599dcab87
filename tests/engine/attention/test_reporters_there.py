# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is less expected when somebody stopped, and is no news explained away by newcomers?"""

from __future__ import annotations

import numpy as np
import pytest
from engine.attention.invented_tables import Row, table_of

from houvast.engine.attention.reporters_there import reporters_there


def two_reporters(until: int, n_weeks: int = 40) -> list[Row]:
    """Two that note once a week in area 0, one of them until a week; one in area 1 all the time."""
    first = [(0, 0, w, 1, 0) for w in range(n_weeks)]
    second = [(0, 0, w, 2, 0) for w in range(until)]
    return first + second + [(1, 0, w, 3, 0) for w in range(n_weeks)]


def test_when_everybody_stays_nothing_changes() -> None:
    np.testing.assert_allclose(reporters_there(table_of(two_reporters(40), n_weeks=40)), 1.0, atol=1e-9)


def test_who_stopped_takes_half_of_his_share_along() -> None:
    found = reporters_there(table_of(two_reporters(20), n_weeks=40))
    assert found[-1, 0] / found[10, 0] == pytest.approx(0.75, abs=0.01)
    np.testing.assert_allclose(found[:, 1], 1.0)


def test_a_short_silence_is_not_yet_a_departure() -> None:
    found = reporters_there(table_of(two_reporters(38), n_weeks=40))
    assert found[-1, 0] / found[10, 0] > 0.97


def test_successors_fill_the_gap_but_newcomers_never_more_than_it() -> None:
    successor: list[Row] = [(0, 0, w, 50 + w, 0) for w in range(22, 40)]
    filled = reporters_there(table_of(two_reporters(20) + successor, n_weeks=40))
    assert filled[-1, 0] / filled[10, 0] > 0.92
    news: list[Row] = [(1, 0, w, 100 + n + 9 * w, 0) for w in range(34, 40) for n in range(9)]
    risen = reporters_there(table_of(two_reporters(40) + news, n_weeks=40))
    np.testing.assert_allclose(risen[:, 1], 1.0)


def test_nobody_known_by_a_code_changes_nothing() -> None:
    np.testing.assert_allclose(reporters_there(table_of([(0, 0, 3, -1, 0)] * 9)), 1.0)


def test_an_area_never_falls_below_a_fifth() -> None:
    rows: list[Row] = [(0, 0, w, 1, 0) for w in range(20)] + [(0, 0, w, 2, 0) for w in range(20)]
    found = reporters_there(table_of(rows, n_weeks=60))
    assert found.min() / found.max() >= 0.2 - 1e-9

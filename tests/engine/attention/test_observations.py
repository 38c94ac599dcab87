# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a table that contradicts itself refused?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from engine.attention.invented_tables import table_of

from houvast.engine.attention.attention_list import attention_list
from houvast.engine.attention.observations import InvalidObservations

ROWS = [(0, 0, 0, 1, 0), (3, 1, 29, -1, 2)]


def test_a_sound_table_tells_its_size() -> None:
    table = table_of(ROWS)
    assert (table.n_observations, table.shape) == (2, (30, 4, 2))


@pytest.mark.parametrize(
    "row", [(4, 0, 0, 0, 0), (0, 2, 0, 0, 0), (0, 0, 30, 0, 0), (-1, 0, 0, 0, 0), (0, 0, 0, -2, 0), (0, 0, 0, 0, -1)]
)
def test_a_code_outside_its_range_is_refused(row: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(InvalidObservations):
        table_of([*ROWS, row])


def test_a_table_without_weeks_is_refused() -> None:
    with pytest.raises(InvalidObservations):
        table_of([], n_weeks=0)


@pytest.mark.parametrize("size", [{"n_areas": 0}, {"n_themes": 0}, {"n_areas": 0, "n_themes": 0, "n_weeks": 1}])
def test_where_there_is_nothing_yet_the_list_says_so(size: dict[str, int]) -> None:
    result = attention_list(table_of([], **size), None)
    assert (result.points, result.watch, result.silent) == ((), (), ())
    assert result.too_little


@pytest.mark.parametrize(
    "more",
    [
        {"neighbours": ((1,),)},
        {"neighbours": ((1,), (0, 9), (), ())},
        {"calendar": np.ones(29)},
        {"calendar": np.ones((30, 3))},
        {"calendar": np.full(30, -1.0)},
        {"effort": np.ones((30, 2))},
        {"effort": np.full((30, 4), np.nan)},
        {"entered_week": np.array([0, 28])},
        {"entered_week": np.array([0, 30])},
        {"entered_week": np.array([0])},
        {"left_out": frozenset({(30, 0, 0)})},
    ],
)
def test_factors_that_do_not_fit_are_refused(more: dict[str, Any]) -> None:
    with pytest.raises(InvalidObservations):
        table_of(ROWS, **more)


def test_factors_that_fit_are_taken() -> None:
    table = table_of(
        ROWS,
        calendar=np.ones((30, 2)),
        effort=np.zeros((30, 4)),
        entered_week=np.array([2, 29]),
        left_out=frozenset({(29, 3, 1)}),
    )
    assert table.n_observations == 2

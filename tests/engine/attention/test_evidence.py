# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the evidence behind a point counted right, and is a point that hangs on one reporter told apart?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from engine.attention.invented_tables import Row, steady_rows, table_of

from houvast.engine.attention.alarms import Alarm
from houvast.engine.attention.attention_list import read_table
from houvast.engine.attention.evidence import Evidence
from houvast.engine.attention.points import Detector
from houvast.engine.attention.tails import quantile, surprise

ONE: list[Row] = [(1, 0, 28, 77, 2)] * 9
SIX: list[Row] = [(1, 0, 28, 80 + n, n % 3) for n in range(6)]


def evidence(rows: list[Row]) -> Evidence:
    table = table_of(steady_rows() + rows)
    return Evidence(table, read_table(table).baseline)


def alarm(detector: Detector, raw: float = 9.0, lift: float = 1.0) -> Alarm:
    areas = () if detector is Detector.CITY else (1,)
    return Alarm(28, 27, 0, areas, detector, raw, raw, lift)


def test_all_are_noted_and_two_of_each_reporter_counted() -> None:
    noted = evidence(ONE).noted(0, (1,), 27, 28)
    assert (len(noted.rows), len(noted.counted), set(noted.reporters.tolist())) == (11, 4, {10, 77})


def test_the_expected_count_adds_up_over_cells_and_weeks() -> None:
    told = evidence([])
    mean, variance = told.moments(0, (1, 2), 25, 27)
    cells = told.baseline.mean[25:28, 1:3, 0].sum()
    assert mean == pytest.approx(cells)
    assert variance >= mean
    expected = told.expected(0, (1, 2), 25, 27)
    assert (expected.low, expected.high) == (quantile(0.05, mean, variance), quantile(0.95, mean, variance))
    everywhere = told.moments(0, (), 27, 28)
    assert everywhere[1] > sum(told.moments(0, (a,), 27, 28)[1] for a in range(4))


def test_one_reporter_alone_is_not_announced() -> None:
    alone = table_of([(1, 0, w, 77, 0) for w in range(30)] + ONE)
    assert not Evidence(alone, read_table(alone).baseline).is_announced(alarm(Detector.CELL))
    assert evidence(SIX).is_announced(alarm(Detector.CELL))
    assert not evidence([]).is_announced(alarm(Detector.CELL))


def test_without_the_reporter_with_most_the_looks_are_reckoned_again() -> None:
    told = evidence(SIX)
    mean, variance = told.moments(0, (1,), 27, 28)
    # eight counted; the usual reporter is counted twice
    assert told.raw_without_one(alarm(Detector.CELL)) == pytest.approx(surprise(6, mean, variance))
    ratio = (6 * math.log(6 / mean) - (6 - mean)) * mean / variance
    assert told.raw_without_one(alarm(Detector.CLUSTER)) == pytest.approx(ratio)
    assert told.raw_without_one(alarm(Detector.BUILD_UP)) == pytest.approx(9 - 2 * math.log(2) * mean / variance)
    assert told.raw_without_one(alarm(Detector.CITY)) < surprise(14, *told.moments(0, (), 27, 28))


def test_what_the_parents_ask_for_makes_a_cell_less_surprising() -> None:
    told = evidence(SIX)
    assert told.raw_without_one(alarm(Detector.CELL, lift=2.0)) < told.raw_without_one(alarm(Detector.CELL))
    mean, variance = told.lifted(alarm(Detector.CELL, lift=2.0), 3.0, 6.0)
    assert mean == 6.0
    assert variance > 6.0


def test_an_empty_window_is_no_evidence() -> None:
    noted = evidence([]).noted(1, (0,), 40, 50)
    assert (len(noted.rows), len(noted.counted), len(noted.reporters)) == (0, 0, 0)
    assert np.isfinite(evidence([]).raw_without_one(alarm(Detector.CLUSTER)))

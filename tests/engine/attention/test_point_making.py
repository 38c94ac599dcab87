# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a point about the right areas and weeks, with a series people can check?"""

from __future__ import annotations

import numpy as np
from engine.attention.invented_tables import Row, steady_rows, table_of

from houvast.engine.attention.alarms import Alarm
from houvast.engine.attention.attention_list import read_table
from houvast.engine.attention.calibration import calibrate_on
from houvast.engine.attention.evidence import Evidence
from houvast.engine.attention.point_making import make_point, series_of
from houvast.engine.attention.points import AttentionPoint, Detector

CALIBRATION = calibrate_on(np.random.default_rng(1).exponential(1.0, (50, 13, 8, 4)), budget=1.0, history_weeks=30)
LINE = CALIBRATION.threshold
RISE: list[Row] = [(1, 0, w, 80 + 9 * w + n, n % 3) for w in (27, 28) for n in range(6)]


def evidence(rows: list[Row]) -> Evidence:
    table = table_of(steady_rows() + rows)
    return Evidence(table, read_table(table).baseline)


def alarm(detector: Detector, areas: tuple[int, ...], week: int = 28, score: float = 6.0) -> Alarm:
    return Alarm(week, week - 1, 0, areas, detector, score, score)


def made(alarms: list[Alarm], rows: list[Row] = RISE) -> AttentionPoint:
    return make_point(alarms, evidence(rows), CALIBRATION, LINE)


def test_a_point_is_described_by_all_its_alarms() -> None:
    found = made([alarm(Detector.CELL, (1,), score=9.0), alarm(Detector.CLUSTER, (0, 1), week=29, score=8.0)])
    assert (found.theme, found.areas, found.first_week, found.last_week) == (0, (1,), 27, 29)
    assert found.detectors == (Detector.CELL, Detector.CLUSTER)
    assert (found.observed, found.counted, found.n_reporters, found.sources) == (15, 15, 13, (0, 1, 2))
    assert (found.score, found.on_list_since, found.is_announced) == (9.0, 28, True)
    assert found.holds_without_one_reporter
    assert found.expected.low <= found.expected.mid <= found.expected.high < found.counted


def test_a_weaker_alarm_about_many_weeks_does_not_thin_the_evidence() -> None:
    slow = Alarm(28, 5, 0, (1,), Detector.BUILD_UP, 5.0, 5.0)
    assert made([slow, alarm(Detector.CELL, (1,), score=9.0)]).first_week == 27
    assert made([slow]).first_week == 5


def test_neighbours_that_only_share_the_rise_are_not_named_but_a_second_place_is() -> None:
    strongest, beside = alarm(Detector.CELL, (1,), score=9.0), alarm(Detector.CLUSTER, (0, 1))
    assert made([beside, strongest]).areas == (1,)
    assert made([beside, strongest, alarm(Detector.CELL, (3,), score=5.0)]).areas == (1, 3)


def test_a_rise_in_one_place_stays_there_though_the_city_total_alarms_too() -> None:
    found = made([alarm(Detector.CITY, (), score=9.0), alarm(Detector.CELL, (1,))])
    assert found.areas == (1,)


def test_a_rise_everywhere_is_about_the_whole_municipality() -> None:
    everywhere: list[Row] = [(a, 0, w, 80 + 9 * w + n, 0) for a in range(4) for w in (27, 28) for n in range(5)]
    assert made([alarm(Detector.CITY, ()), alarm(Detector.CELL, (1,))], everywhere).is_city_wide
    assert made([alarm(Detector.CITY, ())]).is_city_wide
    assert made([alarm(Detector.CELL, (a,)) for a in range(3)]).is_city_wide


def test_a_point_that_hangs_on_one_reporter_says_so() -> None:
    eager: list[Row] = [(1, 0, w, 77, 0) for w in (27, 28) for _ in range(2)]
    assert not made([alarm(Detector.CELL, (1,))], eager).holds_without_one_reporter


def test_the_series_is_that_of_the_areas_with_its_band() -> None:
    series = series_of(evidence(RISE), 0, (1,))
    assert series.weeks == tuple(range(30))
    assert (series.observed[27], series.observed[26]) == (7, 1)
    assert all(low <= mid <= high for low, mid, high in zip(series.low, series.mid, series.high, strict=True))
    assert series.observed[27] > series.high[27]
    assert sum(series_of(evidence(RISE), 0, ()).observed) == 4 * 30 + 12


def test_a_long_series_is_cut_to_a_year() -> None:
    table = table_of(steady_rows(n_weeks=80), n_weeks=80)
    series = series_of(Evidence(table, read_table(table).baseline), 1, ())
    assert series.weeks == tuple(range(28, 80))

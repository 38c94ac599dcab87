# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the list tell what is there, say what it lacks, and stay silent otherwise?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from engine.attention.invented_tables import Row, chance_rows, steady_rows, table_of

from houvast.engine.attention.attention_list import attention_list, read_table
from houvast.engine.attention.calibration import Calibration, calibrate
from houvast.engine.attention.observations import ObservationTable
from houvast.engine.attention.points import AttentionResult, Shortage

WEEKS = 40
QUIET = chance_rows(np.random.default_rng(4), n_weeks=WEEKS)
RISE: list[Row] = [(1, 0, 39, 900 + n, n % 3) for n in range(9)]
FLOOD: list[Row] = [(1, 1, w, 900, 0) for w in range(36, 40) for _ in range(9)]


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return calibrate(table_of(QUIET, n_weeks=WEEKS), rng=np.random.default_rng(1), n_worlds=60)


def listed(rows: list[Row], calibration: Calibration | None, **more: object) -> AttentionResult:
    return attention_list(table_of(rows, n_weeks=WEEKS, **more), calibration)


def test_a_rise_is_a_point_with_its_evidence(calibration: Calibration) -> None:
    found = listed(QUIET + RISE, calibration)
    assert [(p.theme, p.areas) for p in found.points] == [(0, (1,))]
    point = found.points[0]
    assert point.n_reporters >= 9
    assert point.holds_without_one_reporter
    assert point.expected.high < point.counted
    assert (found.calibrated, found.threshold, found.budget) == (True, calibration.threshold, 1.0)
    assert (found.n_weeks, found.n_areas, found.n_themes, found.n_observations) == (40, 4, 2, len(QUIET) + 9)


def test_quiet_weeks_give_an_empty_list(calibration: Calibration) -> None:
    assert (listed(QUIET, calibration).points, listed(QUIET, calibration).watch) == ((), ())


def test_one_eager_reporter_is_at_most_watched(calibration: Calibration) -> None:
    alone = [r for r in QUIET if r[1] == 0]
    found = listed(alone + FLOOD, calibration)
    assert [p.theme for p in found.points if p.theme == 1] == []
    assert [(p.theme, p.areas, p.n_reporters) for p in found.watch if p.theme == 1] == [(1, (1,), 1)]
    assert not any(p.is_announced for p in found.watch)


def test_a_line_after_feedback_is_used(calibration: Calibration) -> None:
    table = table_of(QUIET + RISE, n_weeks=WEEKS)
    assert attention_list(table, calibration, threshold=25.0).points == ()
    assert attention_list(table, calibration, threshold=25.0).threshold == 25.0


def test_what_is_short_is_said(calibration: Calibration) -> None:
    few = attention_list(table_of(steady_rows(n_weeks=5), n_weeks=5), calibration)
    assert [(t.shortage, t.have, t.needed) for t in few.too_little] == [
        (Shortage.FEW_WEEKS, 5, 8),
        (Shortage.FEW_OBSERVATIONS, 40, 50),
    ]
    uncalibrated = listed(QUIET + RISE, None)
    assert [t.shortage for t in uncalibrated.too_little] == [Shortage.NOT_CALIBRATED]
    assert (uncalibrated.points, uncalibrated.threshold, uncalibrated.calibrated) == ((), None, False)


def test_an_empty_table_is_answered() -> None:
    assert len(attention_list(table_of([], n_weeks=WEEKS), None).too_little) == 2


def test_what_was_confirmed_does_not_hide_what_comes_next(calibration: Calibration) -> None:
    earlier: list[Row] = [(1, 0, w, 700 + 9 * w + n, 0) for w in (33, 34, 35) for n in range(8)]
    left_out = frozenset((w, 1, 0) for w in (33, 34, 35))
    hidden = listed(QUIET + earlier + RISE, calibration).points[0]
    told = listed(QUIET + earlier + RISE, calibration, left_out=left_out).points[0]
    assert told.score > hidden.score


def test_a_known_event_makes_no_point(calibration: Calibration) -> None:
    everywhere: list[Row] = [(a, 0, 39, 900 + 5 * a + n, 0) for a in range(4) for n in range(4)]
    calendar = np.ones((WEEKS, 2))
    assert len(listed(QUIET + everywhere, calibration).points) == 1
    calendar[39, 0] = 6.0
    assert listed(QUIET + everywhere, calibration, calendar=calendar).points == ()


def test_a_silent_area_is_told_and_does_not_lower_what_is_usual(calibration: Calibration) -> None:
    stopped = [r for r in QUIET if r[0] != 3 or r[2] < 28]
    table = table_of(stopped, n_weeks=WEEKS)
    assert [s.area for s in attention_list(table, calibration).silent] == [3]
    usual = read_table(table_of(QUIET, n_weeks=WEEKS)).baseline.mean[-1, 3].sum()
    assert read_table(table).baseline.mean[-1, 3].sum() > 0.4 * usual


def test_order_of_rows_does_not_matter(calibration: Calibration) -> None:
    rows = QUIET + RISE
    turned = [rows[i] for i in np.random.default_rng(1).permutation(len(rows))]
    assert listed(turned, calibration) == listed(rows, calibration)


def test_the_table_stays_as_it_was(calibration: Calibration) -> None:
    table = table_of(QUIET + RISE, n_weeks=WEEKS)
    copy: ObservationTable = replace(table, week=table.week.copy(), reporter=table.reporter.copy())
    attention_list(table, calibration)
    np.testing.assert_array_equal(table.week, copy.week)
    np.testing.assert_array_equal(table.reporter, copy.reporter)

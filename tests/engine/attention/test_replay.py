# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the back-test know only what was known?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from engine.attention.invented_tables import Row, chance_rows, table_of

from houvast.engine.attention.calibration import Calibration, calibrate
from houvast.engine.attention.replay import Replay, known_in, replay, replay_with

WEEKS = 50
QUIET = chance_rows(np.random.default_rng(4), n_weeks=WEEKS)
RISE: list[Row] = [(1, 0, 36, 900 + n, n % 3) for n in range(9)]


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return calibrate(table_of(QUIET, n_weeks=WEEKS), rng=np.random.default_rng(1), n_worlds=60)


def test_only_what_was_entered_by_then_is_known() -> None:
    table = table_of(
        [(0, 0, 3, 1, 0), (0, 1, 4, 2, 1), (1, 0, 9, 3, 0)],
        entered_week=np.array([3, 6, 9]),
        calendar=np.ones(30),
        effort=np.ones((30, 4)),
        left_out=frozenset({(3, 0, 0), (9, 1, 0)}),
    )
    known = known_in(table, 5)
    assert (known.n_weeks, known.week.tolist(), known.left_out) == (6, [3], frozenset({(3, 0, 0)}))
    assert known_in(table, 6).reporter.tolist() == [1, 2]


def test_a_past_rise_is_shown_in_the_week_it_would_have_been_seen(calibration: Calibration) -> None:
    found = replay_with(table_of(QUIET + RISE, n_weeks=WEEKS), [(30, calibration)])
    assert [(p.theme, p.areas, p.on_list_since) for p in found.points if p.score > 8] == [(0, (1,), 36)]
    assert (found.first_week, found.n_weeks, found.thresholds) == (30, 20, ((30, calibration.threshold),))
    assert found.points_a_month == pytest.approx(len(found.points) / (20 / (52 / 12)))


def test_later_weeks_do_not_change_what_was_shown_before(calibration: Calibration) -> None:
    later: list[Row] = [(a, h, w, 700 + n, 0) for a in range(4) for h in range(2) for w in (44, 45) for n in range(9)]
    without = replay_with(table_of(QUIET + RISE, n_weeks=WEEKS), [(30, calibration)])
    with_later = replay_with(table_of(QUIET + RISE + later, n_weeks=WEEKS), [(30, calibration)])
    assert _shown(without, 40) == _shown(with_later, 40)
    assert with_later.points != without.points


def _shown(found: Replay, until: int) -> list[tuple[int, int, float]]:
    return [(p.on_list_since, p.theme, p.score) for p in found.points if p.last_week < until]


def test_what_was_confirmed_later_is_not_known_earlier(calibration: Calibration) -> None:
    table = table_of(QUIET + RISE, n_weeks=WEEKS)
    told = replace(table, left_out=frozenset({(36, 1, 0)}))
    assert replay_with(told, [(30, calibration)]).points == replay_with(table, [(30, calibration)]).points


def test_it_calibrates_itself_on_what_was_known() -> None:
    table = table_of(QUIET + RISE, n_weeks=WEEKS)
    found = [
        replay(table, first_week=3, budget=1.0, rng=np.random.default_rng(1), n_worlds=5, calibrate_every=14)
        for _ in range(2)
    ]
    assert [week for week, _ in found[0].thresholds] == [8, 22, 36]
    assert found[0] == found[1]

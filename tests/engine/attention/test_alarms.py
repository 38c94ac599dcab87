# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are looks over the line told with their place and weeks, and those that belong together as one?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from houvast.engine.attention.alarms import Alarm, find_alarms, merge_alarms
from houvast.engine.attention.calibration import calibrate_on
from houvast.engine.attention.detectors import Looks
from houvast.engine.attention.points import Detector

CALIBRATION = calibrate_on(np.random.default_rng(1).exponential(1.0, (50, 13, 8, 4)), budget=1.0, history_weeks=30)
NEAR = np.array([[1, -1], [0, 2], [1, -1]])


def nothing(n_weeks: int = 4) -> Looks:
    cells = (n_weeks, 3, 2)
    scores = [np.zeros(cells) for _ in range(4)] + [np.zeros((n_weeks, 2))]
    numbers = [np.ones(cells, np.int16) for _ in range(3)]
    return Looks(20, numbers[0], *scores, *numbers, np.zeros(cells, np.int64), np.ones((n_weeks, 2), np.int16))


def alarms_in(looks: Looks) -> tuple[Alarm, ...]:
    return find_alarms(looks, near=NEAR, calibration=CALIBRATION, threshold=5.0)


def test_without_scores_there_are_none() -> None:
    assert alarms_in(nothing()) == ()


def test_each_look_tells_its_weeks_and_areas() -> None:
    looks = nothing()
    looks.cell[3, 2, 1] = looks.build_up[3, 1, 0] = looks.cluster[2, 1, 1] = looks.city[1, 0] = 9.0
    looks.lift[3, 2, 1] = 1.5
    looks.since[3, 1, 0], looks.window[2, 1, 1], looks.zone[2, 1, 1] = 6, 3, 0b10
    found = {a.detector: a for a in alarms_in(looks)}
    assert [(d, a.first_week, a.week, a.areas, a.lift) for d, a in found.items()] == [
        (Detector.CITY, 20, 21, (), 1.0),
        (Detector.CLUSTER, 20, 22, (1, 2), 1.0),
        (Detector.BUILD_UP, 18, 23, (1,), 0.0),
        (Detector.CELL, 23, 23, (2,), 1.5),
    ]
    assert all(a.raw == 9.0 and 8 < a.score < 10 for a in found.values())


def test_a_score_just_over_the_line_alarms_and_just_below_does_not() -> None:
    line = CALIBRATION.tails[3].score_for(5.0)
    for score, n in ((line * 0.999, 0), (line * 1.001, 1)):
        looks = nothing()
        looks.city[3, 1] = score
        assert len(alarms_in(looks)) == n


def alarm(week: int, theme: int) -> Alarm:
    return Alarm(week, week, theme, (), Detector.CITY, 5.0, 5.0)


def test_alarms_of_a_theme_within_three_weeks_are_one_point() -> None:
    found = merge_alarms([alarm(13, 0), alarm(3, 0), alarm(6, 0), alarm(6, 1), alarm(9, 0)])
    assert [[a.week for a in point] for point in found] == [[3, 6, 9], [6], [13]]


def test_a_surge_everywhere_is_one_point() -> None:
    everywhere = [replace(alarm(5, 0), areas=(a,), detector=Detector.CELL) for a in range(12)]
    assert len(merge_alarms([*everywhere, alarm(5, 0)])) == 1

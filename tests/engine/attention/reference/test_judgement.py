# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.engine.attention.reference.judgement import Floats, Ints, judge_each_week, look_back

COUNTS = np.array([[1, 9], [2, 8], [3, 7], [4, 6], [5, 5]])


def last_week(matrix: Floats, weeks: Ints) -> Floats:
    return look_back(matrix, weeks, offsets=np.array([-1]))[:, 0]


def test_weeks_with_too_little_history_are_not_judged() -> None:
    judged = judge_each_week(COUNTS, first=0, minimum=2, bound_at=last_week)
    assert judged.judged.tolist() == [False, False, True, True, True]
    assert np.isnan(judged.bound[:2]).all()
    assert judged.bound[2:].tolist() == [[2, 8], [3, 7], [4, 6]]
    assert judged.alarm.tolist() == [[False, False]] * 2 + [[True, False]] * 3


def test_history_shorter_than_anything_gives_no_judgement() -> None:
    judged = judge_each_week(COUNTS, first=1, minimum=50, bound_at=last_week)
    assert (judged.bound.shape, judged.judged.any(), judged.alarm.any()) == ((4, 2), False, False)


def test_looking_back_gives_weeks_by_offsets_by_series() -> None:
    past = look_back(COUNTS.astype(float), np.array([2, 4]), offsets=np.array([-2, -1]))
    assert past.tolist() == [[[1, 9], [2, 8]], [[3, 7], [4, 6]]]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does each reading against a point come when it is true, and stay away when it is not?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from houvast.engine.attention.counter_readings import CounterKind, find_counter_readings, is_of_point
from houvast.engine.attention.observations import ObservationTable
from houvast.engine.attention.points import AttentionPoint, Detector, ExpectedCount, Series


def table(reporters: list[int], *, late: int = 0, effort: np.ndarray | None = None) -> ObservationTable:
    """All in area 0, theme 0, in week 17 of 20; `late` of them entered two weeks later."""
    n = len(reporters)
    week = np.full(n, 17)
    entered = week + np.where(np.arange(n) < late, 2, 0)
    zero = np.zeros(n, dtype=np.int64)
    return ObservationTable(
        areas=("a", "b"), themes=("t",), n_weeks=20, area=zero, theme=zero, week=week,
        reporter=np.array(reporters), source=zero, entered_week=entered, effort=effort,
    )  # fmt: skip


def point(n: int, **fields: object) -> AttentionPoint:
    made = AttentionPoint(
        theme=0, areas=(0,), first_week=17, last_week=17, detectors=(Detector.CELL,), observed=n, counted=n,
        expected=ExpectedCount(0.5, 2.0, 4.0), n_reporters=n, sources=(0,), holds_without_one_reporter=True, score=6.0,
        recurrence_months=12.0, is_announced=True, series=Series((), (), (), (), ()),
        on_list_since=17,
    )  # fmt: skip
    return replace(made, **fields)


def kinds(of: ObservationTable, about: AttentionPoint, *, has_occasion: bool = False) -> list[CounterKind]:
    return [one.kind for one in find_counter_readings(of, about, has_occasion=has_occasion)]


def test_ten_reporters_and_nothing_known_leave_no_reading() -> None:
    assert kinds(table(list(range(10))), point(10)) == []


def test_one_busy_reporter_comes_first_with_how_many() -> None:
    (reading,) = find_counter_readings(
        table([1] * 9 + [2]), point(10, holds_without_one_reporter=False), has_occasion=False
    )
    assert (reading.kind, reading.figure, reading.weight) == (CounterKind.ONE_REPORTER, 9.0, 1.0)


def test_a_known_occasion_weighs_less_once_its_multiplier_is_learned() -> None:
    plain = table(list(range(10)))
    calendar = np.ones((20, 1))
    calendar[17] = 2.0
    learned = replace(plain, calendar=calendar)
    (before,) = find_counter_readings(plain, point(10), has_occasion=True)
    (after,) = find_counter_readings(learned, point(10), has_occasion=True)
    assert before.kind is after.kind is CounterKind.OCCASION
    assert before.weight > after.weight > 0


def test_more_listening_is_told_as_times() -> None:
    effort = np.ones((20, 2))
    effort[17, 0] = 3.0
    (reading,) = find_counter_readings(table(list(range(10)), effort=effort), point(10), has_occasion=False)
    assert (reading.kind, reading.figure) == (CounterKind.MORE_EFFORT, 3.0)


def test_late_notes_and_small_numbers() -> None:
    assert kinds(table(list(range(10)), late=4), point(10)) == [CounterKind.LATE_NOTES]
    assert kinds(table([1, 2, 3]), point(3)) == [CounterKind.SMALL_NUMBERS]


def test_a_point_of_the_whole_municipality_holds_all_areas() -> None:
    of = table([1, 2, 3])
    assert is_of_point(of, point(3, areas=())).all()
    assert not is_of_point(of, point(3, areas=(1,))).any()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which looks are over the line, and which of them belong together?

Alarms of one theme that follow each other within three weeks are one point: a rise of the whole city is one point, not
twelve, and a rise that lasts is not told every week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.calibration import MERGE_WEEKS, Calibration
from houvast.engine.attention.detector_kernels import CITY_WEEKS
from houvast.engine.attention.detectors import DETECTORS, Looks
from houvast.engine.attention.observations import Floats, Ints
from houvast.engine.attention.points import Detector

LIFTED = {Detector.CELL, Detector.BUILD_UP}


@dataclass(frozen=True, slots=True)
class Alarm:
    """One look over the line: in `week`, about the weeks first_week … week and these areas (none: all).

    raw: the detector's own score; score: −ln of how often chance gives a theme as much in a week. lift: how far the
    rest of the theme and of the area were above usual (1 for clusters and the city).
    """

    week: int
    first_week: int
    theme: int
    areas: tuple[int, ...]
    detector: Detector
    raw: float
    score: float
    lift: float = 1.0


def find_alarms(looks: Looks, *, near: Ints, calibration: Calibration, threshold: float) -> tuple[Alarm, ...]:
    """All looks with a score of at least threshold, by week, theme and falling score."""
    found = [
        alarm
        for detector, scores in zip(DETECTORS, _by_area(looks), strict=True)
        for alarm in _over(looks, scores, detector, near, calibration, threshold)
    ]
    return tuple(sorted(found, key=lambda a: (a.week, a.theme, -a.score, a.areas)))


def _by_area(looks: Looks) -> tuple[Floats, ...]:
    return looks.cell, looks.build_up, looks.cluster, looks.city[:, None, :]


def _over(
    looks: Looks, scores: Floats, detector: Detector, near: Ints, calibration: Calibration, threshold: float
) -> Iterator[Alarm]:
    tail = calibration.tails[DETECTORS.index(detector)]
    over: NDArray[np.bool_] = scores >= tail.score_for(threshold)
    for n, a, h in zip(*np.nonzero(over), strict=True):
        raw = float(scores[n, a, h])
        week = looks.first_week + int(n)
        first_week, areas = _where(looks, detector, near, (int(n), int(a), int(h)))
        lift = float(looks.lift[n, a, h]) if detector in LIFTED else 1.0
        score = float(tail.of(np.array(raw)))
        yield Alarm(week, max(0, week - first_week), int(h), areas, detector, raw, score, lift)


def _where(looks: Looks, detector: Detector, near: Ints, at: tuple[int, int, int]) -> tuple[int, tuple[int, ...]]:
    """How many weeks before its own the alarm begins, and its areas."""
    area = at[1]
    if detector is Detector.CITY:
        return CITY_WEEKS - 1, ()
    if detector is Detector.BUILD_UP:
        return int(looks.since[at]) - 1, (area,)
    if detector is Detector.CLUSTER:
        mask = int(looks.zone[at])
        others = (int(other) for bit, other in enumerate(near[area]) if mask >> bit & 1)
        return int(looks.window[at]) - 1, tuple(sorted((area, *others)))
    return 0, (area,)


def merge_alarms(alarms: Sequence[Alarm]) -> tuple[tuple[Alarm, ...], ...]:
    """The alarms by point, each point's in order of week; points in order of their first alarm."""
    points: list[list[Alarm]] = []
    latest: dict[int, list[Alarm]] = {}
    for alarm in sorted(alarms, key=lambda a: a.week):
        point = latest.get(alarm.theme)
        if point is None or alarm.week - point[-1].week > MERGE_WEEKS:
            point = latest[alarm.theme] = []
            points.append(point)
        point.append(alarm)
    return tuple(tuple(point) for point in points)

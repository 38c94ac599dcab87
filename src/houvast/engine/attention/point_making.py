# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the alarms that belong together become one point that people can read?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from houvast.engine.attention.alarms import Alarm
from houvast.engine.attention.calibration import Calibration
from houvast.engine.attention.detectors import DETECTORS
from houvast.engine.attention.evidence import HIGH, LOW, Evidence
from houvast.engine.attention.points import AttentionPoint, Detector, Series
from houvast.engine.attention.tails import quantile, surprise

SERIES_WEEKS = 52
CITY_SHARE = 0.5
REST_SURPRISE = 3.0  # once in twenty
MOST_TRIED = 10


def make_point(alarms: Sequence[Alarm], evidence: Evidence, calibration: Calibration, line: float) -> AttentionPoint:
    """One point of the alarms of one theme that follow each other, from the weeks of the strongest to the latest one.

    It is about the whole municipality when no areas stand out, when more than half do, or when the rest is above usual
    too, also when all areas with an alarm of their own are taken out of it.
    """
    strongest = max(alarms, key=lambda a: (a.score, -a.week))
    theme, window = strongest.theme, (strongest.first_week, max(a.week for a in alarms))
    areas = _areas_of(alarms, evidence, window)
    noted = evidence.noted(theme, areas, *window)
    return AttentionPoint(
        theme=theme,
        areas=areas,
        first_week=window[0],
        last_week=window[1],
        detectors=tuple(d for d in Detector if any(a.detector is d for a in alarms)),
        observed=len(noted.rows),
        counted=len(noted.counted),
        expected=evidence.expected(theme, areas, *window),
        n_reporters=len(noted.reporters),
        sources=tuple(int(s) for s in np.unique(evidence.table.source[noted.rows])),
        holds_without_one_reporter=_holds_without_one(alarms, evidence, calibration, line),
        score=strongest.score,
        recurrence_months=calibration.recurrence_months(strongest.score),
        is_announced=True,
        series=series_of(evidence, theme, areas),
        on_list_since=min(a.week for a in alarms),
    )


def _areas_of(alarms: Sequence[Alarm], evidence: Evidence, window: tuple[int, int]) -> tuple[int, ...]:
    """The fewest areas that the rest is not above usual without; none where there are no such areas."""
    n_areas = len(evidence.table.areas)
    everywhere = sorted({area for alarm in alarms for area in alarm.areas})
    for areas in (_without_overlap(alarms), everywhere):
        if 0 < len(areas) <= max(CITY_SHARE * n_areas, 1) and not _rest_is_above_usual(
            areas, alarms[0].theme, evidence, window
        ):
            return tuple(areas)
    return ()


def _rest_is_above_usual(areas: Sequence[int], theme: int, evidence: Evidence, window: tuple[int, int]) -> bool:
    rest = sorted(set(range(len(evidence.table.areas))) - set(areas))
    if not rest:
        return False
    count = len(evidence.noted(theme, rest, *window).counted)
    return surprise(count, *evidence.moments(theme, rest, *window)) >= REST_SURPRISE


def _without_overlap(alarms: Sequence[Alarm]) -> list[int]:
    """The areas of the strongest alarm, and of others that share no area with stronger ones."""
    areas: set[int] = set()
    for alarm in sorted(alarms, key=lambda a: -a.score):
        if areas.isdisjoint(alarm.areas):
            areas.update(alarm.areas)
    return sorted(areas)


def _holds_without_one(alarms: Sequence[Alarm], evidence: Evidence, calibration: Calibration, line: float) -> bool:
    """Whether one of the strongest alarms stays over the line whichever reporter is left out of it."""
    strongest = sorted(alarms, key=lambda a: -a.score)[:MOST_TRIED]
    tails = [calibration.tails[DETECTORS.index(a.detector)] for a in strongest]
    return any(evidence.raw_without_one(a) >= t.score_for(line) for a, t in zip(strongest, tails, strict=True))


def series_of(evidence: Evidence, theme: int, areas: Sequence[int]) -> Series:
    """The last 52 weeks of a theme in these areas (none: everywhere): what counts, and the expected band."""
    n_weeks = evidence.table.n_weeks
    weeks = range(max(0, n_weeks - SERIES_WEEKS), n_weeks)
    rows = evidence.noted(theme, areas, weeks[0], weeks[-1]).counted
    observed = np.bincount(evidence.table.week[rows] - weeks[0], minlength=len(weeks))
    moments = [evidence.moments(theme, areas, w, w) for w in weeks]
    return Series(
        weeks=tuple(weeks),
        observed=tuple(int(n) for n in observed),
        low=tuple(quantile(LOW, *m) for m in moments),
        mid=tuple(m[0] for m in moments),
        high=tuple(quantile(HIGH, *m) for m in moments),
    )

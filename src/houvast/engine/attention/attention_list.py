# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look this week? One pooled expectation, four looks, one budget of points for nothing.

The steps are in modules of their own: counting, exposure, baseline, detectors, null_tails and calibration (nightly),
alarms, evidence, silence. A calibration is made for one municipality by `calibrate`; without one nothing is announced,
for the line would be a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from houvast.engine.attention.alarms import Alarm, find_alarms, merge_alarms
from houvast.engine.attention.baseline import Baseline, expect
from houvast.engine.attention.bootstrap import BUILD_UP_FROM
from houvast.engine.attention.calibration import DEFAULT_BUDGET, MERGE_WEEKS, Calibration
from houvast.engine.attention.counting import LEFT_OUT, Counts, capped_counts, history_counts, independent_reporters
from houvast.engine.attention.detectors import Looks, look, neighbour_array
from houvast.engine.attention.evidence import Evidence
from houvast.engine.attention.exposure import find_exposure
from houvast.engine.attention.observations import Ints, ObservationTable
from houvast.engine.attention.point_making import make_point
from houvast.engine.attention.points import AttentionPoint, AttentionResult, Shortage, SilentArea, TooLittle
from houvast.engine.attention.silence import find_silence

FEWEST_WEEKS = 8
FEWEST_OBSERVATIONS = 50
LIST_WEEKS = MERGE_WEEKS + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A table as the engine reads it: y* (W, A, H), what is usual, who is silent, neighbours (A, K)."""

    counts: Counts
    baseline: Baseline
    silent: tuple[SilentArea, ...]
    near: Ints


def read_table(table: ObservationTable) -> Reading:
    """Counts and what is usual; weeks in which an area is silent do not count in what is usual there."""
    counts = capped_counts(table)
    silent = find_silence(table)
    history = history_counts(table, counts)
    if silent:
        history = history.copy()
        for area in (s for s in silent if s.area is not None):
            history[table.n_weeks - area.weeks :, area.area] = LEFT_OUT
    near = neighbour_array(table.neighbours, len(table.areas))
    return Reading(counts, expect(history, find_exposure(table)), silent, near)


def look_at(reading: Reading, first_week: int) -> Looks:
    """The four looks at the weeks from first_week on."""
    start = min(BUILD_UP_FROM, first_week)
    return look(reading.counts, reading.baseline, near=reading.near, first_week=first_week, build_up_from=start)


def attention_list(
    table: ObservationTable, calibration: Calibration | None, *, threshold: float | None = None
) -> AttentionResult:
    """The list of the table's last week: points that crossed the line in the last four weeks.

    threshold: the line after feedback (feedback.py); None: that of the calibration.
    """
    too_little = _what_is_short(table, calibration)
    if too_little or calibration is None:
        silent = find_silence(table) if table.n_weeks >= FEWEST_WEEKS else ()
        return _result(table, calibration, None, ((), ()), silent, too_little)
    line = calibration.threshold if threshold is None else threshold
    reading = read_table(table)
    looks = look_at(reading, max(FEWEST_WEEKS - 1, table.n_weeks - LIST_WEEKS))
    alarms = find_alarms(looks, near=reading.near, calibration=calibration, threshold=line)
    evidence = Evidence(table, reading.baseline)
    return _result(table, calibration, line, points_of(alarms, evidence, calibration, line), reading.silent, ())


def points_of(
    alarms: Sequence[Alarm], evidence: Evidence, calibration: Calibration, line: float
) -> tuple[tuple[AttentionPoint, ...], tuple[AttentionPoint, ...]]:
    """Announced points and the watch list, each with the strongest evidence first."""
    announced = [a for a in alarms if evidence.is_announced(a)]
    told = {(a.theme, a.week) for a in announced}
    rest = [a for a in alarms if (a.theme, a.week) not in told]
    made = [[make_point(p, evidence, calibration, line) for p in merge_alarms(a)] for a in (announced, rest)]
    watch = [replace(p, is_announced=False) for p in made[1]]
    return tuple(sorted(made[0], key=_strongest_first)), tuple(sorted(watch, key=_strongest_first))


def _strongest_first(point: AttentionPoint) -> tuple[float, int, int]:
    return -point.score, point.theme, point.on_list_since


def _what_is_short(table: ObservationTable, calibration: Calibration | None) -> tuple[TooLittle, ...]:
    short = []
    if table.n_weeks < FEWEST_WEEKS:
        short.append(TooLittle(Shortage.FEW_WEEKS, table.n_weeks, FEWEST_WEEKS))
    if table.n_observations < FEWEST_OBSERVATIONS:
        short.append(TooLittle(Shortage.FEW_OBSERVATIONS, table.n_observations, FEWEST_OBSERVATIONS))
    if calibration is None:
        short.append(TooLittle(Shortage.NOT_CALIBRATED, 0, 0))
    return tuple(short)


def _result(
    table: ObservationTable,
    calibration: Calibration | None,
    line: float | None,
    points: tuple[tuple[AttentionPoint, ...], tuple[AttentionPoint, ...]],
    silent: tuple[SilentArea, ...],
    too_little: tuple[TooLittle, ...],
) -> AttentionResult:
    return AttentionResult(
        points=points[0],
        watch=points[1],
        silent=silent,
        threshold=line,
        budget=calibration.budget if calibration else DEFAULT_BUDGET,
        calibrated=calibration is not None,
        n_weeks=table.n_weeks,
        n_observations=table.n_observations,
        n_areas=len(table.areas),
        n_themes=len(table.themes),
        n_reporters=len(np.unique(independent_reporters(table))),
        too_little=too_little,
    )

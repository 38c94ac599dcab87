# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what is kept of a point the same point, with names, and the same again after it was stored?"""

from __future__ import annotations

import numpy as np

from houvast.engine.attention.kept_evidence import PointEvidence, gather_evidence
from houvast.engine.attention.observations import ObservationTable
from houvast.engine.attention.points import AttentionPoint, Detector, ExpectedCount, Series
from houvast.exchange.typed_json import read_typed, write_typed

WEEKS = tuple(f"2026-W{week:02d}" for week in range(1, 5))


def gathered(areas: tuple[int, ...] = (1,)) -> PointEvidence:
    ones = np.ones(3, dtype=np.int64)
    table = ObservationTable(
        areas=("BU1", "BU2"), themes=("rest", "youth"), n_weeks=4, area=ones, theme=ones, week=3 * ones,
        reporter=np.arange(3), source=np.array([0, 0, 1]),
    )  # fmt: skip
    point = AttentionPoint(
        theme=1, areas=areas, first_week=2, last_week=3, detectors=(Detector.CITY,), observed=3, counted=3,
        expected=ExpectedCount(0.0, 0.5, 2.0), n_reporters=3, sources=(0, 1), holds_without_one_reporter=True,
        score=4.0,
        recurrence_months=None, is_announced=True, series=Series((2, 3), (0, 3), (0.0, 0.0), (0.5, 0.5), (2.0, 2.0)),
        on_list_since=3,
    )  # fmt: skip
    return gather_evidence(table, point, weeks=WEEKS, sources=("school", "youth work"), occasions=("Kermis",))


def test_codes_become_names() -> None:
    found = gathered()
    assert (found.theme, found.areas, found.sources) == ("youth", ("BU2",), ("school", "youth work"))
    assert (found.first_week, found.last_week, found.n_weeks) == ("2026-W03", "2026-W04", 2)
    assert found.series.weeks == ("2026-W03", "2026-W04")
    assert not found.is_city_wide
    assert gathered(areas=()).is_city_wide


def test_it_is_the_same_after_it_was_kept() -> None:
    found = gathered()
    assert read_typed(PointEvidence, write_typed(found)) == found

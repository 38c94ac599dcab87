# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a point carry what people need, and nothing that could be taken for a rank of areas?"""

from __future__ import annotations

from dataclasses import fields, replace

from houvast.engine.attention.points import AttentionPoint, AttentionResult, Detector, ExpectedCount, Series

POINT = AttentionPoint(
    theme=0,
    areas=(1,),
    first_week=3,
    last_week=5,
    detectors=(Detector.CELL,),
    observed=5,
    counted=4,
    expected=ExpectedCount(0.0, 1.2, 3.0),
    n_reporters=3,
    sources=(0, 1),
    holds_without_one_reporter=True,
    score=5.0,
    recurrence_months=9.0,
    is_announced=True,
    series=Series((5,), (4,), (0.0,), (1.0,), (3.0,)),
    on_list_since=4,
)


def test_no_areas_means_the_whole_municipality() -> None:
    assert not POINT.is_city_wide
    assert replace(POINT, areas=()).is_city_wide


def test_a_result_tells_what_it_is_based_on_and_ranks_nothing() -> None:
    names = {f.name for f in fields(AttentionResult)}
    assert {"n_weeks", "n_observations", "n_areas", "n_themes", "n_reporters", "budget", "too_little"} <= names
    assert not any("rank" in name or "risk" in name for name in names | {f.name for f in fields(AttentionPoint)})

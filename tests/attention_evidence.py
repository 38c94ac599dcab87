# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points of the attention list for the tests: what the engine would have found, without running it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import cast

from houvast.domain.attention import PointKind, judge_before
from houvast.domain.week import WEEK, monday_of, write_week
from houvast.engine.attention.counter_readings import CounterKind, CounterReading
from houvast.engine.attention.kept_evidence import KeptSeries, PointEvidence
from houvast.engine.attention.points import Detector
from houvast.exchange.typed_json import write_typed
from houvast.store.models import AttentionPoint

MONDAY = date(2026, 11, 23)


def series(*, weeks: int = 12, last: date = MONDAY, high: int = 5) -> KeptSeries:
    """Quiet weeks, then three with `high` signals."""
    names = tuple(write_week(last - (weeks - 1 - i) * WEEK) for i in range(weeks))
    observed = (*([1, 2] * weeks)[: weeks - 3], high, high, high)
    return KeptSeries(names, observed, (0.0,) * weeks, (1.2,) * weeks, (3.0,) * weeks)


def evidence(**fields: Any) -> PointEvidence:
    """Nine signals of five reporters about youth in the Havenkwartier, in three weeks."""
    values: dict[str, Any] = {
        "theme": "youth",
        "areas": ("BU00000101",),
        "first_week": write_week(MONDAY - 2 * WEEK),
        "last_week": write_week(MONDAY),
        "n_weeks": 3,
        "detectors": (Detector.CELL, Detector.CLUSTER),
        "observed": 9,
        "low": 2.0,
        "mid": 2.9,
        "high": 4.0,
        "n_reporters": 5,
        "sources": ("youth work", "school", "resident"),
        "holds_without_one_reporter": True,
        "score": 6.0,
        "recurrence_months": 14.0,
        "is_announced": True,
        "series": series(),
        "against": (CounterReading(CounterKind.ONE_REPORTER, 0.4, 4.0),),
    }
    return PointEvidence(**{**values, **fields})


def kept_point(*, opened: date | None = None, last: date | None = None, **fields: Any) -> AttentionPoint:
    """A point of counts in the store, about cast.theme() in cast.area(); fields are those of the evidence."""
    week = monday_of(last or MONDAY)
    found = evidence(first_week=write_week(week - 2 * WEEK), last_week=write_week(week), **fields)
    day = opened or week
    point = AttentionPoint.objects.create(
        mark=f"counts:{found.theme}:{'+'.join(found.areas)}:{found.first_week}:{AttentionPoint.objects.count()}",
        kind=PointKind.COUNTS,
        is_announced=found.is_announced,
        theme=cast.theme(),
        first_week=week - 2 * WEEK,
        last_week=week,
        score=found.score,
        evidence={"point": json.loads(write_typed(found))},
        opened_on=day,
        judge_by=judge_before(day),
    )
    point.areas.set([cast.area()] if found.areas else [])
    return point


def attention_routes() -> dict[str, dict[str, Any]]:
    """A point that may be told to everybody with an account, for the tests that ask every address."""
    point = kept_point(observed=40, n_reporters=20)
    return {name: {"identity": point.pk} for name in ("attention:point", "attention:decide")}

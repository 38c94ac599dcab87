# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is the list set to this municipality? Every night: its own threshold, and what people judged.

The threshold comes from quiet worlds drawn from the municipality's own model; dismissed points raise it a little,
months without them lower it. The same signals give the same threshold: the seed is the week.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.utils import timezone

from houvast.domain.week import monday_of
from houvast.engine.attention.attention_list import FEWEST_OBSERVATIONS, FEWEST_WEEKS
from houvast.engine.attention.calibration import as_plain, calibrate
from houvast.engine.attention.replay import Replay, replay
from houvast.queries.notice.calibration import KIND
from houvast.queries.notice.judgements import raised_by_judgements
from houvast.queries.notice.observation_counts import CountedObservations, count_observations
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import AttentionSnapshot

KEPT = 10
LOOK_BACK_WEEKS, LEAST_BACK_WEEKS = 52, 26
BACK_TEST = "back-test"
WORLDS, WORLDS_IN_LOOK_BACK = 200, 60


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What the night came to: the threshold and what judgements added, both None with too few signals."""

    threshold: float | None
    raised: float | None


def calibrate_attention(*, today: date | None = None) -> Calibrated:
    """Set the list to this municipality; look back once a week."""
    week = monday_of(today or timezone.localdate())
    counted = count_observations(week=week)
    if counted.table.n_weeks < FEWEST_WEEKS or counted.table.n_observations < FEWEST_OBSERVATIONS:
        _keep(KIND, week, {"calibration": None, "raised": 0.0}, kept=KEPT)
        return Calibrated(None, None)
    budget = notice_terms().false_points_a_month
    made = calibrate(counted.table, rng=_chance(week), budget=budget, n_worlds=WORLDS)
    raised = raised_by_judgements(budget=budget, until=week)
    _keep(KIND, week, {"calibration": as_plain(made), "raised": raised}, kept=KEPT)
    look_back(counted, week=week, budget=budget)
    return Calibrated(made.threshold, raised)


def look_back(counted: CountedObservations, *, week: date, budget: float) -> bool:
    """Replay the past year once a week; whether it was done."""
    first_week = max(counted.table.n_weeks - LOOK_BACK_WEEKS, FEWEST_WEEKS)
    if counted.table.n_weeks < LEAST_BACK_WEEKS or AttentionSnapshot.objects.filter(kind=BACK_TEST, week=week).exists():
        return False
    past = replay(counted.table, first_week=first_week, budget=budget, rng=_chance(week), n_worlds=WORLDS_IN_LOOK_BACK)
    _keep(BACK_TEST, week, _in_months(past, counted), kept=KEPT)
    return True


def _in_months(past: Replay, counted: CountedObservations) -> dict[str, Any]:
    """Points by month; months in which none would have come are there too."""
    weeks = [counted.monday(past.first_week + at) for at in range(past.n_weeks)]
    found = Counter(counted.monday(point.on_list_since).strftime("%Y-%m") for point in past.points)
    months = list(dict.fromkeys(day.strftime("%Y-%m") for day in weeks))
    names = counted.week_names()
    return {
        "first_week": names[past.first_week],
        "last_week": names[-1],
        "months": [[month, found[month]] for month in months],
        "points": len(past.points),
        "a_month": round(past.points_a_month, 3),
    }


def _chance(week: date) -> np.random.Generator:
    return np.random.default_rng(week.toordinal())


def _keep(kind: str, week: date, content: dict[str, Any], *, kept: int) -> None:
    AttentionSnapshot.objects.create(kind=kind, at=timezone.now(), week=week, content=content)
    newest = AttentionSnapshot.objects.filter(kind=kind).order_by("-id").values_list("id", flat=True)[:kept]
    AttentionSnapshot.objects.filter(kind=kind).exclude(pk__in=list(newest)).delete()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look without any statistics of a rise? Coming occasions, what may be coming, people who wait for an
answer, good things that fade, and areas that went silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from houvast.domain.attention import PointKind
from houvast.domain.inbox import MessageState
from houvast.domain.observation import Grounds, ObservationKind
from houvast.domain.week import WEEK, monday_of, weeks_between, write_week
from houvast.engine.attention.fading import RECENT_WEEKS, find_fading
from houvast.engine.attention.points import SilentArea
from houvast.queries.notice.observation_counts import (
    CountedObservations,
    count_observations,
    counts_by_area,
    effort_or_usual,
)
from houvast.queries.notice.occasions import occasions_between
from houvast.queries.notice.watched_effort import unwatched_areas
from houvast.store.models import InboxMessage, Observation

WEEKS_AHEAD = 4
POTENTIAL_WEEKS = 4


@dataclass(frozen=True, slots=True)
class SideReason:
    """Why something is on the list. mark: the same next week, so that it does not come twice. evidence: as it is kept.

    area_ids: none means no area in particular. The ids of a trigger, signal or message where it is about one.
    """

    mark: str
    kind: PointKind
    first_week: date
    last_week: date
    area_ids: tuple[int, ...] = ()
    theme_id: int | None = None
    trigger_id: int | None = None
    observation_id: int | None = None
    evidence: dict[str, Any] = field(default_factory=dict)


def side_reasons(*, today: date, silent: Iterable[SilentArea], counted: CountedObservations) -> tuple[SideReason, ...]:
    """All of them today. silent, with the table they are about: what the engine found."""
    silences = tuple(_silent(silent, counted))
    told = {area for one in silences for area in one.area_ids}
    return (
        *_coming(today),
        *_potential(today),
        *_overdue(today),
        *_fading(today),
        *silences,
        *(one for one in _unwatched(counted) if told.isdisjoint(one.area_ids)),
    )


def _coming(today: date) -> Iterator[SideReason]:
    for one in occasions_between(today, today + WEEKS_AHEAD * WEEK):
        trigger = one.trigger
        yield SideReason(
            mark=f"trigger:{trigger.pk}:{one.starts_on.isoformat()}",
            kind=PointKind.TRIGGER,
            first_week=monday_of(one.starts_on),
            last_week=monday_of(one.ends_on),
            area_ids=() if trigger.area_id is None else (trigger.area_id,),
            theme_id=trigger.theme_id,
            trigger_id=trigger.pk,
            evidence={
                "title": trigger.title,
                "starts_on": one.starts_on.isoformat(),
                "ends_on": one.ends_on.isoformat(),
                "multiplier": trigger.multiplier,
            },
        )


def _potential(today: date) -> Iterator[SideReason]:
    """One for each area and theme, however many say it."""
    since = monday_of(today) - (POTENTIAL_WEEKS - 1) * WEEK
    found = Observation.objects.filter(grounds=Grounds.POTENTIAL, week__gte=since).order_by("week", "id")
    groups: dict[tuple[int | None, int | None], list[tuple[int, date]]] = {}
    for one in found.only("id", "week", "area_id", "theme_id"):
        groups.setdefault((one.area_id, one.theme_id), []).append((one.pk, one.week))
    for (area, theme), told in groups.items():
        yield SideReason(
            mark=f"potential:{area or 0}:{theme or 0}:{quarter_of(today)}",
            kind=PointKind.POTENTIAL,
            first_week=told[0][1],
            last_week=told[-1][1],
            area_ids=() if area is None else (area,),
            theme_id=theme,
            observation_id=told[-1][0],
            evidence={"number": len(told)},
        )


def _overdue(today: date) -> Iterator[SideReason]:
    """Reporters who still hear nothing, and messages that wait for an answer; one reason for all of each."""
    waiting = Observation.objects.filter(wants_feedback=True, feedback_due__lt=today, replies__isnull=True)
    messages = InboxMessage.objects.filter(due__lt=today).exclude(state=MessageState.ANSWERED)
    asked: dict[str, list[date]] = {
        "observations": sorted(one.feedback_due or today for one in waiting.only("feedback_due")),
        "messages": list(messages.order_by("due").values_list("due", flat=True)),
    }
    for name, days in asked.items():
        if days:
            yield SideReason(
                mark=f"feedback:{name}",
                kind=PointKind.FEEDBACK,
                first_week=monday_of(days[0]),
                last_week=monday_of(today),
                evidence={"of": name, "number": len(days), "longest_days": (today - days[0]).days},
            )


def _fading(today: date) -> Iterator[SideReason]:
    """Areas that told of what holds people together, and do so much less. The week that runs does not count yet."""
    last = monday_of(today) - WEEK
    counted = count_observations(week=last, kinds=(ObservationKind.RESILIENCE,))
    for one in find_fading(counts_by_area(counted), effort=effort_or_usual(counted)):
        first = last - (RECENT_WEEKS - 1) * WEEK
        area = counted.area_ids[one.area]
        yield SideReason(
            mark=f"fades:{area}:{quarter_of(last)}",
            kind=PointKind.RESILIENCE_FADES,
            first_week=first,
            last_week=last,
            area_ids=(area,),
            evidence={"observed": one.observed, "expected": round(one.expected, 1), "weeks": RECENT_WEEKS},
        )


def _silent(silent: Iterable[SilentArea], counted: CountedObservations) -> Iterator[SideReason]:
    last = counted.monday(counted.table.n_weeks - 1)
    for one in silent:
        since = last - timedelta(weeks=max(one.weeks - 1, 0))
        area = None if one.area is None else counted.area_ids[one.area]
        source = "" if one.source is None else counted.sources[one.source]
        yield SideReason(
            mark=f"silence:{area or 0}:{source}:{write_week(since)}",
            kind=PointKind.SILENCE,
            first_week=since,
            last_week=last,
            area_ids=() if area is None else (area,),
            evidence={"weeks": one.weeks, "expected": round(one.expected, 1), "source": source},
        )


def _unwatched(counted: CountedObservations) -> Iterator[SideReason]:
    """Areas where somebody used to be, and where for weeks nobody noted or said that they were there."""
    last = counted.monday(counted.table.n_weeks - 1)
    for area, seen_last in unwatched_areas(week=last):
        since = seen_last + WEEK
        yield SideReason(
            mark=f"unwatched:{area}:{write_week(since)}",
            kind=PointKind.SILENCE,
            first_week=since,
            last_week=last,
            area_ids=(area,),
            evidence={"weeks": weeks_between(since, last) + 1, "nobody": True},
        )


def quarter_of(day: date) -> str:
    """What goes on is new again after a quarter of a year, not every week."""
    return f"{day.year}Q{(day.month - 1) // 3 + 1}"

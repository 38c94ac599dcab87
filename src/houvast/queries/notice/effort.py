# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Was anybody there to notice something? Effort per week and area, so that silence is told from calm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from houvast.domain.street_talk import RoundState
from houvast.domain.week import WEEK, monday_of, write_week
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Area, CheckIn, Observation, Round

Key = tuple[date, str]


class Presence(StrEnum):
    """What an area without news means: nobody was there, or somebody was and saw nothing special."""

    NOBODY = "nobody"
    CALM = "calm"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Effort:
    """What was done in one area (its code) in the week of this Monday.

    reporters: different ones who noted a signal or checked in. A week in which nobody was there has no row.
    """

    week: date
    area: str
    rounds: int
    conversations: int
    check_ins: int
    observations: int
    reporters: int

    @property
    def presence(self) -> Presence:
        """What the week was."""
        if self.observations:
            return Presence.NOTED
        return Presence.CALM if self.rounds or self.check_ins else Presence.NOBODY


@dataclass(frozen=True, slots=True)
class ShownEffort:
    """One cell of the table on a screen. Outside the team numbers are None where fewer than k reporters noted."""

    presence: Presence | None
    rounds: int | None
    conversations: int | None
    check_ins: int | None
    observations: int | None


@dataclass(frozen=True, slots=True)
class EffortRow:
    """An area with its cells, one for each week of the page."""

    name: str
    cells: tuple[ShownEffort, ...]
    silent_weeks: int | None  # how many of the last weeks nobody was there; None: not shown


@dataclass(frozen=True, slots=True)
class EffortPage:
    """Areas in the order of their names by week. k: 0 where everything is shown."""

    weeks: tuple[str, ...]
    rows: tuple[EffortRow, ...]
    k: int


@dataclass(slots=True)
class _Sum:
    rounds: int = 0
    conversations: int = 0
    check_ins: int = 0
    observations: int = 0
    reporters: set[str] = field(default_factory=set)


def effort_table(first_week: date, last_week: date) -> tuple[Effort, ...]:
    """Effort by week and area, from the week of the first day to that of the last, in that order.

    For the engine and the team: counts under k are in it. Signals about no area in particular are not.
    """
    span = (monday_of(first_week), monday_of(last_week))
    sums: dict[Key, _Sum] = defaultdict(_Sum)
    _add_rounds(sums, *span)
    _add_check_ins(sums, *span)
    _add_observations(sums, *span)
    return tuple(
        Effort(week, area, one.rounds, one.conversations, one.check_ins, one.observations, len(one.reporters))
        for (week, area), one in sorted(sums.items())
    )


def effort_page(*, last_day: date, weeks: int, is_team: bool) -> EffortPage:
    """The last weeks, up to the one of this day, of every area in use."""
    last = monday_of(last_day)
    mondays = [last - n * WEEK for n in reversed(range(weeks))]
    found = {(one.week, one.area): one for one in effort_table(mondays[0], last)}
    k = 0 if is_team else notice_terms().k
    areas = Area.objects.filter(ended_at__isnull=True).order_by("name", "code").values_list("code", "name")
    rows = tuple(_row(name, [found.get((week, code)) for week in mondays], k) for code, name in areas)
    return EffortPage(tuple(write_week(week) for week in mondays), rows, k)


def _row(name: str, cells: list[Effort | None], k: int) -> EffortRow:
    silent = next((n for n, one in enumerate(reversed(cells)) if one is not None), len(cells))
    return EffortRow(name, tuple(_show(one, k) for one in cells), None if k else silent)


def _show(one: Effort | None, k: int) -> ShownEffort:
    if k and (one is None or one.reporters < k):
        return ShownEffort(None, None, None, None, None)
    if one is None:
        return ShownEffort(Presence.NOBODY, 0, 0, 0, 0)
    return ShownEffort(one.presence, one.rounds, one.conversations, one.check_ins, one.observations)


def _add_rounds(sums: dict[Key, _Sum], first: date, last: date) -> None:
    held = Round.objects.filter(state=RoundState.HELD, planned_on__gte=first, planned_on__lt=last + timedelta(days=7))
    for day, area, conversations in held.values_list("planned_on", "area__code", "conversations_held"):
        one = sums[monday_of(day), area]
        one.rounds += 1
        one.conversations += conversations or 0


def _add_check_ins(sums: dict[Key, _Sum], first: date, last: date) -> None:
    found = CheckIn.objects.filter(week__gte=first, week__lte=last)
    for one in _reported(sums, found.values_list("week", "area__code", "reporter_key")):
        one.check_ins += 1


def _add_observations(sums: dict[Key, _Sum], first: date, last: date) -> None:
    found = Observation.objects.filter(week__gte=first, week__lte=last, area__isnull=False)
    for one in _reported(sums, found.values_list("week", "area__code", "reporter_key")):
        one.observations += 1


def _reported(sums: dict[Key, _Sum], rows: Iterable[tuple[date, str, str]]) -> Iterable[_Sum]:
    for week, area, reporter in rows:
        one = sums[week, area]
        one.reporters.add(reporter)
        yield one

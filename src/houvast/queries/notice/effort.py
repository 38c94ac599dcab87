# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Was anybody there to notice something? Effort per week and area, so that silence is told from calm."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef

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

    reporters: different ones who noted a signal or checked in; noting: those who noted a signal. A week in which
    nobody was there has no row.
    """

    week: date
    area: str
    rounds: int
    conversations: int
    check_ins: int
    observations: int
    reporters: int
    noting: int

    @property
    def presence(self) -> Presence:
        """What the week was."""
        if self.observations:
            return Presence.NOTED
        return Presence.CALM if self.rounds or self.check_ins else Presence.NOBODY


@dataclass(frozen=True, slots=True)
class ShownEffort:
    """One cell of the table on a screen.

    Outside the team all is None where fewer than k signals came, or from fewer than k reporters. observations is "at
    least" there, in steps of k, so that two looks do not tell one signal; how many checked in is not told.
    """

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
    """Areas in the order of their names by week. k: 0 where everything is shown.

    A wider area (a district, the municipality) is left out where nobody noted anything about it as such: what happened
    stands at its parts, and "nobody was there" would be untrue.
    """

    weeks: tuple[str, ...]
    rows: tuple[EffortRow, ...]
    k: int


@dataclass(slots=True)
class _Sum:
    rounds: int = 0
    conversations: int = 0
    check_ins: int = 0
    observations: int = 0
    reporters: set[str] = field(default_factory=set)  # who checked in
    noting: set[str] = field(default_factory=set)


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
        Effort(
            week=week, area=area, rounds=one.rounds, conversations=one.conversations, check_ins=one.check_ins,
            observations=one.observations, reporters=len(one.reporters | one.noting), noting=len(one.noting),
        )
        for (week, area), one in sorted(sums.items())
    )  # fmt: skip


def effort_page(*, last_day: date, weeks: int, is_team: bool) -> EffortPage:
    """The last weeks, up to the one of this day."""
    last = monday_of(last_day)
    mondays = [last - n * WEEK for n in reversed(range(weeks))]
    found = {(one.week, one.area): one for one in effort_table(mondays[0], last)}
    k = 0 if is_team else notice_terms().k
    parts = Area.objects.filter(parent=OuterRef("pk"), ended_at__isnull=True)
    areas = Area.objects.filter(ended_at__isnull=True).annotate(is_wide=Exists(parts)).order_by("name", "code")
    told = [
        (_row(name, [found.get((week, code)) for week in mondays], k), is_wide)
        for code, name, is_wide in areas.values_list("code", "name", "is_wide")
    ]
    rows = tuple(row for row, is_wide in told if _says_something(row, is_wide=is_wide))
    return EffortPage(tuple(write_week(week) for week in mondays), rows, k)


def _says_something(row: EffortRow, *, is_wide: bool) -> bool:
    return not is_wide or any(cell.presence is not Presence.NOBODY for cell in row.cells)


def _row(name: str, cells: list[Effort | None], k: int) -> EffortRow:
    silent = next((n for n, one in enumerate(reversed(cells)) if one is not None), len(cells))
    return EffortRow(name, tuple(_show(one, k) for one in cells), None if k else silent)


def _show(one: Effort | None, k: int) -> ShownEffort:
    if k:
        return _show_outside(one, k)
    if one is None:
        return ShownEffort(Presence.NOBODY, 0, 0, 0, 0)
    return ShownEffort(one.presence, one.rounds, one.conversations, one.check_ins, one.observations)


def _show_outside(one: Effort | None, k: int) -> ShownEffort:
    """A calm week is not told either: beside it every week that is hidden would hold a signal."""
    if one is None or min(one.observations, one.noting) < k:
        return ShownEffort(None, None, None, None, None)
    return ShownEffort(Presence.NOTED, one.rounds, one.conversations, None, one.observations // k * k)


def _add_rounds(sums: dict[Key, _Sum], first: date, last: date) -> None:
    held = Round.objects.filter(state=RoundState.HELD, planned_on__gte=first, planned_on__lt=last + timedelta(days=7))
    for day, area, conversations in held.values_list("planned_on", "area__code", "conversations_held"):
        one = sums[monday_of(day), area]
        one.rounds += 1
        one.conversations += conversations or 0


def _add_check_ins(sums: dict[Key, _Sum], first: date, last: date) -> None:
    found = CheckIn.objects.filter(week__gte=first, week__lte=last)
    for week, area, reporter in found.values_list("week", "area__code", "reporter_key"):
        one = sums[week, area]
        one.check_ins += 1
        one.reporters.add(reporter)


def _add_observations(sums: dict[Key, _Sum], first: date, last: date) -> None:
    found = Observation.objects.filter(week__gte=first, week__lte=last, area__isnull=False)
    for week, area, reporter in found.values_list("week", "area__code", "reporter_key"):
        one = sums[week, area]
        one.observations += 1
        one.noting.add(reporter)

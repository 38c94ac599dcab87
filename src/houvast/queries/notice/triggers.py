# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which occasions are coming that can stir people, and which known days are not on the calendar yet?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.conf import settings
from django.utils import timezone

from houvast.domain.errors import NotFound
from houvast.domain.known_days import KnownDay, known_days
from houvast.domain.occurrence import occurrences
from houvast.domain.trigger import TriggerKind
from houvast.exchange.icalendar import CalendarEvent, write_calendar
from houvast.store.models import Trigger

COMING = timedelta(weeks=8)
FURTHER = timedelta(days=365)
YEARS_AHEAD = 2


@dataclass(frozen=True, slots=True)
class TriggerLine:
    """One time that an occasion takes place. area, theme: names, empty where it is about none in particular.

    multiplier: how many times the usual signals it brought before; None where that is not known, and outside the team:
    it was learned of points that may be too small to tell.
    """

    number: int
    kind: TriggerKind
    title: str
    expects: str
    starts_on: date
    ends_on: date
    is_yearly: bool
    area: str
    theme: str
    multiplier: float | None
    is_now: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month, by its first day, and the occasions that begin in it."""

    first: date
    lines: tuple[TriggerLine, ...]


@dataclass(frozen=True, slots=True)
class TriggersPage:
    """The calendar: the next eight weeks, then month by month."""

    coming: tuple[TriggerLine, ...]
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class TriggerPage:
    """One occasion as it was entered. area, theme: codes."""

    number: int
    kind: TriggerKind
    title: str
    expects: str
    starts_on: date
    ends_on: date
    is_yearly: bool
    area: str
    theme: str


def triggers_page(*, is_team: bool) -> TriggersPage:
    """The calendar as it is today, for those who see signals or for others."""
    today = timezone.localdate()
    later = coming_triggers(today + COMING + timedelta(days=1), span=FURTHER, is_team=is_team)
    months = groupby(
        (one for one in later if one.starts_on > today + COMING), key=lambda one: one.starts_on.replace(day=1)
    )
    coming = coming_triggers(today, is_team=is_team)
    return TriggersPage(coming, tuple(Month(first, tuple(lines)) for first, lines in months))


def coming_triggers(today: date, *, span: timedelta = COMING, is_team: bool = False) -> tuple[TriggerLine, ...]:
    """Occasions that are going on or begin within this span, the first first."""
    found = [
        _line(one, start, end, today, is_team)
        for one in Trigger.objects.select_related("area", "theme")
        for start, end in occurrences(
            one.starts_on, one.ends_on, is_yearly=one.is_yearly, first=today, last=today + span
        )
    ]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.number)))


def trigger_page(number: int) -> TriggerPage:
    """One occasion, or NotFound."""
    found = Trigger.objects.select_related("area", "theme").filter(pk=number).first()
    if found is None:
        raise NotFound("This occasion is not on the calendar any more.")
    return TriggerPage(
        number=found.pk,
        kind=TriggerKind(found.kind),
        title=found.title,
        expects=found.expects,
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        is_yearly=found.is_yearly,
        area=found.area.code if found.area else "",
        theme=found.theme.code if found.theme else "",
    )


def suggested_days(year: int) -> tuple[KnownDay, ...]:
    """The known days of a year that are not on the calendar: nothing of that kind begins on that day."""
    there = {(one.kind, one.starts_on) for one in _within(date(year, 1, 1), date(year, 12, 31))}
    return tuple(one for one in known_days(year) if (one.kind, one.starts_on) not in there)


def suggestion_years(today: date) -> tuple[int, ...]:
    """The years for which days are suggested."""
    return tuple(range(today.year, today.year + YEARS_AHEAD + 1))


def write_triggers_file() -> str:
    """All occasions as a calendar file; yearly ones repeat in it. Areas, themes and expectations stay inside."""
    host = settings.HOUVAST.text("HOUVAST_ADDRESS").partition("//")[2] or "houvast"
    events: Iterable[CalendarEvent] = (
        CalendarEvent(f"aanleiding-{one.pk}@{host}", one.title, one.starts_on, one.ends_on, is_yearly=one.is_yearly)
        for one in Trigger.objects.all()
    )
    return write_calendar(events, name=settings.HOUVAST.text("HOUVAST_MUNICIPALITY"), stamp=timezone.now())


def _within(first: date, last: date) -> list[TriggerLine]:
    return [one for one in coming_triggers(first, span=last - first) if one.starts_on >= first]


def _line(one: Trigger, start: date, end: date, today: date, is_team: bool) -> TriggerLine:
    return TriggerLine(
        number=one.pk,
        kind=TriggerKind(one.kind),
        title=one.title,
        expects=one.expects,
        starts_on=start,
        ends_on=end,
        is_yearly=one.is_yearly,
        area=one.area.name if one.area else "",
        theme=one.theme.name if one.theme else "",
        multiplier=one.multiplier if is_team else None,
        is_now=start <= today <= end,
    )

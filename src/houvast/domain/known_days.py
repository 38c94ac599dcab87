# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which days of a year are known to move people? Dutch feasts and days of remembrance, computed for any year.

Easter after the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). The days of Ramadan and the
two Eids are a table after the calendar of Umm al-Qura: people look at the moon, so a day earlier or later is possible.
Titles are English message texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from houvast.domain.trigger import TriggerKind

DAY = timedelta(days=1)
SATURDAY, SUNDAY, TUESDAY = 5, 6, 1
# First day of Ramadan, Eid al-Fitr, Eid al-Adha; each a day earlier or later.
ISLAMIC_DAYS = {
    2025: (date(2025, 3, 1), date(2025, 3, 30), date(2025, 6, 6)),
    2026: (date(2026, 2, 18), date(2026, 3, 20), date(2026, 5, 27)),
    2027: (date(2027, 2, 8), date(2027, 3, 9), date(2027, 5, 16)),
    2028: (date(2028, 1, 28), date(2028, 2, 26), date(2028, 5, 5)),
}


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day, or days, known beforehand. is_approximate: a day earlier or later. `code` is stable within a year."""

    code: str
    title: str
    kind: TriggerKind
    starts_on: date
    ends_on: date
    is_approximate: bool = False


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    """27 April, or the day before where that is a Sunday."""
    day = date(year, 4, 27)
    return day - DAY if day.weekday() == SUNDAY else day


def arrival_of_sinterklaas(year: int) -> date:
    """The first Saturday after Saint Martin's day, 11 November."""
    return _next(date(year, 11, 12), SATURDAY)


def budget_day(year: int) -> date:
    """Prinsjesdag: the third Tuesday of September."""
    return _next(date(year, 9, 15), TUESDAY)


def known_days(year: int) -> tuple[KnownDay, ...]:
    """The known days that begin in this year, in the order of time."""
    return tuple(sorted((*_fixed(year), *_moving(year), *_islamic(year)), key=lambda one: (one.starts_on, one.code)))


def _fixed(year: int) -> tuple[KnownDay, ...]:
    feast, remembrance = TriggerKind.FEAST, TriggerKind.ANNIVERSARY
    saint = arrival_of_sinterklaas(year)
    return (
        _day("remembrance", "Remembrance of the dead", remembrance, date(year, 5, 4)),
        _day("liberation", "Liberation day", feast, date(year, 5, 5)),
        _day("keti koti", "Keti Koti: end of slavery", remembrance, date(year, 7, 1)),
        KnownDay("sinterklaas", "Sinterklaas: from the arrival to the eve", feast, saint, date(year, 12, 5)),
        KnownDay("christmas", "Christmas", feast, date(year, 12, 25), date(year, 12, 26)),
        KnownDay("new year", "New Year's night", feast, date(year, 12, 31), date(year + 1, 1, 1)),
    )


def _moving(year: int) -> tuple[KnownDay, ...]:
    feast, sunday = TriggerKind.FEAST, easter(year)
    return (
        KnownDay("carnival", "Carnival", feast, sunday - 49 * DAY, sunday - 47 * DAY),
        KnownDay("easter", "Easter", feast, sunday - 2 * DAY, sunday + DAY),
        _day("king's day", "King's Day", feast, kings_day(year)),
        _day("ascension", "Ascension Day", feast, sunday + 39 * DAY),
        KnownDay("pentecost", "Pentecost", feast, sunday + 49 * DAY, sunday + 50 * DAY),
        _day("budget day", "Budget Day: the plans of the government", TriggerKind.DECISION, budget_day(year)),
    )


def _islamic(year: int) -> tuple[KnownDay, ...]:
    if year not in ISLAMIC_DAYS:
        return ()
    feast, (ramadan, fitr, adha) = TriggerKind.FEAST, ISLAMIC_DAYS[year]
    return (
        KnownDay("ramadan", "Ramadan", feast, ramadan, fitr - DAY, is_approximate=True),
        KnownDay("eid al-fitr", "Eid al-Fitr, the end of Ramadan", feast, fitr, fitr + 2 * DAY, is_approximate=True),
        KnownDay(
            "eid al-adha", "Eid al-Adha, the feast of sacrifice", feast, adha, adha + 3 * DAY, is_approximate=True
        ),
    )


def _day(code: str, title: str, kind: TriggerKind, day: date) -> KnownDay:
    return KnownDay(code, title, kind, day, day)


def _next(day: date, weekday: int) -> date:
    """This day, or the first one after it that falls on this day of the week (0: Monday)."""
    return day + (weekday - day.weekday()) % 7 * DAY

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do whole-day occasions become a calendar file that other calendars read? iCalendar, RFC 5545.

Lines end in CR LF and are folded at 75 octets, never inside a character (section 3.1); backslash, semicolon, comma and
line breaks in texts are escaped (section 3.3.11); the end of a whole-day event is the day after its last (3.6.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MOST_OCTETS = 75
ESCAPES = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"} | {chr(code): None for code in range(32) if code != 10}
)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An occasion of whole days, `starts_on` to `ends_on`, both included. uid: the same at every download."""

    uid: str
    title: str
    starts_on: date
    ends_on: date
    note: str = ""
    is_yearly: bool = False


def write_calendar(events: Iterable[CalendarEvent], *, name: str, stamp: datetime) -> str:
    """The text of a calendar file. stamp: when it was made, with its time zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Houvast//Houvast//NL", f"X-WR-CALNAME:{escape(name)}"]
    for event in events:
        lines += _event(event, stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ"))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in fold(line))


def escape(text: str) -> str:
    """A text as a value; control characters other than line breaks are left out."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(ESCAPES)


def fold(line: str) -> Iterator[str]:
    """The pieces of a line, each at most 75 octets; all but the first begin with a space."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > MOST_OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece


def _event(event: CalendarEvent, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{escape(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.starts_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.ends_on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escape(event.title)}",
        *([f"DESCRIPTION:{escape(event.note)}"] if event.note else []),
        *([_yearly(event.starts_on)] if event.is_yearly else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _yearly(day: date) -> str:
    """Every year on this day; 29 February is the last day of February."""
    last_of_february = ";BYMONTH=2;BYMONTHDAY=-1" if (day.month, day.day) == (2, 29) else ""
    return f"RRULE:FREQ=YEARLY{last_of_february}"

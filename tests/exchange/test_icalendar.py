# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a calendar file say what was put in it, whatever the texts, and are its lines as RFC 5545 wants them?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange.icalendar import CalendarEvent, escape, fold, write_calendar

STAMP = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def unfold(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def unescape(value: str) -> str:
    out, rest = "", iter(value)
    for character in rest:
        after = next(rest) if character == "\\" else ""
        out += {"n": "\n"}.get(after, after) if after else character
    return out


def fields(text: str) -> dict[str, str]:
    return dict(line.split(":", 1) for line in unfold(text) if ":" in line)


def test_an_event_as_the_standard_writes_it() -> None:
    event = CalendarEvent(
        "3@houvast", "Raad; besluit, deel 1", date(2026, 12, 31), date(2027, 1, 1), "Let op\nde buurt"
    )
    assert unfold(write_calendar([event], name="Aanleidingen", stamp=STAMP)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Houvast//Houvast//NL",
        "X-WR-CALNAME:Aanleidingen",
        "BEGIN:VEVENT",
        "UID:3@houvast",
        "DTSTAMP:20261128T120000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270102",
        "SUMMARY:Raad\\; besluit\\, deel 1",
        "DESCRIPTION:Let op\\nde buurt",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_yearly() -> None:
    days = (date(2026, 5, 4), date(2028, 2, 29))
    events = [CalendarEvent(str(day), "Herdenking", day, day, is_yearly=True) for day in days]
    rules = [line for line in unfold(write_calendar(events, name="", stamp=STAMP)) if line.startswith("RRULE")]
    assert rules == ["RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"]


@given(TEXTS)
def test_no_line_is_longer_than_75_octets_and_folding_loses_nothing(text: str) -> None:
    pieces = list(fold(text))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == text


@given(TEXTS, TEXTS)
def test_a_text_adds_no_line_and_comes_back(title: str, note: str) -> None:
    event = CalendarEvent("1@houvast", title, date(2026, 5, 5), date(2026, 5, 5), note)
    written = write_calendar([event], name=note, stamp=STAMP)
    lines = [line for line in written.split("\r\n") if not line.startswith(" ")]
    assert len([line for line in lines if line.startswith("BEGIN:")]) == 2
    kept = fields(written)
    assert unescape(kept["SUMMARY"]) == unescape(escape(title))
    assert "".join(c for c in unescape(kept["SUMMARY"]) if c.isprintable()) == "".join(
        c for c in title if c.isprintable()
    )


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_the_end_is_the_day_after_the_last(start: date, days: int) -> None:
    last = start + timedelta(days)
    kept = fields(write_calendar([CalendarEvent("1", "x", start, last)], name="x", stamp=STAMP))
    begin, end = (date.fromisoformat(kept[f"DT{part};VALUE=DATE"]) for part in ("START", "END"))
    assert (end - begin).days == days + 1

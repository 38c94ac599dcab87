# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the calendar show what comes, once for every time it comes, and does its file hold the same?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from django.utils import timezone
from noticed_things import a_trigger

from houvast.domain.errors import NotFound
from houvast.domain.known_days import known_days
from houvast.domain.trigger import TriggerKind
from houvast.queries.notice.triggers import (
    coming_triggers,
    suggested_days,
    suggestion_years,
    trigger_page,
    triggers_page,
    write_triggers_file,
)
from houvast.store.models import Trigger

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = timedelta(days=1)


def test_the_next_eight_weeks_and_what_is_going_on() -> None:
    a_trigger(TODAY - DAY)
    now = a_trigger(TODAY - 3 * DAY, ends_on=TODAY)
    last = a_trigger(TODAY + 56 * DAY)
    a_trigger(TODAY + 57 * DAY)
    assert [(one.number, one.is_now) for one in coming_triggers(TODAY)] == [(now.pk, True), (last.pk, False)]


def test_a_yearly_one_comes_every_year() -> None:
    a_trigger(date(2020, 12, 31), ends_on=date(2021, 1, 1), is_yearly=True)
    found = coming_triggers(date(2026, 1, 1), span=366 * 2 * DAY)
    assert [one.starts_on.year for one in found] == [2025, 2026, 2027]
    assert found[0].is_now


def test_every_coming_occasion_stands_once_on_the_page() -> None:
    for days in (3, 56, 57, 100, 130, 390):
        a_trigger(TODAY + days * DAY)
    page = triggers_page(is_team=True)
    assert [(one.starts_on - TODAY).days for one in page.coming] == [3, 56]
    assert [(one.starts_on - TODAY).days for month in page.months for one in month.lines] == [57, 100, 130, 390]
    assert all(one.starts_on.replace(day=1) == month.first for month in page.months for one in month.lines)


def test_one_occasion() -> None:
    made = a_trigger(area=cast.area(), theme=cast.theme())
    page = trigger_page(made.pk)
    assert (page.title, page.kind, page.area, page.theme) == (made.title, made.kind, cast.area().code, "youth")
    with pytest.raises(NotFound):
        trigger_page(10**30)


def test_what_is_on_the_calendar_is_not_suggested() -> None:
    year = TODAY.year + 1
    codes = {one.code for one in suggested_days(year)}
    assert codes == {one.code for one in known_days(year)}
    kings = next(one for one in known_days(year) if one.code == "king's day")
    a_trigger(kings.starts_on, kind=TriggerKind.FEAST)
    a_trigger(date(2020, 5, 4), kind=TriggerKind.ANNIVERSARY, is_yearly=True)
    a_trigger(date(year, 12, 25))  # a decision on Christmas is no Christmas
    assert codes - {one.code for one in suggested_days(year)} == {"king's day", "remembrance"}
    assert suggestion_years(date(2026, 11, 28)) == (2026, 2027, 2028)


def test_the_file_has_every_occasion_and_not_what_we_expect() -> None:
    a_trigger(TODAY, expects="Onrust in de buurt")
    a_trigger(date(2020, 5, 4), title="Dodenherdenking", is_yearly=True)
    written = write_triggers_file()
    assert written.count("BEGIN:VEVENT") == Trigger.objects.count() == 2
    assert written.count("RRULE:FREQ=YEARLY") == 1
    assert "SUMMARY:Dodenherdenking" in written
    assert "Onrust" not in written

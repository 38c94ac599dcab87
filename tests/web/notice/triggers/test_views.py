# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does an occasion come on the calendar and go with plain forms, and can it be taken along?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from entrance import says, visitor
from noticed_things import a_trigger

from houvast.domain.roles import Role
from houvast.store.models import Trigger

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ALL = "/beheer/aanleidingen"


def occasion(**fields: str) -> dict[str, str]:
    return {"title": "De raad beslist", "kind": "decision", "starts_on": TODAY.isoformat(), **fields}


def test_added_changed_and_taken_away() -> None:
    browser = visitor()
    assert browser.post(f"{ALL}/nieuw", occasion(expects="Praat vooraf."))["Location"] == f"{ALL}?gedaan=toegevoegd"
    made = Trigger.objects.get()
    page = says(browser.get(ALL))
    assert "De raad beslist" in page
    assert "Praat vooraf." in page
    assert 'value="De raad beslist"' in says(browser.get(f"{ALL}/{made.pk}"))
    browser.post(f"{ALL}/{made.pk}", occasion(title="De raad stelt uit"))
    assert "De raad stelt uit" in says(browser.get(ALL))
    browser.post(f"{ALL}/{made.pk}/weghalen")
    assert "Voor de komende acht weken staat er niets" in says(browser.get(ALL))


def test_a_refusal_keeps_what_was_filled_in() -> None:
    page = says(visitor().post(f"{ALL}/nieuw", occasion(title="Uitspraak over Fatima El Amrani")))
    assert "Uitspraak over Fatima El Amrani" in page
    assert not Trigger.objects.exists()


def test_a_reader_sees_and_changes_nothing() -> None:
    made = a_trigger()
    page = says(visitor(Role.READER).get(ALL))
    assert made.title in page
    assert f"{ALL}/{made.pk}" not in page
    assert f"{ALL}/nieuw" not in page


def test_months_after_the_next_eight_weeks() -> None:
    a_trigger(TODAY + timedelta(days=3), title="Straks")
    a_trigger(TODAY + timedelta(days=90), title="Over drie maanden")
    page = says(visitor().get(ALL))
    assert page.index("De komende acht weken") < page.index("Straks") < page.index("Over drie maanden")


def test_the_file_can_be_read_by_a_calendar() -> None:
    a_trigger()
    answer = visitor(Role.READER).get(f"{ALL}.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert says(answer).startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_ticked_days_come_on_the_calendar() -> None:
    browser, year = visitor(), TODAY.year + 1
    page = says(browser.get(f"{ALL}/bekende-dagen/{year}"))
    assert "Koningsdag" in page
    browser.post(f"{ALL}/bekende-dagen/{year}", {"codes": ["king's day", "easter"]})
    assert set(Trigger.objects.values_list("title", flat=True)) == {"Koningsdag", "Pasen"}
    assert "Koningsdag" not in says(browser.get(f"{ALL}/bekende-dagen/{year}"))
    assert browser.get(f"{ALL}/bekende-dagen/1999").status_code == 404

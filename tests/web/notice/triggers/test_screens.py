# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of the calendar stand on a phone and a desk, and does a keyboard tick known days?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from noticed_things import a_trigger
from pytest_django.live_server_helper import LiveServer
from staff_browser import browser_of, faults

from houvast.domain.roles import Role
from houvast.store.models import Trigger

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ALL = "/beheer/aanleidingen"


def test_the_screens_stand(browser_path: str, live_server: LiveServer) -> None:
    today = timezone.localdate()
    made = a_trigger(today, area=cast.area(), theme=cast.theme(), expects="Praat vooraf.", multiplier=2.4)
    a_trigger(today + timedelta(days=90), ends_on=today + timedelta(days=99), is_yearly=True)
    places = [ALL, f"{ALL}/nieuw", f"{ALL}/{made.pk}", f"{ALL}/bekende-dagen/{today.year + 1}"]
    with browser_of(Role.ADVISER, path=browser_path, url=live_server.url) as browser:
        page = browser.new_page()
        assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


def test_known_days_by_key(browser_path: str, live_server: LiveServer) -> None:
    year = timezone.localdate().year + 1
    with browser_of(Role.ADVISER, path=browser_path, url=live_server.url) as browser:
        page = browser.new_page()
        page.goto(f"{live_server.url}{ALL}/bekende-dagen/{year}")
        page.get_by_label("Koningsdag").focus()
        page.keyboard.press("Space")
        page.get_by_role("button", name="Zet deze op de kalender").press("Enter")
        page.get_by_role("heading", level=1, name="Aanleidingen").wait_for()
    assert Trigger.objects.get().title == "Koningsdag"

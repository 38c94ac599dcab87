# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of street talk stand on a phone and a desk, by key and without scripts, and does the sheet fit A4?"""

from __future__ import annotations

import re
from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from noticed_things import a_round
from pytest_django.live_server_helper import LiveServer
from staff_browser import PHONE, browser_of, faults

from houvast.domain.roles import Role
from houvast.domain.street_talk import RoundState
from houvast.store.models import Round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def many() -> Round:
    """One of everything; the round to walk today."""
    today = timezone.localdate()
    held = {"state": RoundState.HELD, "planned_on": today - timedelta(days=9), "conversations_held": 7, "minutes": 60}
    a_round(**held, return_on=today - timedelta(days=2), return_promise="Wanneer het licht brandt", remark="Regen")
    a_round(**held, return_on=today + timedelta(days=2))
    a_round(planned_on=today - timedelta(days=2))
    a_round(state=RoundState.CANCELLED, remark="Storm")
    cast.observation()
    return a_round(theme=cast.theme(), questions=["Wat gaat hier goed?", "Wat schuurt er?"])


def test_the_screens_stand(browser_path: str, live_server: LiveServer) -> None:
    one = f"/beheer/straatgesprekken/{many().pk}"
    held = f"/beheer/straatgesprekken/{Round.objects.filter(state=RoundState.HELD).first().pk}"  # type: ignore[union-attr]
    places = ["/beheer/straatgesprekken", "/beheer/straatgesprekken/nieuw", "/beheer/inzet", held, f"{held}/terug"]
    places += [one, *(f"{one}/{rest}" for rest in ("wijzigen", "afsluiten", "afzeggen", "blad"))]
    with browser_of(Role.PROFESSIONAL, path=browser_path, url=live_server.url) as browser:
        page = browser.new_page()
        assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


def test_counting_on_a_phone_with_keys_and_without_scripts(browser_path: str, live_server: LiveServer) -> None:
    walked = many()
    with browser_of(Role.PROFESSIONAL, path=browser_path, url=live_server.url, scripts=False) as browser:
        page = browser.new_page()
        page.set_viewport_size(PHONE)
        page.goto(f"{live_server.url}/beheer/straatgesprekken/{walked.pk}")
        more = page.get_by_role("button", name="Eén gesprek erbij")
        more.focus()
        page.keyboard.press("Enter")
        page.get_by_text("1 gesprek gevoerd").wait_for()
        more.dblclick()
        page.get_by_text(re.compile("2 gesprekken gevoerd")).wait_for()
        page.get_by_role("button", name="Eén eraf").click()
        page.get_by_text("1 gesprek gevoerd").wait_for()
        page.get_by_role("link", name="Deze ronde afsluiten").click()
        page.get_by_label("Minuten op straat").fill("45")
        page.get_by_role("button", name="Deze ronde afsluiten").click()
        page.get_by_text("gehouden", exact=True).wait_for()
    walked.refresh_from_db()
    assert (walked.state, walked.conversations_held, walked.minutes) == (RoundState.HELD, 1, 45)


def test_the_sheet_is_one_page(browser_path: str, live_server: LiveServer) -> None:
    walked = many()
    with browser_of(Role.PROFESSIONAL, path=browser_path, url=live_server.url) as browser:
        page = browser.new_page()
        page.goto(f"{live_server.url}/beheer/straatgesprekken/{walked.pk}/blad")
        printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1

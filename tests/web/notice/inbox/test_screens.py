# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of the inbox stand on a phone and a desk, and does a resident get an answer without scripts?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from noticed_things import a_message
from pytest_django.live_server_helper import LiveServer
from staff_browser import browser_of, faults

from houvast.domain.inbox import MessageState
from houvast.domain.participant_key import new_token, personal_key
from houvast.domain.roles import Role
from houvast.store.models import InboxMessage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_screens_stand(browser_path: str, live_server: LiveServer) -> None:
    key, done, today = personal_key(new_token(), "inbox"), personal_key(new_token(), "inbox"), timezone.localdate()
    cast.conversation()
    message = a_message(key=key, area=cast.area(), theme=cast.theme())
    a_message(due=today - timedelta(days=3), owner=cast.staff())
    a_message(key=done, state=MessageState.ANSWERED, answer="Het brandt nu tot elf uur.", answered_on=today)
    one = f"/beheer/inbox/{message.pk}"
    places = ["/idee", "/en/idee", f"/antwoord/{key}?verstuurd", f"/antwoord/{done}"]
    places += ["/beheer/inbox", one, f"{one}/signaal", f"{one}/stelling"]
    with browser_of(Role.ADVISER, path=browser_path, url=live_server.url) as browser:
        page = browser.new_page()
        assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


def test_from_question_to_answer_with_keys_and_without_scripts(browser_path: str, live_server: LiveServer) -> None:
    with browser_of(Role.COMMUNICATION, path=browser_path, url=live_server.url, scripts=False) as browser:
        page = browser.new_page()
        page.goto(f"{live_server.url}/idee")
        page.get_by_label("Een vraag").focus()
        page.keyboard.press("Space")
        page.get_by_label("Uw tekst").fill("Mevrouw Fatima El Amrani weet het niet.")
        page.get_by_role("button", name="Verstuur").press("Enter")
        page.get_by_role("alert").get_by_text("Fatima El Amrani").wait_for()
        assert not InboxMessage.objects.exists()
        page.get_by_label("Uw tekst").fill("Waarom gaat het licht zo vroeg uit?")
        page.get_by_role("button", name="Verstuur").press("Enter")
        link = page.get_by_label("Kopieer deze link").input_value()
        page.goto(f"{live_server.url}/beheer/inbox")
        page.get_by_role("link", name="Waarom gaat het licht zo vroeg uit?").click()
        page.get_by_label("Tekst van het antwoord").fill("Het brandt nu tot elf uur.")
        page.get_by_role("button", name="Verstuur het antwoord").click()
        page.get_by_text("Beantwoord op").wait_for()
        page.goto(link)
        page.get_by_text("Het brandt nu tot elf uur.").wait_for()

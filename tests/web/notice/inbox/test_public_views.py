# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can anybody send something and read the answer, and is nothing kept of what is refused?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import cast
import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from entrance import configure
from noticed_things import a_message

from houvast.actions.notice.inbox import answer_message
from houvast.domain.participant_key import new_token, personal_key
from houvast.store.models import Contact, InboxMessage
from houvast.web.notice.inbox import pace

pytestmark = pytest.mark.django_db
TEXT = "Waarom gaat het licht op het plein zo vroeg uit?"


@pytest.fixture(autouse=True)
def fresh_counters() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def form(page: HttpResponse, **fields: str) -> dict[str, str]:
    found = re.search(r'name="key" value="([a-z2-7]{32})"', page.content.decode())
    assert found
    return {"key": found[1], "kind": "question", "sender": "resident", "text": TEXT, **fields}


def test_a_visitor_sends_and_reads_the_answer() -> None:
    browser = Client()
    sent = browser.post("/idee", form(browser.get("/idee")), follow=True)
    said = sent.content.decode()
    address = sent.redirect_chain[-1][0].partition("?")[0]
    assert re.fullmatch(r"/antwoord/[a-z2-7]{32}", address)
    assert f"http://testserver{address}" in said
    assert "Dank u wel" in said
    answer_message(number=InboxMessage.objects.get().pk, answer="Het brandt nu tot elf uur.", by=cast.staff())
    later = browser.get(address)
    assert "Het brandt nu tot elf uur." in later.content.decode()
    assert later["Cache-Control"] == "private, no-store"
    assert later["Referrer-Policy"] == "strict-origin"
    assert not browser.cookies.get("sessionid")


def test_sent_twice_it_is_there_once() -> None:
    browser = Client()
    filled = form(browser.get("/idee"))
    assert browser.post("/idee", filled)["Location"] == browser.post("/idee", filled)["Location"]
    assert InboxMessage.objects.count() == 1


def test_what_the_gate_refuses_stays_in_the_form_only(caplog: pytest.LogCaptureFixture) -> None:
    browser = Client()
    first = form(browser.get("/idee"), text="Fatima El Amrani op nummer 12 maakt lawaai.")
    said = browser.post("/idee", first)
    assert "Fatima El Amrani op nummer 12 maakt lawaai." in said.content.decode()
    assert first["key"] in said.content.decode()
    assert not InboxMessage.objects.exists()
    assert "Fatima" not in caplog.text
    assert browser.post("/idee", {**first, "text": TEXT}).status_code == 302


def test_an_address_only_with_consent(settings: Any) -> None:
    configure(settings, HOUVAST_MAIL="smtp://localhost:25")
    browser = Client()
    filled = form(browser.get("/idee"), email="dirk@voorbeeld.example")
    assert "id_consent_error" in browser.post("/idee", filled).content.decode()
    assert not InboxMessage.objects.exists()
    browser.post("/idee", {**filled, "consent": "on"})
    assert Contact.objects.get().email == "dirk@voorbeeld.example"


def test_too_much_from_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST_AN_HOUR", 1)
    browser = Client()
    browser.post("/idee", form(browser.get("/idee")))
    said = browser.post("/idee", form(browser.get("/idee"), text="Nog een vraag over het licht")).content.decode()
    assert "Wacht een uur" in said
    assert "Nog een vraag over het licht" in said
    assert InboxMessage.objects.count() == 1


def test_who_waits_too_long_reads_that_we_are_sorry() -> None:
    key = personal_key(new_token(), "inbox")
    a_message(key=key, due=timezone.localdate() - timedelta(days=1))
    assert "Dat spijt ons" in Client().get(f"/antwoord/{key}").content.decode()


def test_a_wrong_link_says_what_to_do() -> None:
    answer = Client().get(f"/antwoord/{personal_key(new_token(), 'inbox')}")
    assert answer.status_code == 404
    assert "Kijk of u de hele link hebt" in answer.content.decode()


def test_in_english() -> None:
    browser = Client()
    page = browser.get("/en/idee")
    assert "Send an idea, an experience or a question" in page.content.decode()
    sent = browser.post("/en/idee", form(page, text="Why does the light go out so early?"), follow=True)
    assert "Thank you. We have your text." in sent.content.decode()
    assert InboxMessage.objects.get().language == "en"

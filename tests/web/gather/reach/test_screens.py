# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do these screens stand on a phone and on a desk, for everybody, and does a keyboard alone fill in a ballot?"""

from __future__ import annotations

import cast
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer
from snapshots import full_snapshot
from staff_browser import colleague, faults

from houvast.actions.gather.invitations import make_invitations
from houvast.domain.conversation import Mode
from houvast.domain.roles import Role
from houvast.store.models import BackgroundAnswer, BackgroundOption, BackgroundQuestion, Conversation, Vote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PILE = "/invoer?mode=paper&batch=bibliotheek&language=nl"


def reached() -> Conversation:
    made = cast.conversation(statements=3, languages=["en"])
    question = BackgroundQuestion.objects.create(conversation=made, text="Hoe oud bent u?", source="CBS 2025")
    options = [
        BackgroundOption.objects.create(question=question, text=name, known_share=share)
        for name, share in (("Jong", 0.5), ("Oud", 0.5))
    ]
    for i in range(40):
        person = cast.participant(made, mode=Mode.ONLINE if i < 20 else Mode.PAPER)
        cast.vote(person, made.statements.get(number=0), 1 if i < 20 else -1)
        BackgroundAnswer.objects.create(participant=person, option=options[int(i > 10)])
    Conversation.objects.filter(pk=made.pk).update(next_participant_number=40)
    full_snapshot(made)
    make_invitations(conversation=made, batch="markt", number=3, by=cast.staff())
    return made


def test_every_screen(adviser: BrowserContext, live_server: LiveServer) -> None:
    code, page = reached().code, adviser.new_page()
    one = f"{live_server.url}/beheer/gesprekken/{code}"
    places = [f"{one}{rest}" for rest in ("/bereik", "/bereik/uitnodigingen", "/invoer", PILE)]
    places.append(f"{live_server.url}/g/{code}/insluiten")
    assert [wrong for place in places for wrong in faults(page, place)] == []


def test_a_keyboard_alone(adviser: BrowserContext, live_server: LiveServer) -> None:
    made, page = cast.conversation(statements=3), adviser.new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{made.code}{PILE}")
    page.focus("input[name=consent]")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    for key in "eow":
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.get_by_text("is bewaard, met 3 antwoorden.").wait_for()
    assert list(Vote.objects.order_by("statement__number").values_list("value", flat=True)) == [1, -1, 0]
    assert Axe().run(page).violations_count == 0


def test_without_javascript_the_arrows_do(browser: Browser, live_server: LiveServer) -> None:
    made = cast.conversation(statements=1)
    page = colleague(browser, Role.ADVISER, url=live_server.url, scripts=False).new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{made.code}{PILE}")
    page.check("form[data-entry] input[name=consent]")
    page.check("input[name=answer_0][value='-1']")
    page.press("input[name=own_0]", "Enter")
    page.get_by_text("is bewaard, met 1 antwoord.").wait_for()
    assert Vote.objects.get().value == -1

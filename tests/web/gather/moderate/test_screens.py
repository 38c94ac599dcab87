# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the moderator's screens stand on a phone and on a desk, and does the queue work by key, and without scripts?"""

from __future__ import annotations

import cast
import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from staff_browser import colleague, faults

from houvast.actions.gather.moderation import moderate
from houvast.domain.conversation import ModerationReason, Origin
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.store.models import Statement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXTS = (
    "Er is te weinig licht op het plein.",
    "Op het plein is te weinig licht.",
    "Honden horen los te lopen in de duinen.",
    "Meneer Pietersen maakt elke avond lawaai.",
)


def waiting() -> str:
    """A conversation with four statements that wait, one accepted and one left out."""
    conversation = cast.conversation(statements=1)
    for number, text in enumerate([*TEXTS, "Dit is maar reclame."], start=1):
        cast.statement(
            conversation, number=number, text=text, origin=Origin.RESIDENT, moderation=Moderation.OPEN, is_shown=False
        )
    moderate(
        statement=conversation.statements.get(number=5), decision=Moderation.OUT, by=cast.staff(),
        reason=ModerationReason.ADVERTISEMENT, note_to_author="Zeg wat u vindt.",
    )  # fmt: skip
    return conversation.code


def test_the_screens_stand(adviser: BrowserContext, live_server: LiveServer) -> None:
    code, page = waiting(), adviser.new_page()
    rests = ("", "?gedaan=5&volgende=3", "?lijst=toegelaten", "?lijst=weggelaten", "/1", "/5", "/logboek")
    places = [f"/beheer/gesprekken/{code}/moderatie{rest}" for rest in rests] + [f"/g/{code}/spelregels"]
    assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_queue_by_key(adviser: BrowserContext, live_server: LiveServer) -> None:
    code, page = waiting(), adviser.new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{code}/moderatie")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert focused(page) == "stelling-2"
    page.keyboard.press("k")
    assert focused(page) == "stelling-1"
    page.keyboard.press("a")
    page.get_by_text("Stelling 1 is toegelaten.").wait_for()
    page.wait_for_function("() => document.activeElement.id === 'stelling-2'")
    page.keyboard.press("w")
    assert focused(page) == "s2_reason"
    page.keyboard.press("a")  # in a list of choices a letter chooses, it does not accept
    page.locator("#s2_reason").select_option("duplicate")
    page.locator("#stelling-2").get_by_role("button", name="Weglaten").click()
    page.get_by_text("Stelling 2 is weggelaten.").wait_for()
    found = dict(Statement.objects.filter(conversation__code=code).values_list("number", "moderation"))
    assert (found[1], found[2], found[3]) == (Moderation.IN, Moderation.OUT, Moderation.OPEN)


def test_the_keys_can_be_turned_off_and_stay_off(adviser: BrowserContext, live_server: LiveServer) -> None:
    code, page = waiting(), adviser.new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{code}/moderatie")
    page.get_by_role("button", name="Deze toetsen gebruiken").click()
    page.reload()
    switch = page.get_by_role("button", name="Deze toetsen gebruiken")
    assert switch.get_attribute("aria-pressed") == "false"
    page.keyboard.press("j")
    assert focused(page) == ""
    switch.click()
    page.keyboard.press("j")
    assert focused(page) == "stelling-1"


def test_the_queue_without_scripts(browser: Browser, live_server: LiveServer) -> None:
    code = waiting()
    page = colleague(browser, Role.ADVISER, url=live_server.url, scripts=False).new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{code}/moderatie")
    assert page.get_by_role("button", name="Deze toetsen gebruiken").count() == 0
    page.locator("#samen-1").check()
    page.locator("#samen-3").check()
    page.get_by_role("button", name="De aangevinkte stellingen toelaten").click()
    page.get_by_text("2 stellingen zijn toegelaten.").wait_for()
    page.locator("#stelling-2 summary").click()
    page.locator("#s2_reason").select_option("duplicate")
    page.locator("#stelling-2").get_by_role("button", name="Weglaten").click()
    page.get_by_text("Stelling 2 is weggelaten.").wait_for()


def test_what_a_key_means(adviser: BrowserContext, live_server: LiveServer) -> None:
    page = adviser.new_page()
    page.goto(f"{live_server.url}/static/moderate/queue.model.js")
    read = "async () => { const m = await import('/static/moderate/queue.model.js'); return "
    pressed = "(key, more = {}, isOn = true) => m.meaning({ key, ...more }, isOn)"
    meanings = page.evaluate(
        f"{read} (p => [p('j'), p('k'), p('a'), p('w'), p('x'), p('toString'), p('a', {{held: true}}),"
        f" p('a', {{typing: true}}), p('a', {{}}, false), p('a', {{repeated: true}}), p('j', {{repeated: true}})])"
        f"({pressed}) }}"
    )
    assert meanings == ["next", "previous", "accept", "leave out", *[None] * 6, "next"]
    steps = page.evaluate(
        f"{read} [[-1, 3, 'previous'], [0, 3, 'next'], [2, 3, 'next'], [0, 3, 'previous'], [2, 3, 'previous'],"
        " [-1, 0, 'next']].map(one => m.step(...one)) }"
    )
    assert steps == [0, 1, 2, 0, 1, -1]

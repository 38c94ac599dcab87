# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole of a conversation: an adviser prepares it, thirty residents take part, and they read what was done.

The adviser and one resident use a real browser; the others send the forms that a browser without scripts would.
Every page that is looked at is checked by axe, and for scrolling sideways, at 360 and 1280 px.
"""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import cast
import numpy as np
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from staff_browser import PHONE, faults_at_both_widths

from houvast.actions.gather.landscapes import refresh_full
from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.queries.gather.cards import forget_decks
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import Conversation, Participant, PerceivedView, Statement, Vote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RESIDENTS = 30
SEEDS = (
    "Op het plein moet meer groen komen.",
    "De markt moet op het plein blijven.",
    "Auto's horen niet op het plein.",
    "Er moet een plek zijn waar jongeren kunnen zitten.",
    "De terrassen mogen tot middernacht open zijn.",
    "Ik voel mij 's avonds veilig op het plein.",
)
TEXTS = {
    "purpose": "Er waren klachten en er waren plannen. Wij willen weten wat er leeft.",
    "question": "Hoe wordt het plein een plek voor iedereen?",
    "asked_by": "Team Samenleven",
    "use_of_answers": "De uitkomst gaat naar de gemeenteraad.",
    "hear_back": "In het voorjaar, op deze pagina.",
}


@pytest.fixture(autouse=True)
def _fresh_memory() -> None:
    forget_decks()
    forget_offers()


def send(page: Page) -> None:
    """Send the form of the page, which must lead somewhere else or come back without a fault."""
    with page.expect_navigation():
        page.locator("main form button:not([name=chosen])").last.click()


def log_in(page: Page, base: str) -> None:
    page.goto(f"{base}/beheer/gesprekken")
    assert faults_at_both_widths(page) == []
    page.fill("[name=email]", cast.staff(Role.ADVISER).email)
    page.fill("[name=password]", cast.PASSWORD)
    send(page)
    assert page.url.endswith("/beheer/gesprekken")


def prepare(page: Page, base: str) -> Conversation:
    """A new conversation with all its texts and statements, opened."""
    page.goto(f"{base}/beheer/gesprekken/nieuw")
    assert faults_at_both_widths(page) == []
    page.fill("[name=title]", "Hoe gaat het op het plein?")
    send(page)
    made = Conversation.objects.get(title="Hoe gaat het op het plein?")
    home = f"{base}/beheer/gesprekken/{made.code}"
    page.goto(f"{home}/teksten")
    assert faults_at_both_widths(page) == []
    for name, text in TEXTS.items():
        page.fill(f"[name={name}]", text)
    soon = timezone.localtime() + timedelta(days=14)
    page.fill("[name=hear_back_by]", (soon + timedelta(days=60)).strftime("%Y-%m-%d"))
    page.fill("[name=closes_at]", soon.strftime("%Y-%m-%dT%H:%M"))
    page.check("[name=policy_read]")
    send(page)
    page.goto(f"{home}/stellingen")
    page.fill("[name=lines]", "\n".join(SEEDS))
    send(page)
    if page.locator("[name=confirmed]").is_visible():
        page.check("[name=confirmed]")
        send(page)
    assert faults_at_both_widths(page) == []
    page.goto(home)
    assert faults_at_both_widths(page) == []
    page.goto(f"{home}/openen")
    assert faults_at_both_widths(page) == []
    send(page)
    made.refresh_from_db()
    assert made.state == ConversationState.OPEN
    return made


def take_part(code: str, place: float, rng: np.random.Generator) -> Client:
    """A resident without scripts: joins, answers every card, estimates where asked."""
    client = Client()
    client.get(f"/g/{code}")
    assert client.post(f"/g/{code}/meedoen", {"consent": "on"}).status_code == 302
    page = client.get(f"/g/{code}/stem").content.decode()
    while found := re.search(r'name="statement" value="(\d+)"', page):
        statement = int(found[1])
        if 'name="of_ten"' in page:
            sent = {"statement": statement, "of_ten": str(rng.integers(2, 8))}
            page = client.post(f"/g/{code}/schatting", sent, follow=True).content.decode()
            continue
        agrees = rng.random() < 1 / (1 + np.exp(-(1.2 if statement % 2 else -1.2) * place))
        vote = {"statement": statement, "vote": "agree" if agrees else "disagree", "request": str(uuid.uuid4())}
        page = client.post(f"/g/{code}/stem", vote, follow=True).content.decode()
    return client


def add_statement(client: Client, code: str, text: str) -> None:
    sent = {"text": text, "language": "nl", "confirmed": text, "not_a_person": "on"}
    client.post(f"/g/{code}/stelling", sent)
    assert Statement.objects.filter(text=text).exists()


def use_as_resident(page: Page, base: str, code: str) -> None:
    """One resident on a phone, with the pages looked at on the way."""
    page.goto(f"{base}/g/{code}")
    assert faults_at_both_widths(page) == []
    page.get_by_role("button", name=re.compile("doe mee")).first.click()
    page.wait_for_load_state()
    assert faults_at_both_widths(page) == []
    for _ in range(3):
        page.locator("button[name=vote]").first.click()
        page.wait_for_timeout(300)
    for name in ("mijn", "stelling", "uitleg", "resultaat"):
        page.goto(f"{base}/g/{code}/{name}")
        assert faults_at_both_widths(page) == []


def test_from_preparing_to_what_was_done(browser: Browser, live_server: LiveServer) -> None:
    base = live_server.url
    adviser = browser.new_context(locale="nl-NL").new_page()
    log_in(adviser, base)
    made = prepare(adviser, base)
    home = f"{base}/beheer/gesprekken/{made.code}"

    rng = np.random.default_rng(1)
    people = [take_part(made.code, place, rng) for place in rng.standard_normal(RESIDENTS) * 1.5]
    add_statement(people[0], made.code, "Er moeten meer bankjes op het plein komen.")
    add_statement(people[1], made.code, "Koop nu kaarten voor de kermis op het plein.")
    resident = browser.new_context(locale="nl-NL", viewport=PHONE).new_page()
    use_as_resident(resident, base, made.code)
    assert Participant.objects.filter(conversation=made).count() == RESIDENTS + 1
    assert Vote.objects.filter(conversation=made).count() >= RESIDENTS * len(SEEDS)
    assert PerceivedView.objects.filter(participant__conversation=made).exists()

    moderate_one_in_and_one_out(adviser, home)
    for screen in ("verloop", "scherm", "bereik", "invoer", "landschap"):
        adviser.goto(f"{home}/{screen}")
        assert faults_at_both_widths(adviser) == []
    adviser.goto(f"{home}/sluiten")
    send(adviser)
    refresh_full(Conversation.objects.get(pk=made.pk))  # what houvast work finds due after the closing
    adviser.goto(f"{home}/publiceren")
    assert faults_at_both_widths(adviser) == []
    adviser.fill("[name=binds]", "Bijna iedereen die meedeed wil meer groen.")
    adviser.fill("[name=divides]", "De auto en de terrassen verdelen.")
    adviser.fill("[name=unknown]", "Jongeren deden weinig mee. Wat zij vinden, weten wij niet.")
    send(adviser)
    made.refresh_from_db()
    assert made.state == ConversationState.PUBLISHED
    promise_and_report_back(adviser, home)

    resident.goto(f"{base}/g/{made.code}/resultaat")
    assert faults_at_both_widths(resident) == []
    assert "Bijna iedereen die meedeed wil meer groen." in resident.content()
    resident.goto(f"{base}/g/{made.code}/terugkoppeling")
    assert faults_at_both_widths(resident) == []
    assert "Er komen tien bomen" in resident.content()
    own = people[1].get(f"/g/{made.code}/mijn").content.decode()
    assert "kermis" in own
    assert "advertentie" in own.lower() or "reclame" in own.lower()


def moderate_one_in_and_one_out(page: Page, home: str) -> None:
    page.goto(f"{home}/moderatie")
    assert faults_at_both_widths(page) == []
    good = Statement.objects.get(text__contains="bankjes")
    bad = Statement.objects.get(text__contains="kermis")
    with page.expect_navigation():
        page.locator(f"#stelling-{good.number} button[value=in]").first.click()
    page.goto(f"{home}/moderatie")
    card = page.locator(f"#stelling-{bad.number}")
    card.locator("summary").click()
    card.locator("[name=reason]").select_option("advertisement")
    with page.expect_navigation():
        card.locator("[data-leave-out] button[type=submit]").click()
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.moderation, good.is_shown) == (Moderation.IN, True)
    assert (bad.moderation, bad.is_shown) == (Moderation.OUT, False)
    page.goto(f"{home}/moderatie/logboek")
    assert faults_at_both_widths(page) == []


def promise_and_report_back(page: Page, home: str) -> None:
    page.goto(f"{home}/afspraken")
    page.fill("[name=text]", "Er komen tien bomen op het plein.")
    page.fill("[name=owner]", "Afdeling Openbare ruimte")
    page.fill("[name=due]", (timezone.localdate() + timedelta(days=90)).isoformat())
    send(page)
    assert faults_at_both_widths(page) == []
    page.goto(f"{home}/terugkoppeling")
    page.fill("[name=text]", "De gemeenteraad heeft de uitkomst besproken.")
    send(page)
    assert faults_at_both_widths(page) == []

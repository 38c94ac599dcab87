# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a resident come from the first page to their own page on a 360 px phone, with JavaScript and without?"""

from __future__ import annotations

import cast
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from pytest_django.live_server_helper import LiveServer
from staff_browser import PHONE, faults_at_both_widths

from houvast.domain.conversation import ModerationTiming
from houvast.queries.gather.cards import forget_decks
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import (
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    Erasure,
    Participant,
    PerceivedView,
    Statement,
    Tally,
    Vote,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OWN = "Er moet een fontein op het plein komen."


@pytest.fixture(autouse=True)
def _fresh_memory() -> None:
    forget_decks()
    forget_offers()


@pytest.fixture
def plaza() -> Conversation:
    """Six statements on which three others voted, a question about people, moderation afterwards."""
    conversation = cast.conversation(
        statements=6, k=3, next_participant_number=3, moderation_timing=ModerationTiming.AFTER
    )
    for _ in range(3):
        other = cast.participant(conversation)
        for statement in conversation.statements.all():
            cast.vote(other, statement, 1)
    question = BackgroundQuestion.objects.create(conversation=conversation, text="Hoe oud bent u?")
    BackgroundOption.objects.create(question=question, text="16 tot 35 jaar")
    return conversation


def phone(browser: Browser, *, script: bool) -> BrowserContext:
    return browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=script)


def say(page: Page, answer: str) -> None:
    """Answer the card, and wait for what comes next."""
    before = page.locator("[data-focus]").inner_text()
    page.get_by_role("button", name=answer, exact=True).click()
    page.wait_for_function("before => document.querySelector('[data-focus]').innerText !== before", arg=before)


def test_the_whole_way_with_javascript(browser: Browser, plaza: Conversation, live_server: LiveServer) -> None:
    context = phone(browser, script=True)
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{live_server.url}/g/{plaza.code}")
    assert faults_at_both_widths(page) == []
    page.get_by_role("button", name="Ik doe mee").click()
    page.wait_for_url("**/stem?begin=1")
    assert faults_at_both_widths(page) == []
    for answer in ("Eens", "Oneens", "Weet ik niet – sla over", "Eens"):
        say(page, answer)
        assert page.evaluate("document.activeElement.id") == "statement"
    assert page.locator("#cards-status").inner_text() == "Uw antwoord is bewaard."
    page.get_by_role("link", name="Vorige stelling").click()
    assert page.get_by_role("button", name="Eens", exact=True).get_attribute("aria-pressed") == "true"
    assert faults_at_both_widths(page) == []
    say(page, "Oneens")
    say(page, "Eens")
    assert "Denk aan tien mensen" in page.locator("[data-focus]").inner_text()
    assert faults_at_both_widths(page) == []
    page.get_by_role("radio", name="7", exact=True).check()
    say(page, "Ga verder")
    say(page, "Eens")
    assert "U heeft alle stellingen gehad" in page.locator("[data-focus]").inner_text()
    assert faults_at_both_widths(page) == []
    dirk = Participant.objects.order_by("-id").first()
    assert Vote.objects.filter(participant=dirk).count() == 7  # six statements, one changed
    assert PerceivedView.objects.get().of_ten == 7

    page.goto(f"{live_server.url}/g/{plaza.code}/stelling")
    page.get_by_label("Uw stelling", exact=True).fill("Meneer Jansen moet weg van het plein.")
    page.get_by_role("button", name="Verstuur").click()
    assert page.locator("mark").inner_text() == "Jansen"
    assert faults_at_both_widths(page) == []
    page.get_by_label("Uw stelling", exact=True).fill(OWN)
    assert page.locator("[data-count]").inner_text() == f"nog {200 - len(OWN)} tekens"
    page.get_by_role("button", name="Verstuur").click()
    if page.get_by_role("button", name="Verstuur de mijne toch").count():
        page.get_by_role("button", name="Verstuur de mijne toch").click()
    page.wait_for_url("**/stem?stelling=6")
    say(page, "Eens")
    for path, text in (("over-u", "Hoe oud bent u?"), ("mijn", OWN), ("uitleg", "In één minuut"), ("wissen", "Wis")):
        page.goto(f"{live_server.url}/g/{plaza.code}/{path}")
        assert text in page.locator("main").inner_text()
        assert faults_at_both_widths(page) == []
    assert wrong == []


def test_the_whole_way_without_javascript_by_keyboard(
    browser: Browser, plaza: Conversation, live_server: LiveServer
) -> None:
    page = phone(browser, script=False).new_page()
    page.goto(f"{live_server.url}/g/{plaza.code}")
    page.get_by_role("button", name="Ik doe mee").press("Enter")
    for number in range(5):
        assert f"U heeft {number} van de 6 stellingen gehad" in page.locator("main").inner_text()
        page.get_by_role("button", name="Eens", exact=True).press("Enter")
    assert page.url.endswith("/schatting")
    page.get_by_role("radio", name="6", exact=True).press("Space")
    page.get_by_role("button", name="Ga verder").press("Enter")
    page.get_by_role("button", name="Weet ik niet – sla over").press("Enter")
    assert "U heeft alle stellingen gehad" in page.locator("main").inner_text()
    page.goto(f"{live_server.url}/g/{plaza.code}/stelling")
    page.get_by_label("Uw stelling", exact=True).fill("Moeten er geen fonteinen komen?")
    page.get_by_role("button", name="Verstuur").press("Enter")
    assert "Kijk nog even" in page.locator("main").inner_text()
    page.get_by_role("button", name="Verstuur de mijne toch").press("Enter")
    assert Statement.objects.filter(text="Moeten er geen fonteinen komen?").exists()
    page.goto(f"{live_server.url}/g/{plaza.code}/over-u")
    page.get_by_role("radio", name="16 tot 35 jaar").press("Space")
    page.get_by_role("button", name="Bewaar").press("Enter")
    assert "U dacht: 6 van de tien zijn het eens." in page.locator("main").inner_text()
    page.get_by_role("link", name="Wis alles over mij").press("Enter")
    page.get_by_role("button", name="Wis alles over mij").press("Enter")
    assert "Er is niets van u bewaard" in page.locator("main").inner_text()
    assert (Erasure.objects.count(), Vote.objects.count()) == (1, 18)


def test_a_bad_connection_costs_no_vote_and_makes_none_twice(
    browser: Browser, plaza: Conversation, live_server: LiveServer
) -> None:
    page = phone(browser, script=True).new_page()
    page.goto(f"{live_server.url}/g/{plaza.code}")
    page.get_by_role("button", name="Ik doe mee").click()
    page.wait_for_url("**/stem?begin=1")
    tries: list[str] = []

    def lose(route: Route) -> None:
        """The first try never arrives; the second arrives, but its answer is lost; then all is well."""
        if route.request.method != "POST":
            route.continue_()
            return
        tries.append(route.request.post_data or "")
        if len(tries) == 1:
            route.abort()
        elif len(tries) == 2:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/stem", lose)
    before = page.locator("[data-focus]").inner_text()
    page.get_by_role("button", name="Oneens", exact=True).click()
    page.get_by_text("Geen verbinding").wait_for()
    assert page.get_by_role("button", name="Eens", exact=True).get_attribute("aria-disabled") == "true"
    page.wait_for_function("before => document.querySelector('[data-focus]').innerText !== before", arg=before)
    assert len(tries) == 3
    assert len(set(tries)) == 1
    dirk = Participant.objects.order_by("-id").first()
    assert Vote.objects.filter(participant=dirk).count() == 1
    assert sum(Tally.objects.values_list("disagree", flat=True)) == 1


def test_what_an_answer_of_the_server_means(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    page.goto(f"{live_server.url}/static/resident/cards.model.js")
    judged = page.evaluate(
        "async () => { const m = await import('/static/resident/cards.model.js');"
        " return [[200, 0, 302, 400, 403, 404, 409, 429, 500, 503, null].map(m.judge), [0, 1, 2, 30].map(m.pause)] }"
    )
    again, leave = "again", "page"
    assert judged == [
        ["swap", leave, leave, leave, leave, leave, leave, again, again, again, again],
        [500, 1000, 2000, 15000],
    ]

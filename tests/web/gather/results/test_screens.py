# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of watching, publishing and results stand on a phone and on a desk, for everybody?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer
from snapshots import full_snapshot, gap, live_result, live_snapshot
from staff_browser import colleague, faults

from houvast.actions.gather.promises import promise
from houvast.actions.gather.publication import publish
from houvast.actions.gather.reports_back import report_back
from houvast.domain.conversation import ConversationState
from houvast.domain.participant_key import hash_key, personal_key
from houvast.domain.roles import Role
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.landscapes import LivePlaces
from houvast.queries.gather.perception import write_gaps
from houvast.store.models import Publication

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TOKEN = "t" * 43
STAFF = ("verloop", "scherm", "landschap", "publiceren", "afspraken", "terugkoppeling")


@pytest.fixture
def adviser(adviser: BrowserContext, live_server: LiveServer) -> BrowserContext:
    """A colleague who also takes part as a resident."""
    adviser.add_cookies([{"name": "houvast", "value": TOKEN, "url": live_server.url}])
    return adviser


def running() -> str:
    conversation = cast.conversation(statements=6, closes_at=timezone.now() + timedelta(days=2))
    me = cast.participant(conversation, key_hash=hash_key(personal_key(TOKEN, conversation.code)))
    for statement in conversation.statements.all():
        cast.vote(me, statement, 1)
    live_snapshot(conversation, live_result(conversation, places=LivePlaces((-1.0, 0.0, 1.0), (0.2, 0.6, 0.2))))
    return conversation.code


def published(verdict: Verdict = Verdict.GROUPS) -> str:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    full_snapshot(conversation, verdict)
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    gaps = (gap(0, "Meer groen op het plein.", perceived=0.4, actual=0.8),)
    Publication.objects.filter(conversation=conversation).update(perception=write_gaps(gaps))
    due = timezone.localdate().replace(year=2020)
    promise(conversation=conversation, text="Er komen bomen.", owner="Team Groen", due=due, by=cast.staff())
    report_back(conversation=conversation, text="De raad heeft besloten.", by=cast.staff())
    return conversation.code


def test_the_screens_of_a_running_conversation(adviser: BrowserContext, live_server: LiveServer) -> None:
    code, page = running(), adviser.new_page()
    places = [f"/beheer/gesprekken/{code}/{name}" for name in STAFF]
    places += [f"/g/{code}/resultaat", f"/g/{code}/terugkoppeling"]
    assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_screens_of_a_published_conversation(
    adviser: BrowserContext, live_server: LiveServer, verdict: Verdict
) -> None:
    code, page = published(verdict), adviser.new_page()
    places = [f"/g/{code}/resultaat", f"/g/{code}/terugkoppeling", f"/beheer/gesprekken/{code}/landschap"]
    if verdict is Verdict.GROUPS:
        places += [f"/beheer/gesprekken/{code}/{name}" for name in ("publiceren", "afspraken", "terugkoppeling")]
    assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


def test_the_big_screen_turns_by_key_and_by_link(adviser: BrowserContext, live_server: LiveServer) -> None:
    code, page = running(), adviser.new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{code}/scherm")
    first = page.locator(".room__statement").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**stelling=1")
    page.wait_for_function("first => document.querySelector('.room__statement').innerText !== first", arg=first)
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("first => document.querySelector('.room__statement').innerText === first", arg=first)


def test_the_big_screen_turns_without_scripts(browser: Browser, live_server: LiveServer) -> None:
    code = running()
    page = colleague(browser, Role.ADVISER, url=live_server.url, scripts=False).new_page()
    page.goto(f"{live_server.url}/beheer/gesprekken/{code}/scherm")
    first = page.locator(".room__statement").inner_text()
    page.get_by_role("link", name="Volgende").click()
    assert page.locator(".room__statement").inner_text() != first

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole of noticing: a youth worker notes a signal without a connection, and in the end reads what was done.

On a telephone of 360 px: noted offline, arrived once. On a desk: on the list, looked at, decided on, answered.
Colleagues noted in the same neighbourhood; the list is computed as the background work does it.
"""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from noted_years import note_quiet_weeks, note_rise
from playwright.sync_api import Browser, BrowserContext, expect
from pytest_django.live_server_helper import LiveServer
from staff_browser import PHONE, colleague, faults_here

from houvast.actions.notice.attention import refresh_attention
from houvast.actions.notice.calibration import calibrate_attention
from houvast.domain.roles import Role
from houvast.domain.week import monday_of
from houvast.store.models import AttentionPoint, Observation, PointDecision

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEEN = "Winkeliers en jongeren schelden elkaar uit bij de fontein."
REASON = "Drie bronnen zien hetzelfde; wij gaan er vrijdag heen om te luisteren."
ANSWER = "Wij gaan vrijdag met twee mensen naar de fontein en laten weten wat we horen."


def note_offline(phone: BrowserContext, server: LiveServer) -> str:
    """Note a signal without a connection, send it when there is one; the address of the private link."""
    page = phone.new_page()
    page.goto(f"{server.url}/beheer/signalen/nieuw")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_text("Er is nu geen verbinding. Je kunt wel noteren")).to_be_visible()
    page.get_by_label("Iets dat schuurt").first.check()
    page.locator("#note_theme").select_option(label="youth")
    page.locator("#note_area").select_option(label="Havenkwartier")
    page.locator("#note_seen").fill(SEEN)
    page.locator("form[data-note=observation] summary").click()
    page.get_by_label("Ik wil horen wat ermee wordt gedaan").check()
    page.get_by_role("button", name="Noteer", exact=True).click()
    expect(page.locator("[data-waiting-list] li[data-state=waiting]")).to_have_count(1)
    assert not Observation.objects.filter(seen=SEEN).exists()
    assert faults_here(page) == []
    phone.set_offline(False)
    page.reload()
    expect(page.locator("[data-said]")).to_contain_text("Verstuurd en genoteerd.")
    page.reload()
    assert Observation.objects.filter(seen=SEEN).count() == 1
    return page.locator("[data-waiting-list]").get_by_role("link", name="Eigen link").get_attribute("href") or ""


def decide(desk: BrowserContext, server: LiveServer) -> None:
    """The weekly table finds the rise on the list, reads what it rests on, and decides to listen."""
    page = desk.new_page()
    page.goto(f"{server.url}/beheer")
    page.get_by_role("link", name=re.compile("om een oordeel")).click()
    assert faults_here(page) == []
    page.get_by_role("link", name="youth, Havenkwartier").click()
    expect(page.get_by_text(SEEN)).to_be_visible()
    expect(page.get_by_role("heading", name="Wat ertegen spreekt")).to_be_visible()
    assert faults_here(page) == []
    page.get_by_label("In duiding").check()
    page.get_by_label("Luisteren").check()
    page.locator("[name=reason]").fill(REASON)
    with page.expect_navigation():
        page.get_by_role("button", name="Dit besluit bewaren").click()
    expect(page.get_by_text(REASON)).to_be_visible()


def answer(desk: BrowserContext, server: LiveServer) -> None:
    """The adviser tells the reporter, without knowing who that is."""
    page = desk.new_page()
    page.goto(f"{server.url}/beheer/signalen")
    page.get_by_role("link", name=SEEN).click()
    assert "Bram" not in page.content()
    page.locator("[name=text]").fill(ANSWER)
    with page.expect_navigation():
        page.get_by_role("button", name="Laat het de melder weten").click()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    assert faults_here(page) == []


def test_from_the_street_to_the_table_and_back(browser: Browser, live_server: LiveServer) -> None:
    today = timezone.localdate()
    note_quiet_weeks(weeks=40, last=today)
    note_rise(week=monday_of(today), number=9, reporters="abcd")
    phone = colleague(browser, Role.PROFESSIONAL, url=live_server.url, size=PHONE)
    link = note_offline(phone, live_server)
    calibrate_attention()
    refresh_attention()
    point = AttentionPoint.objects.get(kind="counts", is_announced=True, areas__name="Havenkwartier")
    assert point.evidence["point"]["observed"] >= 10
    desk = colleague(browser, Role.ADVISER, url=live_server.url)
    decide(desk, live_server)
    assert (PointDecision.objects.get().decision, PointDecision.objects.get().point) == ("listen", point)
    answer(desk, live_server)
    page = phone.new_page()
    page.goto(live_server.url + link)
    expect(page.get_by_text(ANSWER)).to_be_visible()
    assert SEEN not in page.content()
    assert faults_here(page) == []
    assert Observation.objects.get(seen=SEEN).replies.get().read_at == today

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is every component accessible in a real browser, narrow and wide, with a focus that can be seen?"""

from __future__ import annotations

import cast
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from staff_browser import log_in

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
FOCUS = """() => { const e = document.activeElement, s = getComputedStyle(e); return {
  tag: e.tagName, type: e.type || '', style: s.outlineStyle, width: parseFloat(s.outlineWidth) }; }"""
SIZES = """() => [...document.querySelectorAll('.nl-button, .utrecht-textbox, .utrecht-select, .choice label')]
  .map(e => [e.textContent || e.name, e.getBoundingClientRect().height])"""


def open_gallery(browser: Browser, live_server: LiveServer, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    log_in(context, cast.staff(), url=live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}/componenten")
    return page


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_gallery_is_accessible_fits_and_shows_where_the_focus_is(
    browser: Browser, live_server: LiveServer, width: int
) -> None:
    page = open_gallery(browser, live_server, width)
    assert page.title().startswith("Onderdelen")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert [size for size in page.evaluate(SIZES) if size[1] < 43.5] == []


@pytest.mark.browser
def test_with_the_keyboard_every_stop_is_visible(browser: Browser, live_server: LiveServer) -> None:
    page = open_gallery(browser, live_server, 1280)
    page.evaluate("window.scrollTo(0, 0)")
    page.mouse.click(2, 2)  # the next Tab starts here
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUS))
    assert {stop["tag"] for stop in seen} >= {"A", "BUTTON", "SUMMARY"}
    # Inside a date the browser itself shows which part has the focus.
    ours = [stop for stop in seen if stop["type"] != "date"]
    assert [stop for stop in ours if stop["style"] == "none" or stop["width"] < 2] == []


@pytest.mark.browser
def test_the_first_stop_leads_past_the_navigation(browser: Browser, live_server: LiveServer) -> None:
    page = open_gallery(browser, live_server, 360)
    page.evaluate("document.querySelector('.form-errors').remove()")
    page.goto(f"{live_server.url}/privacy")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.django_db
def test_the_gallery_is_for_colleagues(client: Client) -> None:
    assert client.get("/componenten").status_code == 302

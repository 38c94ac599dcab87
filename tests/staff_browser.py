# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser in tests of screens: started, a colleague logged in, and what is wrong with a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import cast
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from houvast.domain.roles import Role
from houvast.store.models import StaffMember

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 720}


@contextmanager
def start_browser(path: str) -> Iterator[Browser]:
    """The browser that is at this path."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def browser_of(role: Role, *, path: str, url: str, scripts: bool = True) -> Iterator[BrowserContext]:
    """A browser in which somebody with this role is logged in; with scripts or without."""
    with start_browser(path) as browser:
        yield colleague(browser, role, url=url, scripts=scripts)


def colleague(
    browser: Browser, role: Role, *, url: str, size: ViewportSize = DESK, scripts: bool = True
) -> BrowserContext:
    """What somebody with this role has open, logged in."""
    context = browser.new_context(viewport=size, locale="nl-NL", java_script_enabled=scripts)
    log_in(context, cast.staff(role), url=url)
    return context


def log_in(context: BrowserContext, member: StaffMember, *, url: str) -> None:
    """Go on as this colleague."""
    client = Client()
    client.force_login(member)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with a page that is opened at both widths: see `faults_here`, and what the policy refused."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{address}: {error}"))
    page.on("console", lambda said: wrong.append(said.text) if "Content-Security" in said.text else None)
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        wrong += faults_here(page)
    return wrong


def faults_at_both_widths(page: Page) -> list[str]:
    """What is wrong with a page as it stands, on a phone and on a desk; it is left as wide as it was."""
    wrong, before = [], page.viewport_size
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        wrong += faults_here(page)
    page.set_viewport_size(before or DESK)
    return wrong


def faults_here(page: Page) -> list[str]:
    """What is wrong with a page as it stands, with all details open: axe's findings, and scrolling sideways."""
    closed = page.evaluate_handle("[...document.querySelectorAll('details:not([open])')]")
    closed.evaluate("them => them.forEach(one => { one.open = true; })")
    here = f"{page.url} {page.viewport_size and page.viewport_size['width']}"
    wrong = [
        f"{here}: {found['id']} {[node['html'][:120] for node in found['nodes']]}"
        for found in Axe().run(page).response["violations"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append(f"{here}: scrolls sideways")
    closed.evaluate("them => them.forEach(one => { one.open = false; })")
    return wrong

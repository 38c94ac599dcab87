# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A colleague's browser, and what is wrong with a page, in tests of screens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import cast
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, sync_playwright

from houvast.domain.roles import Role

PHONE, DESK = (360, 740), (1280, 720)


@contextmanager
def browser_of(role: Role, *, path: str, url: str, scripts: bool = True) -> Iterator[BrowserContext]:
    """A browser in which somebody with this role is logged in; with scripts or without."""
    client = Client()
    client.force_login(cast.staff(role))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        context = chromium.new_context(locale="nl-NL", java_script_enabled=scripts)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])
        yield context
        chromium.close()


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with a page at both widths: axe's findings, sideways scrolling, what the policy refused."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{address}: {error}"))
    page.on("console", lambda said: wrong.append(said.text) if "Content-Security" in said.text else None)
    for width, height in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": height})
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        wrong += [f"{address} {width}: {found['id']}" for found in Axe().run(page).response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append(f"{address} {width}: scrolls sideways")
    return wrong

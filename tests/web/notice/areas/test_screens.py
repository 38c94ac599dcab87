# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of areas stand on a phone and on a desk, and can areas be read in without scripts?"""

from __future__ import annotations

from collections.abc import Iterator

import cast
import pytest
from area_files import EXAMPLES
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from playwright.sync_api import BrowserContext, sync_playwright
from pytest_django.live_server_helper import LiveServer

from houvast.actions.notice.areas import add_own_area, end_own_area, import_areas
from houvast.store.models import Area

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (360, 1280)


@pytest.fixture
def adviser(browser_path: str, live_server: LiveServer) -> Iterator[BrowserContext]:
    """An adviser."""
    client = Client()
    client.force_login(cast.staff())
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        context = chromium.new_context()
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        yield context
        chromium.close()


def test_the_screens_stand(adviser: BrowserContext, live_server: LiveServer) -> None:
    import_areas(name="a.gpkg", content=ContentFile((EXAMPLES / "noorderhaaks.gpkg").read_bytes()), by=cast.staff())
    own, gone = (add_own_area(name=name, parent="WK000001", by=None) for name in ("Het plein", "De markt"))
    end_own_area(area=gone, by=None)
    page, wrong = adviser.new_page(), []
    for rest in ("", "?ingelezen=ja", "/inlezen", "/nieuw", f"/{own.pk}", f"/{gone.pk}"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            answer = page.goto(f"{live_server.url}/beheer/gebieden{rest}")
            assert answer is not None
            assert answer.status == 200, rest
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            wrong += [f"{rest} {width}: {found['id']}" for found in Axe().run(page).response["violations"]]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{rest} {width}: scrolls sideways")
    assert wrong == []


def test_reading_in_without_scripts(adviser: BrowserContext, live_server: LiveServer) -> None:
    assert adviser.browser is not None
    context = adviser.browser.new_context(java_script_enabled=False)
    context.add_cookies(adviser.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{live_server.url}/beheer/gebieden")
    page.get_by_role("link", name="Een bestand inlezen").click()
    page.get_by_label("Het bestand").set_input_files(EXAMPLES.parent / "README.md")
    page.get_by_role("button", name="Inlezen").click()
    page.get_by_text("Er klopt nog iets niet").wait_for()
    assert not Area.objects.exists()
    page.get_by_label("Het bestand").set_input_files(EXAMPLES / "noorderhaaks.geojson")
    page.get_by_role("button", name="Inlezen").click()
    page.get_by_text("Het bestand is ingelezen").wait_for()
    page.get_by_text("Noord: 3 buurten").click()
    page.get_by_role("rowheader", name="Vuurtorenbuurt").wait_for()
    assert Area.objects.count() == 17

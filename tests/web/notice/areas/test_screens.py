# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of areas stand on a phone and on a desk, and can areas be read in without scripts?"""

from __future__ import annotations

import cast
import pytest
from area_files import EXAMPLES
from django.core.files.base import ContentFile
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer
from staff_browser import colleague, faults

from houvast.actions.notice.areas import add_own_area, end_own_area, import_areas
from houvast.domain.roles import Role
from houvast.store.models import Area

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_screens_stand(adviser: BrowserContext, live_server: LiveServer) -> None:
    import_areas(name="a.gpkg", content=ContentFile((EXAMPLES / "noorderhaaks.gpkg").read_bytes()), by=cast.staff())
    own, gone = (add_own_area(name=name, parent="WK000001", by=None) for name in ("Het plein", "De markt"))
    end_own_area(area=gone, by=None)
    page = adviser.new_page()
    places = [f"/beheer/gebieden{rest}" for rest in ("", "?ingelezen=ja", "/inlezen", "/nieuw")]
    places += [f"/beheer/gebieden/{area.pk}" for area in (own, gone)]
    assert [wrong for place in places for wrong in faults(page, live_server.url + place)] == []


def test_reading_in_without_scripts(browser: Browser, live_server: LiveServer) -> None:
    page = colleague(browser, Role.ADVISER, url=live_server.url, scripts=False).new_page()
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

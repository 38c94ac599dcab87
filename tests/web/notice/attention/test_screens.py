# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the screens of the attention list stand on a phone and on a desk, and can the table decide with keys alone?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from attention_evidence import kept_point
from django.utils import timezone
from noticed_things import a_trigger
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from staff_browser import faults

from houvast.actions.notice.attention import refresh_attention
from houvast.actions.notice.missed_points import tell_missed
from houvast.domain.roles import Role
from houvast.store.models import AttentionPoint, PointDecision

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REASON = "We gaan er woensdag heen."


def full_list() -> AttentionPoint:
    """A list with something in most of its parts; the point that deserves a look."""
    today = timezone.localdate()
    cast.staff(Role.PROFESSIONAL)
    cast.observation(wants_feedback=True, feedback_due=today - timedelta(days=9), reporter_reading="Het groeit.")
    cast.observation(grounds="potential", is_gut_feeling=True)
    a_trigger()
    refresh_attention()
    kept_point(last=today, opened=today - timedelta(days=20), is_announced=False)
    point = kept_point(last=today, opened=today - timedelta(days=20))
    tell_missed(week=today, note="Onrust bij de sporthal.", by=cast.staff())
    return point


def test_the_screens_stand(adviser: BrowserContext, live_server: LiveServer) -> None:
    point, page = full_list(), adviser.new_page()
    places = ["", f"/{point.pk}", "/terugblik", "/gemist", "/afspraken"]
    assert [w for place in places for w in faults(page, f"{live_server.url}/beheer/aandacht{place}")] == []


def focus_on(page: Page, name: str) -> None:
    """Tab until the control with this name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || ''") == name:
            return
    pytest.fail(f"{name} cannot be reached with the keyboard")


def test_the_table_decides_with_keys_alone(adviser: BrowserContext, live_server: LiveServer) -> None:
    point, page = full_list(), adviser.new_page()
    page.goto(f"{live_server.url}/beheer/aandacht/{point.pk}")
    focus_on(page, "state")
    page.keyboard.press("Space")
    focus_on(page, "decision")
    page.keyboard.press("ArrowDown")
    focus_on(page, "reason")
    page.keyboard.type(REASON)
    page.keyboard.press("Shift+Tab")
    page.get_by_role("button", name="Dit besluit bewaren").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    logged = PointDecision.objects.get()
    assert (logged.state, logged.decision, logged.reason) == ("interpreting", "listen", REASON)
    assert page.get_by_text(REASON).is_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Dit besluit bewaren").press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"

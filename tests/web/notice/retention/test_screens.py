# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the list of destructions stand on a phone and a desk?"""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer
from staff_browser import browser_of, faults

from houvast.domain.roles import Role
from houvast.store.models import Destruction

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_screen_stands(browser_path: str, live_server: LiveServer) -> None:
    for number in range(60):
        Destruction.objects.create(
            at=timezone.now(), what="message text", number=number, rule="weeks after the answer:26"
        )
    with browser_of(Role.MANAGER, path=browser_path, url=live_server.url) as browser:
        assert faults(browser.new_page(), f"{live_server.url}/beheer/vernietiging") == []

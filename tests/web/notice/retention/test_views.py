# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the manager read what was destroyed, and nothing of what it said?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.utils import timezone

from houvast.actions.notice.retention import remove_texts_due
from houvast.domain.roles import Role
from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.retention import PER_PAGE
from houvast.store.models import Destruction

pytestmark = pytest.mark.django_db


def manager() -> Client:
    client = Client()
    client.force_login(cast.staff(Role.MANAGER))
    return client


def test_what_how_many_and_under_which_rule() -> None:
    assert "Er is nog niets vernietigd." in manager().get("/beheer/vernietiging").content.decode()
    week = monday_of(timezone.localdate()) - 30 * WEEK
    cast.observation(week=week, entered_week=week, seen="Bij het zonnebloemveld wordt geschreeuwd.")
    remove_texts_due()
    page = manager().get("/beheer/vernietiging").content.decode()
    assert "Woorden van signalen" in page
    assert "26 weken na de week waarin het binnenkwam" in page
    assert "zonnebloemveld" not in page


@pytest.mark.parametrize("asked", ["", "2", "99", "-1", "x", "9" * 30])
def test_pages(asked: str) -> None:
    for _ in range(PER_PAGE + 1):
        Destruction.objects.create(at=timezone.now(), what="contact", number=1, rule="end of the use")
    answer = manager().get(f"/beheer/vernietiging?pagina={asked}")
    assert answer.status_code == 200
    assert "Pagina" in answer.content.decode()

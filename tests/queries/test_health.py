# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the health page know a missing database, an old one, and a silent worker?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from houvast.queries import health
from houvast.queries.health import Health, look_at_health
from houvast.store.models import WorkClaim

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("age", "reported"), [(None, False), (30, True), (600, False)])
def test_the_worker_is_known_by_its_last_report(age: int | None, reported: bool) -> None:
    if age is not None:
        WorkClaim.objects.create(name="heartbeat", holder="w", until=timezone.now() - timedelta(seconds=age))
    assert look_at_health() == Health(ready=True, worker_reported=reported)


def test_tables_of_another_version_are_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "is_ready", lambda: False)
    assert look_at_health() == Health(ready=False, worker_reported=None)


def test_a_database_that_is_away_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> bool:
        raise DatabaseError("connection refused")

    monkeypatch.setattr(health, "is_ready", away)
    assert look_at_health() == Health(ready=False, worker_reported=None)

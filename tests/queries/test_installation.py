# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the doctor see what is wrong, say what to do, and find nothing where all is well?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.domain.roles import Role
from houvast.queries import installation
from houvast.queries.installation import Condition, Finding, examine_installation
from houvast.store.models import WorkClaim


def finding(subject: str) -> Finding:
    found = {f.subject: f for f in examine_installation()}
    return found[subject]


@pytest.fixture(autouse=True)
def _tables_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests make their tables without migrations."""
    well = Finding("tables", Condition.WELL, "made for the test")
    monkeypatch.setattr(installation, "_tables", lambda: well)


@pytest.mark.django_db
def test_without_a_manager_nobody_can_add_colleagues() -> None:
    assert finding("manager").condition is Condition.WRONG
    assert "houvast colleague" in finding("manager").mend
    cast.staff(Role.MANAGER)
    assert finding("manager").condition is Condition.WELL


@pytest.mark.django_db
def test_the_worker_must_have_reported_lately() -> None:
    assert finding("worker").condition is Condition.ATTENTION
    WorkClaim.objects.create(name="heartbeat", holder="w", until=timezone.now())
    assert finding("worker").condition is Condition.WELL
    WorkClaim.objects.update(until=timezone.now() - timedelta(minutes=5))
    assert finding("worker").condition is Condition.ATTENTION


@pytest.mark.django_db
def test_votes_past_their_date_are_seen() -> None:
    cast.conversation(retention_until=timezone.localdate() - timedelta(days=1))
    assert finding("retention").condition is Condition.ATTENTION


@pytest.mark.django_db
def test_every_finding_that_is_not_well_says_what_to_do() -> None:
    for found in examine_installation():
        assert bool(found.mend) == (found.condition is not Condition.WELL), found


@pytest.mark.django_db
def test_little_space_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "LITTLE_SPACE", float("inf"))
    assert finding("data folder").condition is Condition.ATTENTION


@pytest.mark.django_db
def test_tables_of_another_version_stop_the_questions_about_them(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Finding("tables", Condition.WRONG, "3 changes", "Start houvast serve.")
    monkeypatch.setattr(installation, "_tables", lambda: wrong)
    assert "manager" not in {f.subject for f in examine_installation()}
    assert not installation.is_ready()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are moderators told what waits, once a day, and is nobody told anything else?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.core import mail
from django.utils import timezone

from houvast.actions.reminders import remind_moderators
from houvast.configuration.environment import Environment
from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.store.models import WorkClaim

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _with_mail(settings: pytest.FixtureRequest) -> None:
    settings.HOUVAST = Environment({**settings.HOUVAST.values, "HOUVAST_MAIL": "smtp://mail.example"})  # type: ignore[attr-defined]


def leave_waiting(state: ConversationState = ConversationState.OPEN) -> None:
    square = cast.conversation(state=state, statements=1)
    cast.statement(square, number=1, text="De bus moet later rijden.", moderation=Moderation.OPEN, is_shown=False)


def test_moderators_are_told_how_many_wait_and_where() -> None:
    samira, cora = cast.staff(Role.ADVISER), cast.staff(Role.COMMUNICATION)
    cast.staff(Role.READER)
    leave_waiting()
    assert remind_moderators() == 2
    assert {to for message in mail.outbox for to in message.to} == {samira.email, cora.email}
    assert "/moderatie" in mail.outbox[0].body
    assert "bus" not in mail.outbox[0].body


def test_only_once_a_day() -> None:
    cast.staff(Role.ADVISER)
    leave_waiting()
    assert remind_moderators() == 1
    assert remind_moderators() == 0
    WorkClaim.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert remind_moderators() == 1


def test_nothing_waits_and_nobody_is_told() -> None:
    cast.staff(Role.ADVISER)
    leave_waiting(state=ConversationState.CLOSED)
    assert remind_moderators() == 0


def test_colleagues_who_left_are_not_told() -> None:
    samira = cast.staff(Role.ADVISER)
    samira.is_active = False
    samira.save()
    leave_waiting()
    assert remind_moderators() == 0


def test_without_a_mail_server_nothing_happens(settings: pytest.FixtureRequest) -> None:
    settings.HOUVAST = Environment({})  # type: ignore[attr-defined]
    cast.staff(Role.ADVISER)
    leave_waiting()
    assert remind_moderators() == 0

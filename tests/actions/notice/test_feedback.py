# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a reporter hear back without anybody learning who it is?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.actions.notice.feedback import mark_read, reply
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import PermissionRefused, StateRefused
from houvast.domain.participant_key import hash_key
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Observation, ObservationReply

pytestmark = pytest.mark.django_db
KEY = "abcdefghijklmnopqrstuvwxyz234567"


def waiting() -> Observation:
    due = timezone.localdate() + timedelta(days=14)
    return cast.observation(wants_feedback=True, feedback_due=due, reply_hash=hash_key(KEY))


def test_an_answer_is_kept_takes_the_signal_up_and_names_a_role_only() -> None:
    found = waiting()
    made = reply(observation=found, text="Het jongerenwerk gaat er elke week heen.", by=cast.staff())
    found.refresh_from_db()
    assert (made.at, found.taken_up_at) == (timezone.localdate(), timezone.localdate())
    row = AuditRecord.objects.get()
    assert (row.action, row.actor, row.actor_role, row.details) == ("observation.reply", None, "adviser", {})


def test_an_answer_with_a_person_is_refused() -> None:
    with pytest.raises(PersonDataRejected):
        reply(observation=waiting(), text="Bel 06-12345678.", by=cast.staff())
    assert not ObservationReply.objects.exists()


def test_nobody_answers_who_may_not_or_where_nobody_waits() -> None:
    with pytest.raises(PermissionRefused):
        reply(observation=waiting(), text="Gedaan.", by=cast.staff(Role.PROFESSIONAL))
    with pytest.raises(StateRefused):
        reply(observation=cast.observation(), text="Gedaan.", by=cast.staff())


def test_reading_is_marked_once_and_only_through_the_right_link() -> None:
    reply(observation=waiting(), text="Wij gaan er elke week heen.", by=cast.staff())
    assert mark_read("z" * 32) == 0
    assert ObservationReply.objects.get().read_at is None
    assert (mark_read(KEY), mark_read(KEY)) == (1, 0)
    assert ObservationReply.objects.get().read_at == timezone.localdate()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is there one row for a change, in the transaction of the change?"""

from __future__ import annotations

import cast
import pytest
from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record, record_in_week
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord

pytestmark = pytest.mark.django_db


def test_a_row_holds_who_in_which_role_did_what_to_what() -> None:
    before = timezone.now()
    subject = cast.conversation()
    record(by=cast.staff(Role.ADVISER), action="conversation.open", subject=subject, closes="1 mei", number=3)
    row = AuditRecord.objects.get()
    assert (row.actor, row.actor_role, row.action) == (cast.staff(Role.ADVISER), "adviser", "conversation.open")
    assert (row.subject_kind, row.subject_id) == ("conversation", str(subject.pk))
    assert row.details == {"closes": "1 mei", "number": 3}
    assert before <= row.at <= timezone.now()


def test_the_role_is_the_one_of_that_moment() -> None:
    member = cast.staff(Role.ADVISER)
    record(by=member, action="account.language", subject=member)
    member.role = Role.READER
    member.save()
    assert AuditRecord.objects.get().actor_role == "adviser"


def test_the_programme_itself_is_nobody() -> None:
    record(by=None, action="conversation.close", subject=cast.conversation())
    row = AuditRecord.objects.get()
    assert (row.actor, row.actor_role) == (None, "system")


def test_no_row_stays_of_a_change_that_did_not_happen() -> None:
    member = cast.staff()

    def change() -> None:
        with transaction.atomic():
            record(by=member, action="account.language", subject=member)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert not AuditRecord.objects.exists()


@pytest.mark.django_db
def test_a_row_about_a_signal_knows_a_role_and_a_week_only() -> None:
    record_in_week(role=Role.PROFESSIONAL, action="observation.note", subject=cast.observation())
    row = AuditRecord.objects.get()
    assert (row.actor, row.actor_role) == (None, "professional")
    assert (row.at.weekday(), row.at.hour, row.at.minute) == (0, 0, 0)

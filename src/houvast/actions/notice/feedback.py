# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a reporter hear back? An office answers; the reporter reads it through a link that nobody else has."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record_in_week
from houvast.actions.notice.observation_gate import NO_PERSONS
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import StateRefused
from houvast.domain.participant_key import hash_key
from houvast.domain.roles import Capability
from houvast.store.models import Observation, ObservationReply, StaffMember

MOST_OF_REPLY = 1000


@transaction.atomic
def reply(*, observation: Observation, text: str, by: StaffMember, not_a_person: bool = False) -> ObservationReply:
    """Say what was done with a signal. StateRefused where nobody asked to hear back; the gate may refuse the text."""
    require(by, Capability.ANSWER)
    now = Observation.objects.select_for_update().get(pk=observation.pk)
    if not now.wants_feedback:
        raise StateRefused("The reporter did not ask to hear back, so nobody would read this.")
    kept = pass_gate(
        field="text", text=text, language="nl", not_a_person=not_a_person, most=MOST_OF_REPLY, lines=True,
        certain_message=NO_PERSONS,
    )  # fmt: skip
    made = ObservationReply.objects.create(observation=now, text=kept, at=timezone.localdate())
    if now.taken_up_at is None:
        Observation.objects.filter(pk=now.pk).update(taken_up_at=made.at)
    record_in_week(role=by.role, action="observation.reply", subject=now)
    return made


def mark_read(key: str) -> int:
    """Note that the replies behind this private link were read; how many were new. Who read is not known."""
    unread = ObservationReply.objects.filter(observation__reply_hash=hash_key(key), read_at=None)
    return unread.update(read_at=timezone.localdate())

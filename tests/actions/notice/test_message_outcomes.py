# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a message become a signal or a statement, once, with its words through the gate and nobody behind it?"""

from __future__ import annotations

import cast
import pytest
from django.utils import timezone
from noticed_things import a_message

from houvast.actions.notice.message_outcomes import make_observation, make_statement
from houvast.actions.notice.reporter import UNKNOWN_REPORTER, reporter_key
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.inbox import SenderKind
from houvast.domain.observation import ObservationKind, Origin, SourceKind
from houvast.domain.roles import Role
from houvast.domain.week import monday_of
from houvast.store.models import AuditRecord, InboxMessage, Observation, Statement

pytestmark = pytest.mark.django_db
SEEN = "Het licht op het plein gaat vroeg uit, mensen voelen zich er onveilig."


def observation_of(message: InboxMessage, seen: str = SEEN, role: Role = Role.ADVISER) -> Observation:
    return make_observation(
        number=message.pk, kind=ObservationKind.TENSION, seen=seen, area=cast.area().code, by=cast.staff(role)
    )


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        (SenderKind.RESIDENT, SourceKind.RESIDENT),
        (SenderKind.ORGANISATION, SourceKind.COMMUNITY_ORGANISATION),
        (SenderKind.COLLEAGUE, SourceKind.MUNICIPALITY),
    ],
)
def test_a_signal_of_the_sender_not_of_who_typed_it(sender: SenderKind, source: SourceKind) -> None:
    message = a_message(sender=sender)
    made = observation_of(message)
    found = Observation.objects.get(pk=made.pk)
    assert (found.source_kind, found.origin, found.seen) == (source, Origin.INBOX, SEEN)
    assert found.week == monday_of(timezone.localdate())
    assert found.reporter_key != reporter_key(cast.staff())
    assert not found.wants_feedback
    message.refresh_from_db()
    assert message.observation == found


def test_nobody_can_tell_whether_two_messages_are_of_two_reporters() -> None:
    observation_of(a_message())
    observation_of(a_message())
    assert set(Observation.objects.values_list("reporter_key", flat=True)) == {UNKNOWN_REPORTER}


def test_once_and_only_with_words_that_may_be_kept() -> None:
    message = a_message()
    with pytest.raises(FieldRejected):
        observation_of(message, seen="Fatima El Amrani, 06-12345678, doet het licht uit.")
    assert (Observation.objects.count(), AuditRecord.objects.count()) == (0, 0)
    observation_of(message)
    with pytest.raises(StateRefused):
        observation_of(message)
    assert Observation.objects.count() == 1


def test_a_statement_in_a_conversation() -> None:
    message, room = a_message(), cast.conversation(state=ConversationState.OPEN, statements=2)
    made = make_statement(
        number=message.pk, conversation=room.code, text="Het licht op het plein moet later uit.", by=cast.staff()
    )
    message.refresh_from_db()
    assert message.statement == made == Statement.objects.get(conversation=room, number=2)
    with pytest.raises(StateRefused):
        make_statement(number=message.pk, conversation=room.code, text="Nog een keer.", by=cast.staff())


def test_a_refused_statement_leaves_the_message_as_it_was() -> None:
    message, closed = a_message(), cast.conversation(state=ConversationState.CLOSED)
    for code, kind in (("nergens", FieldRejected), (closed.code, StateRefused)):
        with pytest.raises(kind):
            make_statement(number=message.pk, conversation=code, text="Het licht moet aan.", by=cast.staff())
    message.refresh_from_db()
    assert message.statement is None


def test_nothing_comes_of_a_text_that_is_gone_or_by_who_may_not() -> None:
    gone = a_message(text="", text_removed_at=timezone.localdate())
    with pytest.raises(StateRefused):
        observation_of(gone)
    with pytest.raises(PermissionRefused):
        observation_of(a_message(), role=Role.PROFESSIONAL)
    assert not Observation.objects.exists()

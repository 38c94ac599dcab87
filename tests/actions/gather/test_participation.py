# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does somebody take part once a device, with nothing kept that names, and by invitation where that is asked?"""

from __future__ import annotations

import cast
import pytest
from residents import joined

from houvast.actions.gather.invitations import make_invitations
from houvast.actions.gather.participation import CONSENT_VERSION, join, keep_language
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.participant_key import hash_key
from houvast.domain.roles import Role
from houvast.queries.gather.invitations import list_batches
from houvast.store.models import AuditRecord, Invitation, Participant

pytestmark = pytest.mark.django_db
KEY = "a" * 32


def test_a_device_takes_part_once() -> None:
    conversation = cast.conversation()
    first = join(conversation=conversation, key=KEY, mode=Mode.ONLINE)
    assert join(conversation=conversation, key=KEY, mode=Mode.ONLINE) == first
    assert (first.key_hash, first.mode, first.consent_version) == (hash_key(KEY), Mode.ONLINE, CONSENT_VERSION)
    assert Participant.objects.count() == 1


def test_numbers_are_unique_and_in_order() -> None:
    conversation = cast.conversation()
    numbers = [join(conversation=conversation, key=None, mode=Mode.PAPER, by=cast.staff()).number for _ in range(4)]
    assert numbers == sorted(set(numbers))


def test_what_is_kept_of_a_participant() -> None:
    kept = {field.name for field in Participant._meta.concrete_fields}
    assert kept == {
        "id", "conversation", "number", "key_hash", "mode", "batch", "language", "consent_version", "joined_hour",
        "entered_by", "is_test",
    }  # fmt: skip


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.CLOSED, ConversationState.PUBLISHED])
def test_nobody_joins_unless_it_is_open(state: ConversationState) -> None:
    with pytest.raises(StateRefused):
        join(conversation=cast.conversation(state=state), key=KEY, mode=Mode.ONLINE)
    assert not Participant.objects.exists()


def test_only_simulated_people_join_a_rehearsal() -> None:
    conversation = cast.conversation(state=ConversationState.REHEARSAL)
    with pytest.raises(StateRefused):
        join(conversation=conversation, key=KEY, mode=Mode.ONLINE)
    assert join(conversation=conversation, key=None, mode=Mode.REHEARSAL, is_test=True).is_test


def test_by_invitation_a_code_opens_once_and_nobody_keeps_where_it_was_sent() -> None:
    conversation = cast.conversation(by_invitation=True)
    (code,) = make_invitations(conversation=conversation, batch="brief Zuid", number=1, by=cast.staff())
    for wrong in (None, "", "0000000000"):
        with pytest.raises(FieldRejected):
            join(conversation=conversation, key=KEY, mode=Mode.ONLINE, invitation_code=wrong)
    dirk = join(conversation=conversation, key=KEY, mode=Mode.ONLINE, invitation_code=code.lower())
    assert dirk.batch == ""
    assert list_batches(conversation)[0].made == 1
    assert Invitation.objects.get().is_used
    assert join(conversation=conversation, key=KEY, mode=Mode.ONLINE, invitation_code=code) == dirk
    with pytest.raises(FieldRejected):
        join(conversation=conversation, key="b" * 32, mode=Mode.ONLINE, invitation_code=code)


def test_an_open_conversation_takes_a_code_along_and_needs_none() -> None:
    conversation = cast.conversation()
    (code,) = make_invitations(conversation=conversation, batch="markt", number=1, by=cast.staff())
    invited = join(conversation=conversation, key=KEY, mode=Mode.ONLINE, invitation_code=code)
    another = join(conversation=conversation, key="b" * 32, mode=Mode.ONLINE, invitation_code=code)
    assert (invited.batch, another.batch) == ("", "")
    assert Invitation.objects.filter(batch="markt", is_used=True).count() == 1


def test_a_colleague_who_enters_answers_may_do_so_and_it_is_written_down() -> None:
    conversation = cast.conversation(by_invitation=True)
    bram = cast.staff(Role.PROFESSIONAL)
    entered = join(conversation=conversation, key=None, mode=Mode.STREET, batch="markt", by=bram)
    assert (entered.entered_by, entered.key_hash) == (bram, None)
    assert AuditRecord.objects.get(action="participant.enter").actor == bram
    with pytest.raises(PermissionRefused):
        join(conversation=conversation, key=None, mode=Mode.STREET, by=cast.staff(Role.READER))


def test_a_language_is_kept_when_the_conversation_has_it() -> None:
    conversation = cast.conversation(languages=["ar"])
    _, dirk = joined(conversation)
    for asked, kept in (("ar", "ar"), ("xx", "ar"), ("en", "en")):
        keep_language(participant=dirk, language=asked)
        dirk.refresh_from_db()
        assert dirk.language == kept

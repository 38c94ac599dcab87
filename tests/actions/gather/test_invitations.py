# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes that are shown once and work once."""

from __future__ import annotations

import cast
import pytest
from threads import at_once

from houvast.actions.gather.invitations import MOST, make_invitations, revoke_unused, use_invitation
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.invitation_code import read_invitation_code, show_invitation_code
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Invitation

pytestmark = pytest.mark.django_db


def test_codes_are_made_and_only_hashes_stay() -> None:
    conversation = cast.conversation()
    codes = make_invitations(conversation=conversation, batch="brief Zuid", number=30, by=cast.staff())
    assert len(set(codes)) == 30
    assert all(read_invitation_code(code) == code for code in codes)
    kept = list(Invitation.objects.values_list("code_hash", "batch", "is_used"))
    assert len(kept) == 30
    assert {(batch, used) for _, batch, used in kept} == {("brief Zuid", False)}
    everything = str(kept) + str(list(AuditRecord.objects.values_list("details", flat=True)))
    assert not any(code in everything or show_invitation_code(code) in everything for code in codes)


def test_a_code_works_once_however_it_is_typed() -> None:
    conversation = cast.conversation()
    (code,) = make_invitations(conversation=conversation, batch="markt", number=1, by=cast.staff())
    use_invitation(conversation=conversation, code=f" {show_invitation_code(code).lower()} ")
    assert Invitation.objects.get(batch="markt").is_used
    with pytest.raises(FieldRejected, match="used already"):
        use_invitation(conversation=conversation, code=code)


@pytest.mark.parametrize("typed", ["", "0000000001", "hallo", "0000000000"])
def test_another_code_is_refused(typed: str) -> None:
    with pytest.raises(FieldRejected) as refused:
        use_invitation(conversation=cast.conversation(), code=typed)
    assert refused.value.field == "invitation_code"


def test_a_code_is_of_one_conversation() -> None:
    (code,) = make_invitations(conversation=cast.conversation(), batch="markt", number=1, by=cast.staff())
    with pytest.raises(FieldRejected):
        use_invitation(conversation=cast.conversation(), code=code)


def test_revoked_codes_open_nothing_and_used_ones_stay_used() -> None:
    conversation = cast.conversation()
    codes = make_invitations(conversation=conversation, batch="markt", number=5, by=cast.staff())
    other = make_invitations(conversation=conversation, batch="school", number=1, by=cast.staff())
    use_invitation(conversation=conversation, code=codes[0])
    revoke_unused(conversation=conversation, batch="markt", by=cast.staff())
    revoke_unused(conversation=conversation, batch="markt", by=cast.staff())
    for code in codes:
        with pytest.raises(FieldRejected):
            use_invitation(conversation=conversation, code=code)
    use_invitation(conversation=conversation, code=other[0])
    assert Invitation.objects.filter(batch="markt").count() == 5
    details = AuditRecord.objects.filter(action="invitations.revoke").values_list("details", flat=True)
    assert list(details) == [{"batch": "markt"}] * 2  # no number: made less revoked would be used


def test_what_is_not_allowed() -> None:
    conversation = cast.conversation()
    make = {"conversation": conversation, "batch": "markt", "number": 3, "by": cast.staff()}
    with pytest.raises(PermissionRefused):
        make_invitations(**{**make, "by": cast.staff(Role.READER)})
    with pytest.raises(PermissionRefused):
        revoke_unused(conversation=conversation, batch="markt", by=cast.staff(Role.READER))
    for number in (0, MOST + 1):
        with pytest.raises(FieldRejected):
            make_invitations(**{**make, "number": number})
    with pytest.raises(FieldRejected):
        make_invitations(**{**make, "batch": "bel 06-12345678"})
    make_invitations(**make)
    with pytest.raises(FieldRejected, match="already"):
        make_invitations(**make)
    closed = cast.conversation(state=ConversationState.CLOSED)
    with pytest.raises(StateRefused):
        make_invitations(**{**make, "conversation": closed})


@pytest.mark.django_db(transaction=True)
def test_of_two_people_with_one_code_one_comes_in() -> None:
    conversation = cast.conversation()
    (code,) = make_invitations(conversation=conversation, batch="markt", number=1, by=cast.staff())
    outcomes = []

    def come_in() -> None:
        use_invitation(conversation=conversation, code=code)
        outcomes.append("came in")

    trouble = at_once([come_in, come_in])
    assert outcomes == ["came in"]
    assert [type(wrong) for wrong in trouble] == [FieldRejected]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many codes brought somebody, without telling of a few; and where a code leads."""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.invitations import make_invitations, revoke_unused, use_invitation
from houvast.domain.errors import NotFound
from houvast.domain.invitation_code import show_invitation_code
from houvast.queries.gather.invitations import find_invited, hash_invitation, list_batches
from houvast.store.models import Conversation

pytestmark = pytest.mark.django_db


def sent(conversation: Conversation, batch: str, *, number: int, used: int) -> tuple[str, ...]:
    codes = make_invitations(conversation=conversation, batch=batch, number=number, by=cast.staff())
    for code in codes[:used]:
        use_invitation(conversation=conversation, code=code)
    return codes


def test_few_used_codes_are_not_counted_out() -> None:
    conversation = cast.conversation(k=3)
    sent(conversation, "brief Zuid", number=8, used=5)
    sent(conversation, "school", number=6, used=2)
    sent(cast.conversation(), "elders", number=2, used=0)
    shown = {b.name: (b.made, b.used, b.unused, b.is_revoked) for b in list_batches(conversation)}
    assert shown == {"brief Zuid": (8, 5, 3, False), "school": (6, None, None, False)}


def test_revoking_tells_no_more() -> None:
    conversation = cast.conversation(k=3)
    sent(conversation, "school", number=6, used=2)
    revoke_unused(conversation=conversation, batch="school", by=cast.staff())
    (batch,) = list_batches(conversation)
    assert (batch.made, batch.used, batch.unused, batch.is_revoked) == (6, None, None, True)


def test_a_code_leads_to_its_conversation_also_when_it_was_used() -> None:
    conversation = cast.conversation()
    code, other = sent(conversation, "markt", number=2, used=1)
    assert find_invited(show_invitation_code(code).lower()) == (conversation.code, code)
    assert find_invited(other) == (conversation.code, other)


@pytest.mark.parametrize("typed", ["0000000000", "x", ""])
def test_an_unknown_code_leads_nowhere(typed: str) -> None:
    with pytest.raises(NotFound):
        find_invited(typed)


def test_a_hash_needs_the_key_of_the_installation(settings: pytest.FixtureRequest) -> None:
    before = hash_invitation("0000000000")
    assert len(before) == 64
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]
    assert hash_invitation("0000000000") != before

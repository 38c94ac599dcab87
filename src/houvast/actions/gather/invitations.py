# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do invitation codes come and go? Made in a named batch, shown once, used once, revoked where they were not.

What is kept of a code is a hash with the installation's secret key, so that a copy of the database alone gives no codes
back. Guessing is hopeless by size: 45 random bits, of which 5,000 codes are one in seven thousand million.
"""

from __future__ import annotations

import secrets

from django.db import transaction

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.invitation_code import new_invitation_code, read_invitation_code
from houvast.domain.roles import Capability
from houvast.queries.gather.invitations import REVOKED, hash_invitation
from houvast.store.models import Conversation, Invitation, StaffMember

MOST = 5000
LONGEST_NAME = 80


@transaction.atomic
def make_invitations(*, conversation: Conversation, batch: str, number: int, by: StaffMember) -> tuple[str, ...]:
    """Fresh codes under a new name. They are returned here and never again."""
    require(by, Capability.INVITE)
    if conversation.state in {ConversationState.CLOSED, ConversationState.PUBLISHED}:
        raise StateRefused("This conversation is closed: nobody can join with a new code.")
    if not 1 <= number <= MOST:
        raise FieldRejected("number", "Choose a number from 1 to {most}.", most=MOST)
    name = pass_gate(field="batch", text=batch, language=conversation.language, most=LONGEST_NAME)
    Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    if Invitation.objects.filter(conversation=conversation, batch=name).exists():
        raise FieldRejected("batch", "There is a batch with this name already. Choose another name.")
    codes = _fresh_codes(number)
    Invitation.objects.bulk_create(
        (Invitation(conversation=conversation, code_hash=hash_invitation(code), batch=name) for code in codes),
        batch_size=500,
    )
    record(by=by, action="invitations.make", subject=conversation, batch=name, number=number)
    return codes


@transaction.atomic
def revoke_unused(*, conversation: Conversation, batch: str, by: StaffMember) -> None:
    """Make the unused codes of a batch worthless. How many those were is not told: it tells how many were used."""
    require(by, Capability.INVITE)
    unused = Invitation.objects.select_for_update().filter(conversation=conversation, batch=batch, is_used=False)
    rows = list(unused.exclude(code_hash__startswith=REVOKED))
    for row in rows:
        row.code_hash = f"{REVOKED}{secrets.token_hex(24)}"
    Invitation.objects.bulk_update(rows, ["code_hash"], batch_size=200)
    record(by=by, action="invitations.revoke", subject=conversation, batch=batch)


@transaction.atomic
def use_invitation(*, conversation: Conversation, code: str) -> None:
    """Use a code up; FieldRejected where it is unknown, revoked or used already.

    The conditional update makes sure that of two people with one code only one comes in.
    """
    read = read_invitation_code(code)
    if read is not None:
        mine = Invitation.objects.filter(conversation=conversation, code_hash=hash_invitation(read))
        if mine.filter(is_used=False).update(is_used=True):
            return
    raise FieldRejected(
        "invitation_code", "This code is unknown or was used already. Check the letters and figures in your invitation."
    )


def _fresh_codes(number: int) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    while len(codes) < number:
        codes[new_invitation_code()] = None
    return tuple(codes)

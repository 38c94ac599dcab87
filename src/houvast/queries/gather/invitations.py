# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which invitations went out, and how many brought somebody? And which conversation does a code open?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q
from django.utils.crypto import salted_hmac

from houvast.domain.errors import NotFound
from houvast.domain.invitation_code import read_invitation_code
from houvast.store.models import Conversation, Invitation

REVOKED = "revoked-"  # instead of the hash of a code that opens nothing any more


@dataclass(frozen=True, slots=True)
class InvitationBatch:
    """A batch: how many codes were made, and used. used and unused are None where fewer than k were used."""

    name: str
    made_at: datetime
    made: int
    used: int | None
    unused: int | None
    is_revoked: bool


def hash_invitation(code: str) -> str:
    """What is kept of a code. With the secret key in it, a copy of the database alone opens nothing."""
    return salted_hmac("houvast.invitation", code, algorithm="sha256").hexdigest()


def list_batches(conversation: Conversation) -> tuple[InvitationBatch, ...]:
    """The batches, the newest first."""
    rows = (
        Invitation.objects.filter(conversation=conversation)
        .values("batch")
        .annotate(
            made_at=Min("created_at"),
            made=Count("id"),
            used=Count("id", filter=Q(is_used=True)),
            revoked=Count("id", filter=Q(code_hash__startswith=REVOKED)),
        )
        .order_by("-made_at", "batch")
    )
    return tuple(_batch(row, conversation.k) for row in rows)


def _batch(row: Mapping[str, object], k: int) -> InvitationBatch:
    made, used, revoked = (int(str(row[name])) for name in ("made", "used", "revoked"))
    tells = used >= k
    made_at = row["made_at"]
    assert isinstance(made_at, datetime)  # noqa: S101 -- Min of a column without nulls
    return InvitationBatch(
        name=str(row["batch"]),
        made_at=made_at,
        made=made,
        used=used if tells else None,
        unused=made - used if tells else None,
        is_revoked=revoked > 0,
    )


def find_invited(typed: str) -> tuple[str, str]:
    """The code of the conversation that an invitation opens, and the invitation as it is written; NotFound otherwise.

    A used one is found too: who scans it again on the same device goes on where they were.
    """
    read = read_invitation_code(typed)
    found = (
        Invitation.objects.filter(code_hash=hash_invitation(read)).values_list("conversation__code", flat=True).first()
        if read
        else None
    )
    if read is None or found is None:
        raise NotFound("This code is not known. Check the letters and figures in your invitation.")
    return found, read

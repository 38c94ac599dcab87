# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is this? Somebody in a conversation, known by the key in the personal link or made from the device's token."""

from __future__ import annotations

from houvast.domain.participant_key import hash_key, is_key, personal_key
from houvast.store.models import Conversation, Participant

__all__ = ["Participant", "conversations_of", "find_participant"]  # screens know the type by this name


def find_participant(code: str, key: str) -> Participant | None:
    """The participant with this key in the conversation with this code, its conversation at hand."""
    if not is_key(key):
        return None
    found = Participant.objects.select_related("conversation").filter(key_hash=hash_key(key), conversation__code=code)
    return found.first()


def conversations_of(token: str) -> tuple[str, ...]:
    """The codes of the conversations in which a device takes part."""
    codes = Conversation.objects.order_by("code").values_list("code", flat=True)
    by_hash = {hash_key(personal_key(token, code)): code for code in codes}
    found = Participant.objects.filter(key_hash__in=by_hash).values_list("key_hash", flat=True)
    return tuple(sorted(by_hash[key_hash] for key_hash in found if key_hash is not None))

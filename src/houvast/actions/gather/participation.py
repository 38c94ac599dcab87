# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part? Somebody who said yes to it, once a device; no name, no address, a number and a key's hash."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.gather.answering import require_answering
from houvast.actions.gather.invitations import use_invitation
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.actions.permission import require
from houvast.domain.conversation import Mode
from houvast.domain.errors import FieldRejected
from houvast.domain.hour import hour_of
from houvast.domain.participant_key import hash_key
from houvast.domain.roles import Capability
from houvast.queries.gather.words import SCREENS, languages_of
from houvast.store.models import Conversation, Participant, StaffMember

CONSENT_VERSION = 1  # of the text on the first page; raise it when what people agree to changes


@transaction.atomic
def join(
    *,
    conversation: Conversation,
    key: str | None,
    mode: Mode,
    language: str = "nl",
    batch: str = "",
    invitation_code: str | None = None,
    by: StaffMember | None = None,
    is_test: bool = False,
) -> Participant:
    """The participant with this key, made where there is none yet. Without a key (paper): a new one every time.

    invitation_code: needed from residents where the conversation is by invitation; used up here, and where it was sent
    is not kept with who came: the invitations themselves are counted. batch: the paper pile or the street round.
    by: the colleague who enters somebody's answers.
    """
    number = _take_number(conversation)
    conversation.refresh_from_db()
    require_answering(conversation, is_test=is_test)
    if by is not None:
        require(by, Capability.ENTER_ANSWERS)
    known = Participant.objects.filter(key_hash=hash_key(key)).first() if key else None
    if known is not None:
        return known
    if by is None and not is_test:
        _use_invitation(conversation, invitation_code)
    made = Participant.objects.create(
        conversation=conversation,
        number=number,
        key_hash=hash_key(key) if key else None,
        mode=mode,
        batch=batch,
        language=language,
        consent_version=CONSENT_VERSION,
        joined_hour=hour_of(timezone.now()),
        entered_by=by,
        is_test=is_test,
    )
    if not is_test:
        refresh_reach(conversation)
    if by is not None:
        record(by=by, action="participant.enter", subject=made, conversation=conversation.code, mode=mode, batch=batch)
    return made


def keep_language(*, participant: Participant, language: str) -> None:
    """Keep the language in which somebody wants to read; unknown ones are left aside."""
    if language in {*SCREENS, *languages_of(participant.conversation)}:
        Participant.objects.filter(pk=participant.pk).update(language=language)


def _take_number(conversation: Conversation) -> int:
    """The next number; the row stays ours until the end of the transaction. Numbers may be skipped."""
    found = Conversation.objects.filter(pk=conversation.pk)
    found.update(next_participant_number=F("next_participant_number") + 1)
    return found.values_list("next_participant_number", flat=True).get() - 1


def _use_invitation(conversation: Conversation, code: str | None) -> None:
    """Use the code up. FieldRejected where one is needed and this is none."""
    try:
        if code or conversation.by_invitation:
            use_invitation(conversation=conversation, code=code or "")
    except FieldRejected:
        if conversation.by_invitation:
            raise

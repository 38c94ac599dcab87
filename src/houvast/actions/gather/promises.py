# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What did the municipality promise, who does it, by when, and what came of it?"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from houvast.actions import audit
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState, PromiseState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.promise import promise_may_become
from houvast.domain.roles import Capability
from houvast.store.models import Conversation, Promise, StaffMember

TEXT_MOST, OWNER_MOST = 500, 120
# A name that begins so is an office's: "Afdeling Groen" is nobody. A holder of an office may be somebody: not here.
OFFICES = frozenset(
    {"afdeling", "team", "dienst", "college", "gemeenteraad", "raad", "directie", "programma", "gemeente", "bureau"}
)
BEFORE_RESIDENTS = frozenset({ConversationState.DRAFT, ConversationState.REHEARSAL})


@transaction.atomic
def promise(
    *, conversation: Conversation, text: str, owner: str, due: date, by: StaffMember, not_a_person: bool = False
) -> Promise:
    """Put a decision or promise on the public page: what, which office does it, by when."""
    require(by, Capability.REPORT_BACK)
    if ConversationState(conversation.state) in BEFORE_RESIDENTS:
        raise StateRefused("Residents cannot see this conversation yet. Open it first, then make a promise.")
    made = Promise.objects.create(
        conversation=conversation,
        text=_gate(conversation, "text", text, TEXT_MOST, not_a_person),
        owner=_gate(conversation, "owner", owner, OWNER_MOST, not_a_person),
        due=due,
    )
    audit.record(by=by, action="promise.make", subject=made, conversation=conversation.code, due=due.isoformat())
    return made


@transaction.atomic
def change_promise(
    *, promise: Promise, state: PromiseState, outcome: str, by: StaffMember, not_a_person: bool = False
) -> None:
    """Say how far a promise is, and what came of it. What was said before stays in the audit trail."""
    require(by, Capability.REPORT_BACK)
    now = Promise.objects.select_for_update().select_related("conversation").get(pk=promise.pk)
    before = PromiseState(now.state)
    if not promise_may_become(before, state):
        raise FieldRejected("state", "This promise cannot become that any more. Choose something else.")
    now.outcome = _gate(now.conversation, "outcome", outcome, TEXT_MOST, not_a_person)
    now.state = state
    now.save(update_fields=["state", "outcome", "changed_at"])
    audit.record(
        by=by, action="promise.change", subject=now, before=before.value, after=state.value, outcome=now.outcome
    )


def _gate(conversation: Conversation, field: str, text: str, most: int, not_a_person: bool) -> str:
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    is_office = field == "owner" and first in OFFICES
    return pass_gate(
        field=field,
        text=text,
        language=conversation.language,
        not_a_person=not_a_person,
        most=most,
        about=f"{conversation.title} {text if is_office else ''}",
    )

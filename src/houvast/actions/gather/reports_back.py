# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What were the people who took part told, and when? Told on the page of the conversation, for we hold no addresses."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.actions import audit
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import StateRefused
from houvast.domain.roles import Capability
from houvast.store.models import Conversation, ReportBack, StaffMember

TEXT_MOST = 5000
AFTER_TALKING = frozenset({ConversationState.CLOSED, ConversationState.PUBLISHED})


@transaction.atomic
def report_back(*, conversation: Conversation, text: str, by: StaffMember, not_a_person: bool = False) -> ReportBack:
    """Tell people what came of it. What is told stays as it was told; a correction is told too."""
    require(by, Capability.REPORT_BACK)
    if ConversationState(conversation.state) not in AFTER_TALKING:
        raise StateRefused("People can still take part. Close the conversation before you tell what came of it.")
    kept = pass_gate(
        field="text",
        text=text,
        language=conversation.language,
        not_a_person=not_a_person,
        most=TEXT_MOST,
        lines=True,
        about=conversation.title,
    )
    made = ReportBack.objects.create(conversation=conversation, text=kept, at=timezone.now(), by=by)
    audit.record(by=by, action="report back.tell", subject=made, conversation=conversation.code)
    return made

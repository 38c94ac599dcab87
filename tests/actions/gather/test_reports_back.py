# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what people are told kept as it was told, with its date?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.reports_back import report_back
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, ReportBack

pytestmark = pytest.mark.django_db
CLOSED = ConversationState.CLOSED


@pytest.mark.parametrize("state", [CLOSED, ConversationState.PUBLISHED])
def test_what_is_told_keeps_its_paragraphs_and_leaves_a_trail(state: ConversationState) -> None:
    told = report_back(
        conversation=cast.conversation(state=state), text="Er is besloten.\n\nEr komen bomen.", by=cast.staff()
    )
    assert (told.text, told.by) == ("Er is besloten.\n\nEr komen bomen.", cast.staff())
    assert AuditRecord.objects.get().action == "report back.tell"


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL, ConversationState.OPEN])
def test_nothing_is_told_while_people_can_still_take_part(state: ConversationState) -> None:
    with pytest.raises(StateRefused):
        report_back(conversation=cast.conversation(state=state), text="Klaar.", by=cast.staff())
    assert not ReportBack.objects.exists()


def test_only_by_who_may_and_without_personal_data() -> None:
    conversation = cast.conversation(state=CLOSED)
    with pytest.raises(PermissionRefused):
        report_back(conversation=conversation, text="Klaar.", by=cast.staff(Role.READER))
    with pytest.raises(PersonDataRejected):
        report_back(conversation=conversation, text="Mail naar piet@noorderhaaks.example.", by=cast.staff())

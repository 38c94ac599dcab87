# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.rehearsal import Shape, start_rehearsal
from houvast.domain.conversation import ConversationState
from houvast.queries.gather.rehearsals import read_rehearsal

pytestmark = pytest.mark.django_db


def test_before_and_during() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT)
    before = read_rehearsal(conversation.code)
    assert (before.is_on, before.can_start, before.people, before.votes) == (False, True, 0, 0)
    start_rehearsal(conversation=conversation, people=10, shape=Shape.NOISE, by=cast.staff(), seed=1)
    during = read_rehearsal(conversation.code)
    assert (during.is_on, during.can_start, during.people, during.votes, during.waiting) == (True, False, 10, 80, 4)

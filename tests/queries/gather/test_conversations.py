# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.queries.gather.conversations import get_conversation, list_conversations, read_heading

pytestmark = pytest.mark.django_db


def test_found_by_its_code_or_not_at_all() -> None:
    made = cast.conversation()
    assert get_conversation(made.code) == made
    with pytest.raises(NotFound):
        get_conversation("er-is-niets")


def test_what_runs_comes_first_and_counts_are_of_each_alone() -> None:
    closed = cast.conversation(state=ConversationState.CLOSED, statements=2)
    draft = cast.conversation(state=ConversationState.DRAFT, statements=0)
    older = cast.conversation(statements=3)
    newer = cast.conversation(statements=4)
    cast.statement(newer, number=8, text="Verzonnen.", is_rehearsal=True)
    cast.statement(newer, number=7, text="Nog te lezen.", moderation=Moderation.OPEN, is_shown=False)
    groups = list_conversations()
    assert [group.state for group in groups] == [
        ConversationState.OPEN, ConversationState.DRAFT, ConversationState.CLOSED,
    ]  # fmt: skip
    lines = {line.code: line for group in groups for line in group.lines}
    assert [line.code for line in groups[0].lines] == [newer.code, older.code]
    assert {code: (line.statements, line.waiting) for code, line in lines.items()} == {
        closed.code: (2, 0), draft.code: (0, 0), older.code: (3, 0), newer.code: (4, 1),
    }  # fmt: skip


def test_the_heading_says_when_all_is_invented() -> None:
    real, invented = cast.conversation(), cast.conversation(state=ConversationState.REHEARSAL)
    flags = [heading and heading.is_in_rehearsal for heading in map(read_heading, (real.code, invented.code, "niets"))]
    assert flags == [False, True, None]

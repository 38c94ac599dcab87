# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.errors import NotFound
from houvast.queries.gather.seed_list import get_seed, list_seeds, review_texts
from houvast.store.models import StatementTranslation

pytestmark = pytest.mark.django_db


def test_who_may_still_change_what() -> None:
    draft, running = cast.conversation(state=ConversationState.DRAFT), cast.conversation()
    closed = cast.conversation(state=ConversationState.CLOSED)
    cast.vote(cast.participant(running), running.statements.get(number=0), 1)
    cast.vote(cast.participant(running, is_test=True), running.statements.get(number=1), 1)
    flags = {
        c.code: [(line.can_edit, line.can_leave_out) for line in list_seeds(c.code).lines[:2]]
        for c in (draft, running, closed)
    }
    assert flags == {
        draft.code: [(True, True), (True, True)],
        running.code: [(False, False), (True, False)],
        closed.code: [(False, False), (False, False)],
    }


def test_residents_are_counted_apart_and_invented_ones_not_at_all() -> None:
    conversation = cast.conversation(statements=2, languages=["en"])
    cast.statement(conversation, number=5, text="Van een bewoner.", origin=Origin.RESIDENT)
    cast.statement(conversation, number=6, text="Verzonnen.", origin=Origin.RESIDENT, is_rehearsal=True)
    StatementTranslation.objects.create(statement=conversation.statements.get(number=0), language="en", text="Yes.")
    StatementTranslation.objects.create(statement=conversation.statements.get(number=1), language="tr", text="Evet.")
    seen = list_seeds(conversation.code)
    assert ([line.number for line in seen.lines], seen.others, seen.accepted) == ([0, 1], 1, 2)
    assert [line.translations for line in seen.lines] == [1, 0]


def test_the_check_list_speaks_of_new_texts_and_of_what_is_like_them() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT, statements=0)
    cast.statement(conversation, number=0, text="Er moeten meer bankjes in het park komen.")
    fine = "De bibliotheek is dichtbij genoeg."
    two = "Ik vind het niet goed dat er geen bus rijdt."
    same = "Er moeten meer bankjes komen in het park."
    reviews = review_texts(conversation.code, (fine, two, same), language="nl")
    assert [review.text for review in reviews] == [two, same]
    assert [near.number for near in reviews[1].near] == [0]
    assert review_texts(conversation.code, (same,), language="nl", but=0) == ()


def test_one_by_its_number() -> None:
    conversation = cast.conversation()
    assert get_seed(conversation.code, 3).number == 3
    with pytest.raises(NotFound):
        get_seed(conversation.code, 99)

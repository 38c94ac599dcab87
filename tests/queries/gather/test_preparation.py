# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.domain.conversation import TRANSITIONS, ConversationState, Origin
from houvast.domain.votes import Moderation
from houvast.queries.gather.preparation import (
    checks_before_opening,
    missing_before_opening,
    read_background,
    read_overview,
    read_texts,
)
from houvast.store.models import BackgroundOption, BackgroundQuestion, Conversation

pytestmark = pytest.mark.django_db


def test_an_empty_draft_lacks_everything_and_a_full_one_nothing() -> None:
    empty = Conversation.objects.create(code="leeg", title="Leeg")
    assert len(missing_before_opening(empty)) == len(checks_before_opening(empty)) == 8
    now = timezone.now()
    full = cast.conversation(
        state=ConversationState.DRAFT,
        closes_at=now + timedelta(days=1),
        hear_back_by=(now + timedelta(days=9)).date(),
        policy_read_at=now,
    )
    assert missing_before_opening(full) == ()


def test_statements_of_a_rehearsal_do_not_count() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT, statements=4)
    cast.statement(conversation, number=9, text="Verzonnen: iets.", is_rehearsal=True)
    assert "statements" in {item.code for item in missing_before_opening(conversation)}


@pytest.mark.parametrize("state", list(ConversationState))
def test_the_overview_in_every_state(state: ConversationState) -> None:
    conversation = cast.conversation(state=state)
    cast.participant(conversation)
    cast.participant(conversation, is_test=True)
    cast.statement(conversation, number=8, text="Wacht nog.", moderation=Moderation.OPEN, is_shown=False)
    seen = read_overview(conversation.code)
    assert (seen.state, seen.may_become) == (state, TRANSITIONS[state])
    assert (seen.takes_part, seen.seeds, seen.waiting) == (1, 5, 1)
    assert bool(seen.checks) == (state in {ConversationState.DRAFT, ConversationState.REHEARSAL})
    assert seen.can_reopen == (state is ConversationState.CLOSED)


def test_imported_statements_that_may_name_somebody_are_listed() -> None:
    conversation = cast.conversation(state=ConversationState.CLOSED, source="pol.is")
    values = {"origin": Origin.IMPORTED, "moderation": Moderation.OPEN, "is_shown": False}
    cast.statement(conversation, number=8, text="Bel 06-12345678 maar.", **values)
    cast.statement(conversation, number=9, text="Er is te weinig groen.", **values)
    assert [one.number for one in read_overview(conversation.code).held] == [8]


def test_the_form_begins_with_what_is_there() -> None:
    conversation = cast.conversation(k=7)
    seen = read_texts(conversation.code)
    assert (seen.values["title"], seen.values["k"], seen.values["policy_read"]) == (conversation.title, 7, False)
    assert (seen.was_opened, seen.is_over) == (True, False)


def test_background_questions_with_what_to_watch() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT)
    for at, shares in enumerate(((0.5, 0.46, 0.04), (0.5, 0.5))):
        question = BackgroundQuestion.objects.create(conversation=conversation, order=at, text=f"Vraag {at}?")
        for order, share in enumerate(shares):
            BackgroundOption.objects.create(question=question, order=order, text=f"{order}", known_share=share)
    seen = read_background(conversation.code)
    assert [question.has_small for question in seen.questions] == [True, False]
    assert [option.percent for option in seen.questions[0].options] == [50.0, 46.0, 4.0]
    assert (seen.combinations, seen.can_change, seen.k) == (6, True, 10)
    assert not read_background(cast.conversation().code).can_change

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a resident read what belongs to this moment, and after the end no votes any more?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.domain.conversation import ConversationState, ModerationReason, ModerationTiming, Origin
from houvast.domain.errors import NotFound
from houvast.domain.hour import hour_of
from houvast.domain.moderation_policy import POLICY
from houvast.domain.votes import Moderation
from houvast.queries.gather.resident_pages import (
    Fate,
    MyPage,
    Stage,
    background_page,
    erase_page,
    intro_page,
    my_page,
    own_statement_page,
    stage_of,
)
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    ModerationDecision,
    Participant,
    PerceivedView,
    Statement,
)

pytestmark = pytest.mark.django_db


def estimated(somebody: Participant, statement: Statement, *, of_ten: int) -> None:
    PerceivedView.objects.create(participant=somebody, statement=statement, of_ten=of_ten, hour=hour_of(timezone.now()))


def mine(somebody: Participant) -> MyPage:
    somebody.conversation.refresh_from_db()
    return my_page(somebody, key="k" * 32, by_link=True, language="nl")


@pytest.mark.parametrize(
    ("fields", "stage"),
    [
        ({"state": ConversationState.DRAFT, "opens_at": timezone.now() + timedelta(days=1)}, Stage.NOT_YET),
        ({"state": ConversationState.OPEN}, Stage.OPEN),
        ({"state": ConversationState.OPEN, "closes_at": timezone.now() - timedelta(minutes=1)}, Stage.CLOSED),
        ({"state": ConversationState.CLOSED}, Stage.CLOSED),
        ({"state": ConversationState.PUBLISHED}, Stage.PUBLISHED),
    ],
)
def test_what_residents_can_do_now(fields: dict[str, object], stage: Stage) -> None:
    assert stage_of(cast.conversation(**fields)) is stage  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": ConversationState.DRAFT},
        {"state": ConversationState.DRAFT, "opens_at": timezone.now() - timedelta(days=1)},
        {"state": ConversationState.REHEARSAL, "opens_at": timezone.now() + timedelta(days=1)},
    ],
)
def test_what_is_being_prepared_is_not_there_for_residents(fields: dict[str, object]) -> None:
    with pytest.raises(NotFound):
        intro_page(cast.conversation(**fields).code, participant=None, language="nl", screen="nl")  # type: ignore[arg-type]


def test_the_first_page() -> None:
    conversation = cast.conversation(by_invitation=True)
    page = intro_page(conversation.code, participant=None, language="nl", screen="nl")
    assert (page.words.title, page.statements, page.by_invitation, page.takes_part) == (
        conversation.title, 5, True, False,
    )  # fmt: skip
    somebody = cast.participant(conversation)
    assert intro_page(conversation.code, participant=somebody, language="nl", screen="nl").takes_part


def test_my_page_holds_everything_while_open() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    shown, hidden = conversation.statements.get(number=3), conversation.statements.get(number=1)
    cast.vote(dirk, shown, 1)
    cast.vote(dirk, hidden, -1)
    estimated(dirk, shown, of_ten=4)
    conversation.statements.filter(pk=hidden.pk).update(is_shown=False)
    page = mine(dirk)
    assert [(v.number, v.value, v.words is None) for v in page.votes] == [(1, "disagree", True), (3, "agree", False)]
    assert [(e.words.text, e.of_ten) for e in page.estimates] == [(shown.text, 4)]


@pytest.mark.parametrize("state", [ConversationState.CLOSED, ConversationState.PUBLISHED])
def test_after_the_end_the_link_shows_no_votes(state: ConversationState) -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    cast.vote(dirk, conversation.statements.get(number=3), 1)
    estimated(dirk, conversation.statements.get(number=3), of_ten=4)
    cast.statement(conversation, number=9, text="Er moet een fontein komen.", author=dirk)
    Conversation.objects.update(state=state)
    page = mine(dirk)
    assert (page.votes, page.estimates) == ((), ())
    assert [statement.fate for statement in page.statements] == [Fate.SHOWN]


def test_the_writer_learns_what_became_of_a_statement_and_why() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    fields = {"author": dirk, "origin": Origin.RESIDENT}
    cast.statement(conversation, number=7, text="Wacht.", moderation=Moderation.OPEN, is_shown=False, **fields)
    out = cast.statement(conversation, number=8, text="Weg.", moderation=Moderation.OUT, is_shown=False, **fields)
    cast.statement(conversation, number=9, text="Van een ander.", author=cast.participant(conversation))
    for decision, reason, note in (
        (Moderation.IN, "", ""),
        (Moderation.OUT, ModerationReason.DUPLICATE, "Zie stelling 3."),
    ):
        ModerationDecision.objects.create(
            statement=out, decision=decision, reason=reason, note_to_author=note, by=cast.staff(), at=timezone.now()
        )
    waiting, left_out = mine(dirk).statements
    assert (waiting.fate, waiting.reason) == (Fate.WAITING, "")
    rule = POLICY[ModerationReason.DUPLICATE]
    assert (left_out.fate, left_out.reason, left_out.explanation, left_out.note) == (
        Fate.LEFT_OUT, rule.label, rule.explanation, "Zie stelling 3.",
    )  # fmt: skip


def test_the_voluntary_questions_with_ones_answers() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    question = BackgroundQuestion.objects.create(conversation=conversation, text="Hoe oud bent u?")
    young, old = (BackgroundOption.objects.create(question=question, order=n, text=t) for n, t in enumerate("ab"))
    assert (background_page(dirk).has_answers, background_page(dirk).questions[0].chosen) == (False, None)
    BackgroundAnswer.objects.create(participant=dirk, option=old)
    page = background_page(dirk)
    assert page.has_answers
    assert [option.id for option in page.questions[0].options] == [young.pk, old.pk]
    assert page.questions[0].chosen == old.pk


def test_before_and_after_erasing() -> None:
    conversation = cast.conversation()
    dirk = cast.participant(conversation)
    cast.statement(conversation, number=9, text="Er moet een fontein komen.", author=dirk)
    before, after = (erase_page(conversation.code, somebody, language="nl") for somebody in (dirk, None))
    assert (before.is_known, before.statements) == (True, 1)
    assert (after.is_known, after.statements, after.is_published) == (False, 0, False)


def test_writing_a_statement() -> None:
    conversation = cast.conversation(languages=["ar"], moderation_timing=ModerationTiming.AFTER)
    dirk = cast.participant(conversation)
    cast.statement(conversation, number=9, text="Er moet een fontein komen.", author=dirk)
    page = own_statement_page(dirk)
    assert (page.waits, page.may_add, page.written) == (False, True, 1)
    assert [code for code, _ in page.languages] == ["nl", "en", "ar"]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can somebody write, tell about themselves, see what is kept and erase it, from their device or by their link?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from residents import ballot, joined, key_of, somebody

from houvast.actions.gather.statements import MOST_OF_ONE
from houvast.domain.conversation import ConversationState, ModerationReason, ModerationTiming, Origin
from houvast.domain.votes import Moderation
from houvast.queries.gather.cards import forget_decks
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    Erasure,
    ModerationDecision,
    Participant,
    Statement,
    Vote,
)

pytestmark = pytest.mark.django_db
OWN = {"text": "Er moet een fontein op het plein komen.", "language": "nl"}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_decks()
    forget_offers()


def address(name: str, conversation: Conversation, *more: str) -> str:
    return reverse(f"resident:{name}", args=[conversation.code, *more])


def residents_statements() -> list[str]:
    return list(Statement.objects.filter(origin=Origin.RESIDENT).values_list("text", flat=True))


def test_a_statement_is_sent_and_waits() -> None:
    conversation = cast.conversation()
    visitor, _ = joined(conversation)
    answer = visitor.post(address("statement-new", conversation), OWN, follow=True)
    assert residents_statements() == [OWN["text"]]
    assert "Een moderator van de gemeente leest haar eerst" in answer.content.decode()
    assert "Wacht op een moderator" in visitor.get(address("my-page", conversation)).content.decode()


def test_where_moderation_comes_after_the_writer_votes_first() -> None:
    conversation = cast.conversation(moderation_timing=ModerationTiming.AFTER)
    visitor, _ = joined(conversation)
    answer = visitor.post(address("statement-new", conversation), OWN, follow=True)
    assert answer.redirect_chain[-1][0] == address("vote", conversation) + "?stelling=5"
    assert OWN["text"] in answer.content.decode()


def test_what_leads_to_a_person_is_marked_and_not_kept() -> None:
    conversation = cast.conversation()
    visitor, _ = joined(conversation)
    answer = visitor.post(address("statement-new", conversation), {**OWN, "text": "Bel 06-12345678 over het plein."})
    assert answer.status_code == 400
    assert "<mark>06-12345678</mark>" in answer.content.decode()
    assert residents_statements() == []


def test_a_name_that_is_nobodys_passes_when_the_writer_says_so() -> None:
    conversation = cast.conversation()
    visitor, _ = joined(conversation)
    form = {**OWN, "text": "Meneer Jansen moet meer bankjes plaatsen."}
    refused = visitor.post(address("statement-new", conversation), form)
    assert "Dit is geen naam van een persoon" in refused.content.decode()
    visitor.post(address("statement-new", conversation), {**form, "not_a_person": "on"})
    assert residents_statements() == [form["text"]]


def test_what_is_alike_is_shown_first_and_sent_when_the_writer_wants_that() -> None:
    conversation = cast.conversation(statements=0, next_statement_number=1)
    cast.statement(conversation, number=0, text="Er moeten meer bankjes op het plein komen.")
    visitor, _ = joined(conversation)
    form = {**OWN, "text": "Er moeten meer bankjes komen op het plein."}
    page = visitor.post(address("statement-new", conversation), form).content.decode()
    assert address("vote", conversation) + "?stelling=0" in page
    assert "Verstuur de mijne toch" in page
    assert residents_statements() == []
    visitor.post(address("statement-new", conversation), {**form, "confirmed": form["text"]})
    assert residents_statements() == [form["text"]]


def test_advice_does_not_stop_anybody() -> None:
    conversation = cast.conversation()
    visitor, _ = joined(conversation)
    form = {**OWN, "text": "Waarom staan er geen bankjes op het plein?"}
    page = visitor.post(address("statement-new", conversation), form).content.decode()
    assert "Kijk nog even" in page
    visitor.post(address("statement-new", conversation), {**form, "confirmed": form["text"]})
    assert residents_statements() == [form["text"]]


def test_five_is_enough_and_some_conversations_take_none() -> None:
    conversation = cast.conversation()
    visitor, dirk = joined(conversation)
    for number in range(MOST_OF_ONE):
        cast.statement(conversation, number=10 + number, text=f"Tekst {number}.", author=dirk)
    full = visitor.get(address("statement-new", conversation)).content.decode()
    assert "Meer kan niet" in full
    assert "<textarea" not in full
    assert visitor.post(address("statement-new", conversation), OWN).status_code == 409
    none = cast.conversation(residents_add_statements=False)
    assert "voegen inwoners geen stellingen toe" in joined(none)[0].get(address("statement-new", none)).content.decode()


def test_telling_about_oneself() -> None:
    conversation = cast.conversation()
    question = BackgroundQuestion.objects.create(conversation=conversation, text="Hoe oud bent u?")
    option = BackgroundOption.objects.create(question=question, text="16 tot 35")
    visitor, dirk = joined(conversation)
    page = visitor.get(address("background", conversation)).content.decode()
    assert "U hoeft hier niets te beantwoorden" in page
    visitor.post(address("background", conversation), {f"question-{question.pk}": option.pk})
    assert BackgroundAnswer.objects.get().participant == dirk
    assert f'value="{option.pk}" checked' in visitor.get(address("background", conversation)).content.decode()
    visitor.post(address("background", conversation), {"remove": "1"})
    assert not BackgroundAnswer.objects.exists()


def test_my_page_by_cookie_and_by_link() -> None:
    conversation = cast.conversation()
    visitor, _ = joined(conversation)
    visitor.post(address("vote", conversation), ballot(conversation.statements.get(number=2), "disagree"))
    link = address("personal", conversation, key_of(visitor, conversation))
    own, by_link = visitor.get(address("my-page", conversation)), Client().get(link)
    assert f"http://testserver{link}" in own.content.decode()
    for page in (own, by_link):
        assert "Oneens" in page.content.decode()
        assert (page["Referrer-Policy"], page["Cache-Control"]) == ("strict-origin", "private, no-store")
    assert "?stelling=2" in own.content.decode()
    assert "?stelling=2" not in by_link.content.decode()
    assert "op het apparaat waarop u begon" in by_link.content.decode()


def test_after_the_end_the_link_tells_what_became_of_a_statement_and_no_vote() -> None:
    conversation = cast.conversation(next_statement_number=6)
    visitor, dirk = joined(conversation)
    visitor.post(address("vote", conversation), ballot(conversation.statements.get(number=2)))
    out = cast.statement(
        conversation, number=5, text="Dit is al gezegd.", author=dirk, moderation=Moderation.OUT, is_shown=False
    )
    ModerationDecision.objects.create(
        statement=out, decision=Moderation.OUT, reason=ModerationReason.DUPLICATE, note_to_author="Zie stelling 2.",
        by=cast.staff(), at=timezone.now(),
    )  # fmt: skip
    Conversation.objects.update(state=ConversationState.CLOSED)
    page = Client().get(address("personal", conversation, key_of(visitor, conversation))).content.decode()
    assert "Dit is al gezegd." in page
    assert "Zie stelling 2." in page
    assert "Mijn stemmen" not in page
    assert conversation.statements.get(number=2).text not in page
    assert "Wis alles over mij" in page


def test_erasing_from_the_device() -> None:
    conversation = cast.conversation()
    visitor, dirk = joined(conversation)
    visitor.post(address("vote", conversation), ballot(conversation.statements.get(number=2)))
    cast.statement(conversation, number=9, text="Er moet een fontein komen.", author=dirk)
    assert "U schreef 1 stelling." in visitor.get(address("erase", conversation)).content.decode()
    assert Participant.objects.count() == 1  # asking does nothing yet
    for _ in range(2):
        answer = visitor.post(address("erase", conversation), follow=True)
        assert "Er is niets van u bewaard" in answer.content.decode()
    assert (Participant.objects.count(), Vote.objects.count(), Erasure.objects.count()) == (0, 0, 1)
    assert Statement.objects.get(number=9).text == ""
    assert visitor.get(address("my-page", conversation))["Location"] == address("intro", conversation)


def test_erasing_by_link_with_statements_that_stay() -> None:
    conversation = cast.conversation()
    visitor, dirk = joined(conversation)
    cast.statement(conversation, number=9, text="Er moet een fontein komen.", author=dirk)
    key = key_of(visitor, conversation)
    Conversation.objects.update(state=ConversationState.PUBLISHED, published_at=timezone.now())
    elsewhere = Client()
    page = elsewhere.get(address("personal-erase", conversation, key)).content.decode()
    assert "al gepubliceerd is, blijven" in page
    elsewhere.post(address("personal-erase", conversation, key), {"keep_statements": "on"})
    assert somebody(visitor, conversation) is None
    assert Statement.objects.get(number=9).text == "Er moet een fontein komen."
    assert elsewhere.get(address("personal", conversation, key)).status_code == 404


@pytest.mark.parametrize("key", ["x", "a" * 32])
def test_a_link_that_is_nobodys(key: str) -> None:
    assert Client().get(address("personal", cast.conversation(), key)).status_code == 404


@pytest.mark.parametrize("name", ["statement-new", "background", "my-page"])
def test_who_does_not_take_part_is_led_to_the_first_page(name: str) -> None:
    conversation = cast.conversation()
    assert Client().get(address(name, conversation))["Location"] == address("intro", conversation)

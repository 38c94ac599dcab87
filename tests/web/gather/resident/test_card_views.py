# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a card voted on with and without JavaScript, can somebody go back, and what of a click that is too late?"""

from __future__ import annotations

import re
import uuid

import cast
import pytest
from django.test import Client
from django.urls import reverse
from residents import ballot, joined, somebody, statement_on

from houvast.actions.gather.erasure import erase
from houvast.domain.conversation import ConversationState
from houvast.queries.gather.cards import forget_decks
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import Conversation, Exposure, PerceivedView, StatementTranslation, Tally, Vote

pytestmark = pytest.mark.django_db
PART = {"HTTP_X_REQUESTED_WITH": "fetch"}


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_decks()
    forget_offers()


@pytest.fixture
def plaza() -> Conversation:
    return cast.conversation()


def vote_address(conversation: Conversation) -> str:
    return reverse("resident:vote", args=[conversation.code])


def show(visitor: Client, conversation: Conversation, query: str = "") -> str:
    answer = visitor.get(vote_address(conversation) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_the_first_card_to_the_last_without_javascript(plaza: Conversation) -> None:
    visitor, _ = joined(plaza)
    for number in range(5):
        page = show(visitor, plaza)
        assert f"U heeft {number} van de 5 stellingen gehad" in page
        assert "aria-pressed" not in page  # nothing is chosen beforehand
        answer = visitor.post(vote_address(plaza), ballot(statement_on(page.encode())))
        assert (answer.status_code, answer["Location"]) == (302, vote_address(plaza))
    assert "U heeft alle stellingen gehad" in show(visitor, plaza)
    assert Vote.objects.count() == 5


def test_with_javascript_the_next_card_comes_as_a_part(plaza: Conversation) -> None:
    visitor, _ = joined(plaza)
    first = statement_on(show(visitor, plaza).encode())
    answer = visitor.post(vote_address(plaza), ballot(first), **PART)
    assert answer.status_code == 200
    part = answer.content.decode()
    assert part.startswith('<section id="card"')
    assert "<html" not in part
    assert statement_on(answer.content) != first
    assert "no-store" in answer["Cache-Control"]


def test_two_cards_never_share_a_click(plaza: Conversation) -> None:
    visitor, _ = joined(plaza)
    clicks = {re.search(r'name="request" value="([^"]+)"', show(visitor, plaza))[1] for _ in range(3)}  # type: ignore[index]
    assert len(clicks) == 3
    assert all(uuid.UUID(click) for click in clicks)


def test_the_same_form_twice_is_one_vote(plaza: Conversation) -> None:
    visitor, _ = joined(plaza)
    form = ballot(plaza.statements.get(number=2), "disagree")
    answers = [visitor.post(vote_address(plaza), form, **PART) for _ in range(3)]
    assert {statement_on(answer.content) for answer in answers} == {statement_on(answers[0].content)}
    assert (Vote.objects.count(), Tally.objects.get(statement__number=2).disagree) == (1, 1)


def test_going_back_and_changing(plaza: Conversation) -> None:
    visitor, _ = joined(plaza)
    third = plaza.statements.get(number=3)
    visitor.post(vote_address(plaza), ballot(third, "agree"))
    page = show(visitor, plaza)
    waiting = statement_on(page.encode())
    assert "?stelling=3" in page
    back = show(visitor, plaza, "?stelling=3")
    assert "U zei eerder: eens" in back
    assert re.search(r'value="agree"[^>]*aria-pressed="true"', back)
    answer = visitor.post(vote_address(plaza), ballot(third, "disagree"), **PART)
    assert statement_on(answer.content) == waiting
    assert Tally.objects.filter(statement=third).values_list("agree", "disagree").get() == (0, 1)


def test_a_statement_that_somebody_asks_for_is_shown_and_logged(plaza: Conversation) -> None:
    visitor, dirk = joined(plaza)
    assert statement_on(show(visitor, plaza, "?stelling=4").encode()) == plaza.statements.get(number=4).pk
    assert Exposure.objects.get(participant=dirk).probability == 1
    assert visitor.get(vote_address(plaza) + "?stelling=99").status_code == 404


def test_origin_and_translation(plaza: Conversation) -> None:
    conversation = cast.conversation(statements=0, languages=["ar"])
    made = cast.statement(conversation, number=0, text="Er moet een fontein komen.", origin="resident")
    StatementTranslation.objects.create(statement=made, language="ar", text="نافورة")
    visitor, dirk = joined(conversation)
    page = show(visitor, conversation, "?taal=ar")
    assert "Van een inwoner" in page
    assert 'lang="ar" dir="rtl" tabindex="-1" data-focus>نافورة</h2>' in page
    assert made.text in page
    assert '<html lang="nl"' in page
    visitor.post(vote_address(conversation), ballot(made, taal="ar"))
    dirk.refresh_from_db()
    assert dirk.language == "ar"
    assert "Van de gemeente" in show(joined(plaza)[0], plaza)


def test_who_does_not_take_part_is_led_to_the_first_page(plaza: Conversation) -> None:
    intro = reverse("resident:intro", args=[plaza.code])
    for name in ("vote", "estimate"):
        assert Client().get(reverse(f"resident:{name}", args=[plaza.code]))["Location"] == intro
    visitor, dirk = joined(plaza)
    erase(participant=dirk)
    for late in (visitor, Client()):
        answer = late.post(vote_address(plaza), ballot(plaza.statements.get(number=0)))
        assert answer.status_code == 404
    assert not Vote.objects.exists()


def test_a_click_after_the_end(plaza: Conversation) -> None:
    visitor, _ = joined(plaza)
    Conversation.objects.update(state=ConversationState.CLOSED)
    answer = visitor.post(vote_address(plaza), ballot(plaza.statements.get(number=0)))
    assert answer.status_code == 409
    assert "gesloten" in answer.content.decode()
    assert visitor.get(vote_address(plaza))["Location"] == reverse("resident:intro", args=[plaza.code])
    assert not Vote.objects.exists()


@pytest.mark.parametrize("change", [{"vote": "x"}, {"statement": "x"}, {"request": "x"}])
def test_a_form_that_somebody_made_up(plaza: Conversation, change: dict[str, str]) -> None:
    visitor, _ = joined(plaza)
    assert visitor.post(vote_address(plaza), {**ballot(plaza.statements.get(number=0)), **change}).status_code == 400


def test_a_vote_needs_the_token_of_the_form(plaza: Conversation) -> None:
    known, dirk = joined(plaza)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = known.cookies
    assert strict.post(vote_address(plaza), ballot(plaza.statements.get(number=0))).status_code == 403
    assert somebody(strict, plaza) == dirk


def asked_conversation() -> tuple[Conversation, Client]:
    """A conversation in which others voted, and somebody who voted on all but one of five."""
    conversation = cast.conversation(statements=6, k=3, next_participant_number=3)
    for _ in range(3):
        other = cast.participant(conversation)
        for statement in conversation.statements.all():
            cast.vote(other, statement, 1)
    visitor, dirk = joined(conversation)
    for statement in conversation.statements.filter(number__lt=4):
        cast.vote(dirk, statement, -1)
    return conversation, visitor


def test_after_the_fifth_vote_the_estimate_comes_first(plaza: Conversation) -> None:
    conversation, visitor = asked_conversation()
    address = reverse("resident:estimate", args=[conversation.code])
    answer = visitor.post(vote_address(conversation), ballot(conversation.statements.get(number=4)))
    assert answer["Location"] == address
    page = visitor.get(address)
    assert "Denk aan tien mensen" in page.content.decode()
    assert page.content.decode().count('type="radio"') == 11
    missing = visitor.post(address, {"statement": statement_on(page.content)})
    assert missing.status_code == 400
    assert "Kies een getal" in missing.content.decode()
    answer = visitor.post(address, {"statement": statement_on(page.content), "of_ten": "7"})
    assert answer["Location"] == vote_address(conversation)
    assert PerceivedView.objects.get().of_ten == 7
    assert visitor.get(address)["Location"] == vote_address(conversation)


def test_who_is_not_asked_any_more_goes_on_and_who_changes_their_mind_is_told() -> None:
    conversation, visitor = asked_conversation()
    visitor.post(vote_address(conversation), ballot(conversation.statements.get(number=4)))
    address = reverse("resident:estimate", args=[conversation.code])
    due = statement_on(visitor.get(address).content)
    other = conversation.statements.exclude(pk=due).order_by("number")[0]
    answer = visitor.post(address, {"statement": other.pk, "of_ten": "7"})
    assert answer["Location"] == vote_address(conversation)
    assert not PerceivedView.objects.exists()
    for of_ten, status in (("7", 302), ("7", 302), ("8", 409)):
        assert visitor.post(address, {"statement": due, "of_ten": of_ten}).status_code == status
    assert PerceivedView.objects.get().of_ten == 7


def test_the_estimate_as_a_part_and_somebody_who_does_not_know() -> None:
    conversation, visitor = asked_conversation()
    part = visitor.post(vote_address(conversation), ballot(conversation.statements.get(number=4)), **PART)
    assert "Denk aan tien mensen" in part.content.decode()
    assert part.content.decode().startswith('<section id="card"')
    form = {"statement": statement_on(part.content), "of_ten": ["3", "unknown"]}
    following = visitor.post(reverse("resident:estimate", args=[conversation.code]), form, **PART)
    assert statement_on(following.content) == conversation.statements.get(number=5).pk
    assert PerceivedView.objects.get().of_ten is None

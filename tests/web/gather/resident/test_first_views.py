# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the first page say what somebody must know before saying yes, and does yes need one click and no ticked box?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from residents import joined

from houvast.actions.gather.invitations import make_invitations
from houvast.domain.conversation import ConversationState, Mode
from houvast.store.models import Conversation, ConversationText, Participant

pytestmark = pytest.mark.django_db


def get(name: str, conversation: Conversation, visitor: Client | None = None, query: str = "") -> str:
    answer = (visitor or Client()).get(reverse(f"resident:{name}", args=[conversation.code]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_asks_why_what_happens_and_what_consent_means() -> None:
    conversation = cast.conversation(retention_until=date(2031, 5, 1))
    page = get("intro", conversation)
    for text in (
        conversation.title, conversation.purpose, conversation.question, conversation.asked_by,
        conversation.use_of_answers, conversation.hear_back, "politieke meningen", "geen account en geen naam",
        "geen IP-adres", "laten wissen", "jonger dan 16", "1 mei 2031", "minder dan 10 mensen",
    ):  # fmt: skip
        assert text in page
    assert "checkbox" not in page
    assert page.count("Ik doe mee") == 1


def test_yes_is_kept_and_leads_to_the_first_card() -> None:
    conversation, visitor = cast.conversation(), Client()
    answer = visitor.post(reverse("resident:join", args=[conversation.code]), follow=True)
    assert answer.redirect_chain == [(reverse("resident:vote", args=[conversation.code]) + "?begin=1", 302)]
    assert Participant.objects.get().mode == Mode.ONLINE
    assert "U doet al mee" in get("intro", conversation, visitor)


def test_a_browser_without_cookies_is_told() -> None:
    conversation = cast.conversation()
    answer = Client().get(reverse("resident:vote", args=[conversation.code]) + "?begin=1", follow=True)
    assert "bewaarde de cookie niet" in answer.content.decode()


def test_a_conversation_is_joined_by_a_form_alone() -> None:
    conversation = cast.conversation()
    address = reverse("resident:join", args=[conversation.code])
    assert Client().get(address).status_code == 405
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403
    assert not Participant.objects.exists()


def test_before_the_opening_only_the_moment_is_told() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT, opens_at=timezone.now() + timedelta(days=3))
    page = get("intro", conversation)
    assert "nog niet open" in page
    assert conversation.title not in page
    assert conversation.purpose not in page


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL])
def test_what_is_prepared_or_rehearsed_is_not_there(state: ConversationState) -> None:
    conversation = cast.conversation(state=state)
    for name in ("intro", "about"):
        assert Client().get(reverse(f"resident:{name}", args=[conversation.code])).status_code == 404
    assert Client().post(reverse("resident:join", args=[conversation.code])).status_code == 409


@pytest.mark.parametrize("state", [ConversationState.CLOSED, ConversationState.PUBLISHED])
def test_after_the_end_the_way_to_the_result(state: ConversationState) -> None:
    conversation = cast.conversation(state=state)
    page = get("intro", conversation)
    assert reverse("results:result", args=[conversation.code]) in page
    assert reverse("results:what-was-done", args=[conversation.code]) in page
    assert "Ik doe mee" not in page
    assert Client().post(reverse("resident:join", args=[conversation.code])).status_code == 409


def test_by_invitation_the_code_comes_with_the_link_or_is_typed() -> None:
    conversation = cast.conversation(by_invitation=True)
    (code,) = make_invitations(conversation=conversation, batch="brief", number=1, by=cast.staff())
    assert f'value="{code}"' in get("intro", conversation, query=f"?uitnodiging={code}")
    address = reverse("resident:join", args=[conversation.code])
    wrong = Client().post(address, {"uitnodiging": "abc"})
    assert wrong.status_code == 400
    assert 'value="abc"' in wrong.content.decode()
    assert 'role="alert"' in wrong.content.decode()
    assert not wrong.cookies.get("houvast")
    assert Client().post(address, {"uitnodiging": f" {code.lower()}"}).status_code == 302
    assert Participant.objects.get().batch == ""  # with which letter somebody came is not kept


def test_texts_in_a_language_that_runs_the_other_way() -> None:
    conversation = cast.conversation(languages=["ar"])
    ConversationText.objects.create(conversation=conversation, language="ar", title="الساحة", purpose="لماذا")
    page = get("intro", conversation, query="?taal=ar")
    assert '<div lang="ar" dir="rtl">' in page
    assert "الساحة" in page
    assert 'name="taal" value="ar"' in page
    visitor = Client()
    visitor.post(reverse("resident:join", args=[conversation.code]), {"taal": "ar"})
    assert Participant.objects.get().language == "ar"


def test_the_explanation_in_three_lengths() -> None:
    conversation = cast.conversation()
    page = get("about", conversation, joined(conversation)[0])
    for text in ("In één minuut", "In tien minuten", "geen peiling", "<details"):
        assert text in page

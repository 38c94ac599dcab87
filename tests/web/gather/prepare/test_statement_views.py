# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse

from houvast.domain.conversation import ConversationState
from houvast.store.models import Conversation, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(client: Client) -> Conversation:
    """A conversation in draft; Samira is logged in."""
    client.force_login(cast.staff())
    return cast.conversation(state=ConversationState.DRAFT, statements=2)


def address(conversation: Conversation, name: str = "statements", **more: object) -> str:
    return reverse(f"prepare:{name}", kwargs={"code": conversation.code, **more})


def test_good_statements_come_in_at_once(client: Client, draft: Conversation) -> None:
    assert client.get(address(draft)).status_code == 200
    sent = {"lines": "De bibliotheek is dichtbij genoeg.\r\nEr is genoeg te doen voor jongeren.", "language": "nl"}
    assert client.post(address(draft), sent)["Location"] == address(draft)
    assert Statement.objects.filter(conversation=draft).count() == 4


def test_advice_comes_first_and_can_be_set_aside(client: Client, draft: Conversation) -> None:
    sent = {"lines": "Ik vind het niet goed dat er geen bus rijdt.", "language": "nl"}
    page = client.post(address(draft), sent)
    assert page.status_code == 200
    assert len(page.context["page"].advice) == 1
    assert 'type="checkbox" name="confirmed"' in page.content.decode()
    assert Statement.objects.filter(conversation=draft).count() == 2
    assert client.post(address(draft), {**sent, "confirmed": "on"}).status_code == 302
    assert Statement.objects.filter(conversation=draft).count() == 3


def test_a_telephone_number_never_comes_in(client: Client, draft: Conversation) -> None:
    sent = {"lines": "Bel de wijkagent op 06-12345678.", "language": "nl", "confirmed": "on"}
    page = client.post(address(draft), sent)
    assert list(page.context["form"].errors) == ["lines"]


def test_only_in_the_languages_of_the_conversation(client: Client, draft: Conversation) -> None:
    page = client.post(address(draft), {"lines": "Something else.", "language": "fr"})
    assert list(page.context["form"].errors) == ["language"]


def test_other_words_and_away(client: Client, draft: Conversation) -> None:
    page = client.get(address(draft, "statement", number=1))
    assert "Stelling 1" in page.content.decode()
    text = "De bus rijdt vaak genoeg."
    assert client.post(address(draft, "statement", number=1), {"text": text}).status_code == 302
    assert draft.statements.get(number=1).text == text
    assert client.get(address(draft, "statement-leave-out", number=1)).status_code == 405
    assert client.post(address(draft, "statement-leave-out", number=1)).status_code == 302
    assert not draft.statements.filter(number=1).exists()
    assert client.get(address(draft, "statement", number=1)).status_code == 404


def test_when_it_is_over_nothing_is_added(client: Client, draft: Conversation) -> None:
    closed = cast.conversation(state=ConversationState.CLOSED)
    assert 'name="lines"' not in client.get(address(closed)).content.decode()
    page = client.post(address(closed), {"lines": "Nog een stelling erbij.", "language": "nl", "confirmed": "on"})
    assert page.context["form"].non_field_errors()
    assert draft.state == ConversationState.DRAFT

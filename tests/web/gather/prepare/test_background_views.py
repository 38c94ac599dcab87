# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse

from houvast.domain.conversation import ConversationState
from houvast.store.models import BackgroundQuestion, Conversation

pytestmark = pytest.mark.django_db
SENT = {
    "text": "Hoe oud bent u?",
    "option_0": "Jong",
    "share_0": "40",
    "option_1": "Oud",
    "share_1": "60",
    "source": "CBS",
}


@pytest.fixture
def draft(client: Client) -> Conversation:
    """A conversation in draft; Samira is logged in."""
    client.force_login(cast.staff())
    return cast.conversation(state=ConversationState.DRAFT)


def address(conversation: Conversation, name: str = "background", **more: object) -> str:
    return reverse(f"prepare:{name}", kwargs={"code": conversation.code, **more})


def test_add_change_and_remove(client: Client, draft: Conversation) -> None:
    assert client.get(address(draft)).status_code == 200
    assert client.post(address(draft), SENT).status_code == 302
    made = BackgroundQuestion.objects.get()
    assert [o.known_share for o in made.options.all()] == [0.4, 0.6]
    one = address(draft, "background-question", identity=made.pk)
    assert 'value="40.0"' in client.get(one).content.decode()
    assert client.post(one, {**SENT, "option_2": "Ouder"}).status_code == 302
    assert made.options.count() == 3
    assert client.post(address(draft, "background-remove", identity=made.pk)).status_code == 302
    assert not BackgroundQuestion.objects.exists()
    assert client.get(one).status_code == 404


def test_an_example_fills_the_form(client: Client, draft: Conversation) -> None:
    plain, filled = (client.get(address(draft), values).content.decode() for values in ({}, {"voorbeeld": "leeftijd"}))
    assert plain.count('name="option_0" value=') == 0
    assert "form" in filled
    assert client.get(address(draft), {"voorbeeld": "leeftijd"}).context["form"].initial["text"]


def test_what_is_never_asked(client: Client, draft: Conversation) -> None:
    page = client.post(address(draft), {**SENT, "text": "Wat is uw geloof?"})
    assert list(page.context["form"].errors) == ["text"]
    page = client.post(address(draft), {**SENT, "share_0": "70"})
    assert page.context["form"].non_field_errors()
    assert not BackgroundQuestion.objects.exists()


def test_after_the_opening_there_is_no_form(client: Client, draft: Conversation) -> None:
    running = cast.conversation()
    assert 'name="option_0"' not in client.get(address(running)).content.decode()
    assert client.post(address(running), SENT).context["form"].non_field_errors()
    assert draft.state == ConversationState.DRAFT

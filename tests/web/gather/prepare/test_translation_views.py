# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse

from houvast.store.models import Conversation, ConversationText, StatementTranslation

pytestmark = pytest.mark.django_db


@pytest.fixture
def conversation(client: Client) -> Conversation:
    """An open conversation; Samira is logged in."""
    client.force_login(cast.staff())
    return cast.conversation(statements=2)


def test_choose_languages_from_the_list_and_by_code(client: Client, conversation: Conversation) -> None:
    address = reverse("prepare:translations", kwargs={"code": conversation.code})
    assert client.get(address).status_code == 200
    assert client.post(address, {"languages": ["en", "ar"], "other": "zgh; pt-BR"}).status_code == 302
    assert Conversation.objects.get().languages == ["en", "ar", "zgh", "pt-BR"]
    page = client.post(address, {"languages": ["en"], "other": "not a code"})
    assert page.context["form"].errors
    assert client.get(address).status_code == 200


def test_translate_side_by_side_from_right_to_left(client: Client, conversation: Conversation) -> None:
    conversation.languages = ["ar"]
    conversation.save()
    address = reverse("prepare:translation", kwargs={"code": conversation.code, "language": "ar"})
    page = client.get(address).content.decode()
    assert page.count('dir="rtl"') >= 7
    sent = {"title": "كيف نعيش معا؟", "statement-0": "يجب أن يتغير شيء ما."}
    assert client.post(address, sent).status_code == 302
    assert ConversationText.objects.get().title == sent["title"]
    assert StatementTranslation.objects.get().text == sent["statement-0"]
    page = client.post(address, {**sent, "statement-1": "info@voorbeeld.nl"})
    assert list(page.context["form"].errors) == ["statement-1"]


def test_a_language_that_was_not_chosen(client: Client, conversation: Conversation) -> None:
    address = reverse("prepare:translation", kwargs={"code": conversation.code, "language": "fr"})
    assert client.get(address).status_code == 404

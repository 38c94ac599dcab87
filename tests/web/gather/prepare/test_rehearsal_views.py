# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse

from houvast.domain.conversation import ConversationState
from houvast.store.models import Participant

pytestmark = pytest.mark.django_db


def test_start_look_and_stop(client: Client) -> None:
    client.force_login(cast.staff())
    conversation = cast.conversation(state=ConversationState.DRAFT)
    address = reverse("prepare:rehearsal", kwargs={"code": conversation.code})
    assert client.get(address).status_code == 200
    page = client.post(address, {"people": "3", "shape": "continuum"})
    assert list(page.context["form"].errors) == ["people"]
    assert client.post(address, {"people": "12", "shape": "continuum"})["Location"] == address
    assert Participant.objects.filter(is_test=True).count() == 12
    assert client.get(address).context["page"].votes == 96
    stop = reverse("prepare:rehearsal-stop", kwargs={"code": conversation.code})
    assert client.get(stop).status_code == 405
    assert client.post(stop).status_code == 302
    assert not Participant.objects.exists()
    assert client.post(stop).status_code == 409


def test_an_open_conversation_is_not_rehearsed(client: Client) -> None:
    client.force_login(cast.staff())
    address = reverse("prepare:rehearsal", kwargs={"code": cast.conversation().code})
    assert 'name="people"' not in client.get(address).content.decode()
    assert client.post(address, {"people": "12", "shape": "noise"}).context["form"].non_field_errors()

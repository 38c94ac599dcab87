# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ways in from elsewhere: a code to scan, a card on another site, an invitation."""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from pytest_django import Settings

from houvast.actions.gather.invitations import make_invitations
from houvast.configuration.environment import Environment
from houvast.domain.conversation import ConversationState
from houvast.domain.invitation_code import show_invitation_code
from houvast.store.models import Participant

pytestmark = pytest.mark.django_db


def test_the_code_to_scan() -> None:
    made = cast.conversation()
    answer = Client().get(f"/g/{made.code}/qr.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert made.title in answer.content.decode()
    assert Client().get("/g/nergens/qr.svg").status_code == 404


@pytest.mark.parametrize(
    ("state", "button"), [(ConversationState.OPEN, "Doe mee"), (ConversationState.CLOSED, "Bekijk wat eruit kwam")]
)
def test_the_card_on_another_site(settings: Settings, state: ConversationState, button: str) -> None:
    settings.HOUVAST = Environment({**settings.HOUVAST.values, "HOUVAST_EMBED_SITES": "https://wijk.example"})
    made = cast.conversation(state=state)
    answer = Client().get(f"/g/{made.code}/insluiten")
    html = answer.content.decode()
    assert made.title in html
    assert button in html
    assert f'/g/{made.code}" target="_blank" rel="noopener"' in html
    assert "frame-ancestors https://wijk.example" in answer["Content-Security-Policy"]
    assert not answer.cookies
    assert Client().get(f"/g/{cast.conversation(state=ConversationState.DRAFT).code}/insluiten").status_code == 404


def test_an_invitation_leads_in_and_works_once() -> None:
    made = cast.conversation(by_invitation=True)
    (code,) = make_invitations(conversation=made, batch="markt", number=1, by=cast.staff())
    answer = Client().get(f"/u/{show_invitation_code(code).lower()}")
    assert answer["Location"] == f"/g/{made.code}?uitnodiging={code}"
    assert code in Client().get(answer["Location"]).content.decode()
    first, second = (Client().post(f"/g/{made.code}/meedoen", {"uitnodiging": code}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 400)
    assert Participant.objects.get().batch == ""  # nothing ties somebody to where the code was sent


def test_a_wrong_code_says_what_to_do() -> None:
    answer = Client().get("/u/0000000000")
    assert answer.status_code == 404
    assert "Controleer de letters en cijfers" in answer.content.decode()

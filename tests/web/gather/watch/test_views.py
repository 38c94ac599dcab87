# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the team see how it goes, and a room see only what is public?"""

from __future__ import annotations

from html import unescape

import cast
import pytest
from django.test import Client

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.store.models import Conversation

pytestmark = pytest.mark.django_db


def staff(role: Role = Role.READER) -> Client:
    client = Client()
    client.force_login(cast.staff(role))
    return client


def text(client: Client, conversation: Conversation, page: str) -> str:
    answer = client.get(f"/beheer/gesprekken/{conversation.code}/{page}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("role", list(Role))
def test_everybody_of_the_team_may_watch(role: Role) -> None:
    html = text(staff(role), cast.conversation(), "verloop")
    assert "Verloop" in html
    assert "Minder dan 10 mensen doen mee." in html


def test_the_page_asks_for_its_figures_alone() -> None:
    conversation = cast.conversation()
    html = text(staff(), conversation, "verloop?deel=cijfers")
    assert html.lstrip().startswith("<div data-version=")
    assert "<html" not in html


def test_few_people_are_not_counted_out() -> None:
    conversation = cast.conversation()
    for _ in range(7):
        cast.participant(conversation)
    html = text(staff(), conversation, "verloop")
    assert "minder dan 10" in html
    assert "<dd>7</dd>" not in html


def test_statements_are_escaped_and_waiting_ones_lead_to_the_queue() -> None:
    conversation = cast.conversation(statements=0)
    cast.statement(conversation, number=0, text="<b>Vet</b>")
    cast.statement(conversation, number=1, text="Wacht.", moderation=Moderation.OPEN, is_shown=False)
    answer = staff().get(f"/beheer/gesprekken/{conversation.code}/verloop").content.decode()
    assert "<b>Vet" not in answer
    assert f"/beheer/gesprekken/{conversation.code}/moderatie" in answer
    assert "1 stelling wacht op een moderator." in answer


def test_a_room_sees_how_to_join_and_nothing_that_waits() -> None:
    conversation = cast.conversation(title="Het plein")
    cast.statement(conversation, number=9, text="Nog niet bekeken.", moderation=Moderation.OPEN, is_shown=False)
    for _ in range(3):
        cast.participant(conversation)
    html = text(staff(), conversation, "scherm")
    assert "Het plein" in html
    assert f"/g/{conversation.code}" in html
    assert "Nog niet bekeken." not in html
    assert "Welkom. De eerste mensen doen mee." in html


def test_a_closed_room_shows_no_code_to_scan() -> None:
    html = text(staff(), cast.conversation(state=ConversationState.CLOSED), "scherm")
    assert "Meedoen kan nu niet." in html
    assert "qr.svg" not in html


@pytest.mark.parametrize("asked", ["", "1", "99", "-1", "x", "٣", "²", "9" * 5000])
def test_any_place_in_the_row_is_answered(asked: str) -> None:
    conversation = cast.conversation()
    assert staff().get(f"/beheer/gesprekken/{conversation.code}/scherm?stelling={asked}").status_code == 200


@pytest.mark.parametrize("page", ["verloop", "scherm", "verloop/gebeurtenissen", "scherm/gebeurtenissen"])
def test_visitors_are_sent_to_log_in(page: str) -> None:
    assert Client().get(f"/beheer/gesprekken/{cast.conversation().code}/{page}").status_code == 302


def test_a_server_that_cannot_stream_says_so_to_the_page() -> None:
    assert staff().get(f"/beheer/gesprekken/{cast.conversation().code}/verloop/gebeurtenissen").status_code == 204

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can anybody read the conversations, their statements and what was published, page by page?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from snapshots import full_snapshot
from web.api.api_calls import ROOT, Caller

from houvast.actions.gather.publication import publish
from houvast.domain.conversation import ConversationState
from houvast.store.models import Conversation

pytestmark = pytest.mark.django_db


def published() -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    full_snapshot(conversation)
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    return conversation


def test_the_list_with_links_to_the_next_page(client: Client) -> None:
    codes = [cast.conversation(statements=0).code for _ in range(3)]
    first = client.get(f"{ROOT}/gesprekken?paginaGrootte=2").json()
    assert [one["code"] for one in first["resultaten"]] == codes[:0:-1]
    assert (first["totaal"], first["vorige"]) == (3, None)
    second = client.get(first["volgende"]).json()
    assert [one["code"] for one in second["resultaten"]] == codes[:1]
    assert second["volgende"] is None
    assert client.get(second["vorige"]).json() == first


@pytest.mark.parametrize(
    "query", ["pagina=0", "pagina=x", "paginaGrootte=101", "paginaGrootte=-1", "pagina=999999999999"]
)
def test_a_wrong_page_is_400(client: Client, query: str) -> None:
    response = client.get(f"{ROOT}/gesprekken?{query}")
    assert response.status_code == 400
    assert response.json()["fouten"][0]["veld"] == query.partition("=")[0]


def test_one_conversation_under_dutch_names() -> None:
    conversation = cast.conversation()
    told = Caller(conversation.code).get("").json()
    assert (told["titel"], told["vragensteller"], told["toestand"]) == (conversation.title, "Team Samenleven", "open")
    assert told["geopendOp"].endswith("Z")


def test_statements() -> None:
    told = Caller(cast.conversation(statements=2).code).get("/stellingen").json()
    assert (told["totaal"], [one["nummer"] for one in told["resultaten"]]) == (2, [0, 1])
    assert told["resultaten"][0]["herkomst"] == "gemeente"
    assert told["resultaten"][0]["antwoorden"] is None


def test_published_landscape_and_reading() -> None:
    caller = Caller(published().code)
    assert caller.get("/landschap").json()["schema"] == "houvast/landscape/1"
    told = caller.get("/publicatie").json()
    assert told["duiding"] == [{"kop": "Wat bindt", "alineas": ["Het groen."]}]
    assert told["samenvatting"]


@pytest.mark.parametrize("path", ["/landschap", "/publicatie"])
def test_nothing_before_publication(path: str) -> None:
    response = Caller(cast.conversation().code).get(path)
    assert (response.status_code, response.json()["code"]) == (409, "state-refused")


@pytest.mark.parametrize("path", ["", "/stellingen", "/landschap", "/publicatie"])
def test_a_conversation_that_is_not_there(path: str) -> None:
    for code in ("onbekend", cast.conversation(state=ConversationState.DRAFT).code):
        response = Caller(code).get(path)
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_statements_of_a_conversation_by_invitation() -> None:
    assert Caller(cast.conversation(by_invitation=True).code).get("/stellingen").status_code == 403

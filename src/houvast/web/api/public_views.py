# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can anybody read? Conversations, their statements, the published landscape and what came of it."""

# ruff: noqa: ARG001 -- the framework gives every call the request and the parts of its address
from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query

from houvast.queries.gather.api_resources import (
    ConversationFacts,
    ConversationSlice,
    conversation_facts,
    landscape_text,
    list_public_conversations,
    list_public_statements,
    publication_facts,
)
from houvast.queries.gather.publications import PublishedResult
from houvast.web.api.openapi import API_ROOT
from houvast.web.api.router import READING, router
from houvast.web.api.schemas import (
    ConversationShown,
    ConversationsShown,
    Problem,
    PublicationShown,
    StatementsShown,
)

MOST_ON_A_PAGE = 100
Page = Annotated[int, Query(alias="pagina", ge=1, le=100_000, description="Welke pagina, vanaf 1.")]
Size = Annotated[int, Query(alias="paginaGrootte", ge=1, le=MOST_ON_A_PAGE, description="Hoeveel op een pagina.")]


@router.get(
    "/gesprekken",
    response={200: ConversationsShown, 400: Problem},
    tags=READING,
    operation_id="lijstGesprekken",
    summary="Gesprekken die op de voorpagina staan",
    description="Gesprekken die open, gesloten of gepubliceerd zijn, het nieuwste eerst.",
)
def conversations(request: HttpRequest, page: Page = 1, size: Size = 20) -> dict[str, Any]:
    """A page of the list, with links to the pages beside it."""
    found = list_public_conversations(page=page, size=size)
    return {
        "items": found.items,
        "total": found.total,
        "next": _page_link(found, page + 1) if found.has_next else None,
        "previous": _page_link(found, page - 1) if page > 1 else None,
    }


def _page_link(found: ConversationSlice, page: int) -> str:
    return f"{API_ROOT}/gesprekken?pagina={page}&paginaGrootte={found.size}"


@router.get(
    "/gesprekken/{slug:code}",
    response={200: ConversationShown, 400: Problem, 404: Problem},
    tags=READING,
    operation_id="leesGesprek",
    summary="Een gesprek",
    description="Wie het vraagt, waarom, wat ermee gebeurt en wanneer deelnemers iets terughoren.",
)
def conversation(request: HttpRequest, code: str) -> ConversationFacts:
    """One conversation."""
    return conversation_facts(code)


@router.get(
    "/gesprekken/{slug:code}/stellingen",
    response={200: StatementsShown, 400: Problem, 403: Problem, 404: Problem, 409: Problem},
    tags=READING,
    operation_id="lijstStellingen",
    summary="De stellingen van een gesprek",
    description="Stellingen die worden voorgelegd, met vertalingen en van wie ze komen. Antwoorden pas na publicatie, "
    "en nooit over minder deelnemers dan `kleinsteGroep`.",
)
def statements(request: HttpRequest, code: str) -> dict[str, Any]:
    """All statements, by number."""
    found = list_public_statements(code)
    return {"items": found, "total": len(found)}


@router.get(
    "/gesprekken/{slug:code}/landschap",
    response={200: dict[str, Any], 400: Problem, 404: Problem, 409: Problem},
    tags=READING,
    operation_id="leesLandschap",
    summary="Het gepubliceerde opinielandschap",
    description="Document volgens schema houvast/landscape/1, zoals de opdracht `houvast landscape` het schrijft. "
    "Elk cijfer met aantal of interval; wat over te weinig deelnemers gaat, ontbreekt.",
)
def landscape(request: HttpRequest, code: str) -> HttpResponse:
    """The document as it was published, the same bytes every time."""
    return HttpResponse(landscape_text(code), content_type="application/json")


@router.get(
    "/gesprekken/{slug:code}/publicatie",
    response={200: PublicationShown, 400: Problem, 404: Problem, 409: Problem},
    tags=READING,
    operation_id="leesPublicatie",
    summary="Duiding, afspraken en terugkoppeling",
    description="Wat mensen van de gemeente in de uitkomst lezen, wat er is afgesproken en wat er verteld is.",
)
def publication(request: HttpRequest, code: str) -> PublishedResult:
    """The result in words."""
    return publication_facts(code)

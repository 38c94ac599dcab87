# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does another front end let somebody take part? Join once; then everything with that participation's token."""

# ruff: noqa: ARG001 -- the framework gives every call the request and the parts of its address
from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query
from ninja.responses import Status

from houvast.actions.gather.erasure import erase
from houvast.actions.gather.participation import join
from houvast.actions.gather.perceived_views import estimate
from houvast.actions.gather.statements import add_statement
from houvast.actions.gather.votes import cast_vote, show_next
from houvast.domain.conversation import Mode
from houvast.domain.participant_key import new_token, personal_key
from houvast.queries.gather.api_resources import joinable_conversation, statement_with_number
from houvast.queries.gather.cards import Card, card_page, estimate_page
from houvast.queries.gather.participants import Participant
from houvast.queries.gather.resident_pages import Fate, my_page
from houvast.queries.text_checks import check_statement, near_duplicates
from houvast.web.api.bearer import ParticipantBearer, bearer_of
from houvast.web.api.dutch_names import VOTES
from houvast.web.api.participation_schemas import (
    CheckSent,
    CheckShown,
    EstimateSent,
    EstimateShown,
    JoinedShown,
    JoinSent,
    MineShown,
    NextShown,
    StatementKept,
    StatementSent,
    VoteSent,
    VoteShown,
)
from houvast.web.api.router import TAKING_PART, router
from houvast.web.api.schemas import Problem

BEARER = ParticipantBearer()
REFUSED = {400: Problem, 401: Problem, 404: Problem, 409: Problem}
WithStatements = Annotated[
    bool,
    Query(alias="metStellingen", description="Of de eigen stellingen ook verdwijnen; anders blijven ze, van niemand."),
]
VALUES = {name: vote for vote, name in VOTES.items()}


@router.post(
    "/gesprekken/{slug:code}/deelnemers",
    response={201: JoinedShown, 400: Problem, 404: Problem, 409: Problem},
    tags=TAKING_PART,
    operation_id="doeMee",
    summary="Meedoen",
    description="Geeft eenmalig een token. Alleen na toestemming: stemmen zijn politieke meningen.",
)
def take_part(request: HttpRequest, code: str, payload: JoinSent) -> Status[dict[str, str]]:
    """Somebody joins; the token is told once and only its hash is kept."""
    conversation = joinable_conversation(code)
    token = personal_key(new_token(), code)
    join(
        conversation=conversation,
        key=token,
        mode=Mode.ONLINE,
        language=payload.language,
        invitation_code=payload.invitation_code,
    )
    address = settings.HOUVAST.text("HOUVAST_ADDRESS").rstrip("/")
    return Status(201, {"token": token, "link": f"{address}/g/{code}/mijn/{token}"})


@router.get(
    "/gesprekken/{slug:code}/volgende-stelling",
    response={200: NextShown, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="leesVolgendeStelling",
    summary="De volgende stelling voor deze deelnemer",
    description="Dezelfde stelling tot die beantwoord is. Wat getoond wordt, wordt vastgelegd met de kans erop.",
)
def next_statement(request: HttpRequest, code: str) -> dict[str, Any]:
    """What to show now; its showing is logged."""
    somebody = bearer_of(request)
    step = show_next(participant=somebody)
    page = card_page(
        somebody,
        statement_id=step.statement_id,
        answered=step.answered,
        previous_id=step.previous_id,
        language=somebody.language,
    )
    asked = estimate_page(somebody, language=somebody.language)
    return {
        "statement": page.card and _card(page.card),
        "estimate": asked and _card(asked.card),
        "answered": page.answered,
        "offered": page.offered,
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "number": card.number,
        "text": card.words.text,
        "language": card.words.language,
        "is_by_resident": card.is_by_resident,
    }


@router.post(
    "/gesprekken/{slug:code}/stemmen",
    response={201: VoteShown, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="stem",
    summary="Stemmen, of een stem veranderen",
    description="De laatste stem op een stelling telt. Hetzelfde `verzoek` nog eens sturen verandert niets.",
)
def vote(request: HttpRequest, code: str, payload: VoteSent) -> Status[dict[str, Any]]:
    """Keep a vote."""
    somebody = bearer_of(request)
    statement_id = statement_with_number(somebody, payload.statement)
    cast_vote(participant=somebody, statement_id=statement_id, value=VALUES[payload.vote], request=payload.request)
    return Status(201, {"statement": payload.statement, "vote": payload.vote})


@router.post(
    "/gesprekken/{slug:code}/schattingen",
    response={201: EstimateShown, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="schat",
    summary="Schatten hoeveel van tien deelnemers het eens zijn",
    description="Alleen van de stelling die `volgende-stelling` onder `schatting` noemt, en eenmaal: dezelfde "
    "schatting nog eens sturen verandert niets, een andere wordt geweigerd (409).",
)
def add_estimate(request: HttpRequest, code: str, payload: EstimateSent) -> Status[dict[str, Any]]:
    """Keep an estimate."""
    somebody = bearer_of(request)
    statement_id = statement_with_number(somebody, payload.statement)
    kept = estimate(participant=somebody, statement_id=statement_id, of_ten=payload.of_ten)
    return Status(201, {"statement": payload.statement, "of_ten": kept.of_ten})


@router.post(
    "/gesprekken/{slug:code}/stellingen",
    response={201: StatementKept, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="voegStellingToe",
    summary="Een eigen stelling toevoegen",
    description="Wordt nagekeken op persoonsgegevens. Bij een mogelijke naam is `teBevestigen` waar: stuur de stelling "
    "opnieuw met `geenPersoon` als het niemands naam is.",
)
def new_statement(request: HttpRequest, code: str, payload: StatementSent) -> Status[dict[str, Any]]:
    """Keep a statement; a moderator sees it first unless the conversation is set otherwise."""
    kept = add_statement(
        participant=bearer_of(request),
        text=payload.text,
        language=payload.language,
        not_a_person=payload.not_a_person,
    )
    fate = Fate.SHOWN if kept.is_shown else Fate.WAITING
    return Status(201, {"number": kept.number, "text": kept.text, "fate": fate})


@router.post(
    "/gesprekken/{slug:code}/stellingcontroles",
    response={200: CheckShown, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="controleerStelling",
    summary="Een stelling laten nakijken voor het versturen",
    description="Advies en stellingen die er al zijn. Er wordt niets bewaard.",
)
def check(request: HttpRequest, code: str, payload: CheckSent) -> dict[str, Any]:
    """Advice and look-alikes, before sending."""
    somebody = bearer_of(request)
    found = check_statement(payload.text, language=payload.language, about=somebody.conversation.title)
    near = near_duplicates(payload.text, conversation_id=somebody.conversation_id)
    findings = [
        {"kind": one.code, "blocks": one.blocks, "message": _(one.message).format(**one.values), "excerpt": one.excerpt}
        for one in found
    ]
    return {"findings": findings, "near": near}


@router.get(
    "/gesprekken/{slug:code}/mijn-deelname",
    response={200: MineShown, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="leesMijnDeelname",
    summary="Wat er van deze deelnemer bewaard is",
    description="Stemmen, eigen stellingen en wat ervan geworden is, schattingen.",
)
def mine(request: HttpRequest, code: str) -> dict[str, Any]:
    """What is kept of the bearer."""
    return _mine(bearer_of(request))


@router.delete(
    "/gesprekken/{slug:code}/mijn-deelname",
    response={204: None, **REFUSED},
    auth=BEARER,
    tags=TAKING_PART,
    operation_id="wisMijnDeelname",
    summary="Alles van deze deelnemer wissen",
    description="Stemmen, schattingen en antwoorden verdwijnen; het token werkt daarna niet meer. Wat al gepubliceerd "
    "was, blijft zoals het was.",
)
def erase_mine(
    request: HttpRequest,
    code: str,
    with_statements: WithStatements = True,
) -> Status[None]:
    """Erase the bearer's participation."""
    erase(participant=bearer_of(request), with_statements=with_statements)
    return Status(204, None)


def _mine(somebody: Participant) -> dict[str, Any]:
    page = my_page(somebody, key="", by_link=False, language=somebody.language)
    return {
        "code": page.code,
        "votes": [{"statement": one.number, "vote": one.value} for one in page.votes],
        "statements": [
            {
                "number": one.number,
                "text": one.words.text,
                "fate": one.fate,
                "reason": one.reason and _(one.reason),
                "note": one.note,
            }
            for one in page.statements
        ],
        "estimates": [{"text": one.words.text, "of_ten": one.of_ten} for one in page.estimates],
        "may_add": page.may_add,
    }

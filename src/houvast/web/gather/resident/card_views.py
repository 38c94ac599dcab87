# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cards: vote, go back, change, estimate. Each answer leads to the next card, with or without JavaScript."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from houvast.actions.gather.participation import keep_language
from houvast.actions.gather.perceived_views import NotDue
from houvast.actions.gather.perceived_views import estimate as keep_estimate
from houvast.actions.gather.votes import NextStep, cast_vote_and_draw, show_asked, show_next
from houvast.domain.errors import FieldRejected, NotFound
from houvast.queries.gather.cards import CardPage, asked_card_page, card_page, estimate_page
from houvast.queries.gather.participants import Participant
from houvast.queries.gather.resident_pages import Stage, stage_of
from houvast.queries.gather.words import SCREENS
from houvast.web.gather.resident.ballot import read_ballot, read_of_ten, read_statement_id
from houvast.web.gather.resident.identity import for_one_reader, key_of, participant_of, reading_language
from houvast.web.gather.resident.pages import frame_of

NOT_KNOWN = "We do not know this device in this conversation (any more). Start on the first page of the conversation."


@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """A card, or the vote on one."""
    return _cast(request, code) if request.method == "POST" else _show(request, code)


@require_http_methods(["GET", "HEAD", "POST"])
def estimate(request: HttpRequest, code: str) -> HttpResponse:
    """How many of ten people here agree, does somebody think?"""
    participant = participant_of(request, code)
    if participant is None:
        return redirect("resident:intro", code=code)
    if request.method == "POST":
        return _keep_estimate(request, participant)
    page = estimate_page(participant, language=reading_language(request, participant))
    if page is None:
        return redirect("resident:vote", code=code)
    shown = {"page": page, "frame": frame_of(participant, page.language)}
    return for_one_reader(render(request, "gather/resident/estimate.html", shown))


def _show(request: HttpRequest, code: str) -> HttpResponse:
    participant = participant_of(request, code)
    if participant is None:
        lost = redirect("resident:intro", code=code)
        lost["Location"] += "?geen-cookie=1" if "begin" in request.GET else ""
        return lost
    if stage_of(participant.conversation) is not Stage.OPEN:
        return redirect("resident:intro", code=code)
    number = request.GET.get("stelling", "")
    if number.isascii() and number.isdigit():
        return _show_asked(request, participant, int(number[:9]))
    page = _card(request, show_next(participant=participant))
    shown = {"page": page, "frame": frame_of(participant, page.language)}
    return for_one_reader(render(request, "gather/resident/vote.html", shown))


def _show_asked(request: HttpRequest, participant: Participant, number: int) -> HttpResponse:
    page = asked_card_page(participant, number=number, language=reading_language(request, participant))
    if page.card and not page.card.own_vote:
        show_asked(participant=participant, statement_id=page.card.statement_id)
    shown = {"page": page, "frame": frame_of(participant, page.language)}
    return for_one_reader(render(request, "gather/resident/vote.html", shown))


def _cast(request: HttpRequest, code: str) -> HttpResponse:
    key = key_of(request, code)
    if not key:
        raise NotFound(NOT_KNOWN)
    ballot = read_ballot(request.POST)
    step = cast_vote_and_draw(
        code=code, key=key, statement_id=ballot.statement_id, value=ballot.value, request=ballot.request
    )
    _settle_language(request, step.participant)
    if _wants_part(request):
        return _next_part(request, step)
    return redirect("resident:estimate" if step.asks_estimate else "resident:vote", code=code)


def _keep_estimate(request: HttpRequest, participant: Participant) -> HttpResponse:
    try:
        of_ten = read_of_ten(request.POST.getlist("of_ten"))
    except FieldRejected:
        page = estimate_page(participant, language=reading_language(request, participant))
        if page is None:
            return redirect("resident:vote", code=participant.conversation.code)
        shown = {"page": replace(page, is_missing=True), "frame": frame_of(participant, page.language)}
        return for_one_reader(render(request, "gather/resident/estimate.html", shown, status=400))
    # What is asked about may have changed while somebody thought: then they simply go on.
    with suppress(NotDue):
        keep_estimate(participant=participant, statement_id=read_statement_id(request.POST), of_ten=of_ten)
    if _wants_part(request):
        return _next_part(request, show_next(participant=participant))
    return redirect("resident:vote", code=participant.conversation.code)


def _next_part(request: HttpRequest, step: NextStep) -> HttpResponse:
    """The part of the page that changes, for the script that puts it in place."""
    if step.asks_estimate:
        page = estimate_page(step.participant, language=reading_language(request, step.participant))
        if page:
            return for_one_reader(render(request, "gather/resident/_estimate.html", {"page": page}))
        step = show_next(participant=step.participant)
    return for_one_reader(render(request, "gather/resident/_card.html", {"page": _card(request, step)}))


def _card(request: HttpRequest, step: NextStep) -> CardPage:
    return card_page(
        step.participant,
        statement_id=step.statement_id,
        answered=step.answered,
        previous_id=step.previous_id,
        language=reading_language(request, step.participant),
    )


def _settle_language(request: HttpRequest, participant: Participant) -> None:
    """Keep a language that was asked for on this page, when it is not one of the screens' or no longer is."""
    asked = request.POST.get("taal", "")
    if asked and asked != participant.language and not {asked, participant.language} <= set(SCREENS):
        keep_language(participant=participant, language=asked)


def _wants_part(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"

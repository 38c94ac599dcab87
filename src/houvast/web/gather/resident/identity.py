# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is at the door? A device with one random token in a cookie; a key for this conversation made from it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from houvast.domain.participant_key import new_token, personal_key
from houvast.queries.gather.participants import Participant, conversations_of, find_participant
from houvast.queries.gather.words import choose_language

TOKEN_COOKIE = "houvast"  # noqa: S105 -- a cookie's name
YEAR = 365 * 24 * 3600


def screen_language() -> str:
    """The language of the screens."""
    return get_language() or "nl"


def key_of(request: HttpRequest, code: str) -> str:
    """The key of this device in this conversation; empty without a token."""
    token = request.COOKIES.get(TOKEN_COOKIE)
    return personal_key(token, code) if token else ""


def participant_of(request: HttpRequest, code: str) -> Participant | None:
    """Who takes part from this device."""
    return find_participant(code, key_of(request, code))


def token_of(request: HttpRequest) -> str:
    """The token of this device, a new one where it has none."""
    return request.COOKIES.get(TOKEN_COOKIE) or new_token()


def remember(response: HttpResponse, token: str) -> HttpResponse:
    """Keep the token on the device for a year. Only after somebody said yes to taking part."""
    response.set_cookie(
        TOKEN_COOKIE, token, max_age=YEAR, httponly=True, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
    )
    return response


def forget_when_last(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Take the token from a device that takes part in nothing any more."""
    token = request.COOKIES.get(TOKEN_COOKIE)
    if token and not conversations_of(token):
        response.delete_cookie(TOKEN_COOKIE, samesite="Lax")
    return response


def for_one_reader(response: HttpResponse) -> HttpResponse:
    """A page for this person alone: kept nowhere, and its address (it may hold a key) is told to nobody.

    strict-origin, for with no-referrer browsers send forms with a null origin, which are refused as foreign.
    """
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "strict-origin"
    return response


def reading_language(request: HttpRequest, participant: Participant) -> str:
    """The language in which this person reads statements now."""
    return choose_language(
        participant.conversation,
        asked=request.POST.get("taal") or request.GET.get("taal", ""),
        kept=participant.language,
        screen=screen_language(),
    )

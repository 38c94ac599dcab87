# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page, saying yes, and the explanation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.gather.participation import join as take_part
from houvast.domain.conversation import Mode
from houvast.domain.errors import FieldRejected
from houvast.domain.participant_key import personal_key
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.resident_pages import IntroPage, intro_page
from houvast.queries.gather.words import choose_language
from houvast.web.gather.resident.identity import (
    for_one_reader,
    participant_of,
    remember,
    screen_language,
    token_of,
)
from houvast.web.gather.resident.pages import FirstPage
from houvast.web.shared.error_pages import say_error


@require_safe
def intro(request: HttpRequest, code: str) -> HttpResponse:
    """Who asks, why, what happens with it; and the button to take part."""
    return _show_intro(request, code, invitation=request.GET.get("uitnodiging", ""))


@require_POST
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody says yes: from now on the device is known in this conversation."""
    token, invitation = token_of(request), request.POST.get("uitnodiging", "")
    try:
        take_part(
            conversation=get_conversation(code),
            key=personal_key(token, code),
            mode=Mode.ONLINE,
            language=_language(request, code),
            invitation_code=invitation or None,
        )
    except FieldRejected as error:
        return _show_intro(request, code, invitation=invitation, error=say_error(error))
    response = redirect("resident:vote", code=code)
    response["Location"] += "?begin=1"
    return for_one_reader(remember(response, token))


@require_safe
def about(request: HttpRequest, code: str) -> HttpResponse:
    """How it works: in one line, in a minute, in ten."""
    return render(request, "gather/resident/about.html", {"page": _read_intro(request, code)})


def _show_intro(request: HttpRequest, code: str, *, invitation: str, error: str = "") -> HttpResponse:
    page = FirstPage(
        _read_intro(request, code), invitation=invitation, error=error, no_cookie="geen-cookie" in request.GET
    )
    status = 400 if error else 200
    return for_one_reader(render(request, "gather/resident/intro.html", {"page": page}, status=status))


def _read_intro(request: HttpRequest, code: str) -> IntroPage:
    return intro_page(
        code,
        participant=participant_of(request, code),
        language=_language(request, code),
        screen=screen_language(),
    )


def _language(request: HttpRequest, code: str) -> str:
    asked = request.POST.get("taal") or request.GET.get("taal", "")
    return choose_language(get_conversation(code), asked=asked, kept="", screen=screen_language())

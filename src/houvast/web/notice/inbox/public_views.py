# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What anybody can do: send an idea, an experience or a question, and read the answer behind a private link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from houvast.actions.notice.inbox import Sent, send_message
from houvast.queries.notice.inbox import AnswerPage, answer_page
from houvast.queries.notice.terms import notice_terms
from houvast.web.notice.inbox.forms import IdeaForm
from houvast.web.notice.inbox.pace import take_turn

JUST_SENT = "verstuurd"


@dataclass(frozen=True, slots=True)
class IdeaScreen:
    """The form with the number of days within which we answer."""

    form: IdeaForm
    days: int


@dataclass(frozen=True, slots=True)
class AnswerScreen:
    """What the sender reads. link: to keep, shown right after the sending and later."""

    about: AnswerPage
    link: str
    is_just_sent: bool


def idea(request: HttpRequest) -> HttpResponse:
    """Send something. What the gate refuses stays in the form and nowhere else."""
    form = IdeaForm(request.POST or None, language=get_language() or "nl")
    if request.method == "POST" and form.carry_out(partial(_send, request)):
        key = form.cleaned_data["key"]
        return _for_one_reader(redirect(f"{reverse('inbox:answer', args=[key])}?{JUST_SENT}"))
    page = IdeaScreen(form, notice_terms().feedback_days)
    return _for_one_reader(render(request, "notice/inbox/idea.html", {"page": page}))


@require_safe
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """The answer, or when it comes."""
    link = request.build_absolute_uri(reverse("inbox:answer", args=[key]))
    page = AnswerScreen(answer_page(key), link, JUST_SENT in request.GET)
    return _for_one_reader(render(request, "notice/inbox/answer.html", {"page": page}))


def _send(request: HttpRequest, *, sent: Sent, confirmed: frozenset[str]) -> None:
    take_turn(request)
    send_message(sent=sent, confirmed=confirmed)


def _for_one_reader(response: HttpResponse) -> HttpResponse:
    """Kept nowhere, and the address, which holds the key, is told to nobody."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "strict-origin"
    return response

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox of those who answer: what is late, one message, and what it becomes."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.inbox import answer_message, hand_over, mark_for_case, take_up
from houvast.actions.notice.message_outcomes import make_observation, make_statement
from houvast.queries.notice.inbox import inbox_page, message_page
from houvast.web.notice.done import on_to
from houvast.web.notice.inbox.forms import (
    AnswerForm,
    CaseForm,
    HandOverForm,
    ObservationForm,
    StatementForm,
    observation_of,
)
from houvast.web.shared.acting_form import ActingForm, colleague

BECOMES = {"observation": "signaal", "statement": "stelling"}


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Late ones first."""
    return render(request, "notice/inbox/inbox.html", {"page": inbox_page(reader=colleague(request))})


def message(request: HttpRequest, number: int) -> HttpResponse:
    """One message, and its answer."""
    page = message_page(number, reader=colleague(request))
    form = AnswerForm(request.POST or None, initial={"answer": page.answer})
    if request.method == "POST" and form.carry_out(partial(answer_message, number=number, by=colleague(request))):
        return on_to("inbox:message", number, done="antwoord")
    return _show(request, number, form)


@require_POST
def mine(request: HttpRequest, number: int) -> HttpResponse:
    """Take a message up."""
    take_up(number=number, by=colleague(request))
    return on_to("inbox:message", number, done="opgepakt")


@require_POST
def hand(request: HttpRequest, number: int) -> HttpResponse:
    """Hand a message over."""
    form = HandOverForm(request.POST)
    if form.carry_out(partial(hand_over, number=number, by=colleague(request))):
        return on_to("inbox:message", number, done="overgedragen")
    return _show(request, number, form)


@require_POST
def case(request: HttpRequest, number: int) -> HttpResponse:
    """Put a message aside for a case, or take that back."""
    form = CaseForm(request.POST)
    if form.carry_out(partial(mark_for_case, number=number, by=colleague(request))):
        return on_to("inbox:message", number, done="bewaard")
    return _show(request, number, form)


def observation(request: HttpRequest, number: int) -> HttpResponse:
    """Make a signal of a message."""
    page = message_page(number, reader=colleague(request))
    form = ObservationForm(request.POST or None, initial=observation_of(page), language=get_language() or "nl")
    return _become(request, number, form, partial(make_observation, number=number), "observation")


def statement(request: HttpRequest, number: int) -> HttpResponse:
    """Make a statement of a message."""
    page = message_page(number, reader=colleague(request))
    form = StatementForm(request.POST or None, initial={"text": page.text})
    return _become(request, number, form, partial(make_statement, number=number), "statement")


def _become(request: HttpRequest, number: int, form: ActingForm, act: partial[Any], what: str) -> HttpResponse:
    if request.method == "POST" and form.carry_out(partial(act, by=colleague(request))):
        return on_to("inbox:message", number, done=BECOMES[what])
    context = {"page": message_page(number, reader=colleague(request)), "form": form, "what": what}
    return render(request, "notice/inbox/become.html", context)


def _show(request: HttpRequest, number: int, sent: ActingForm) -> HttpResponse:
    """The page of a message; a form that was refused stands there as it was filled in."""
    page = message_page(number, reader=colleague(request))
    answer = sent if isinstance(sent, AnswerForm) else AnswerForm(initial={"answer": page.answer})
    hand_over_form = sent if isinstance(sent, HandOverForm) else HandOverForm()
    context = {"page": page, "answer": answer, "hand_over": hand_over_form, "sent": sent}
    return render(request, "notice/inbox/message.html", context)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of signals, one signal, what is done with it, the file of counts, and the reporter's private link."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.feedback import mark_read, reply
from houvast.actions.notice.observations import correct_codes, take_up
from houvast.queries.notice.feedback import feedback_page
from houvast.queries.notice.observations import find_observation, observation_page, write_counts_file
from houvast.web.notice.done import on_to
from houvast.web.notice.observations.forms import AnswerForm
from houvast.web.notice.observations.pages import (
    ObservationScreen,
    correct_form,
    feedback_screen,
    list_screen,
    observation_screen,
)
from houvast.web.shared.acting_form import colleague


@require_safe
def observations(request: HttpRequest) -> HttpResponse:
    """Whose reporter should have heard back, then the newest."""
    return render(
        request, "notice/observations/list.html", {"page": list_screen(request.GET, reader=colleague(request).pk)}
    )


@require_safe
def observation(request: HttpRequest, identity: int) -> HttpResponse:
    """One signal."""
    return _show(request, observation_screen(identity))


@require_POST
def answer(request: HttpRequest, identity: int) -> HttpResponse:
    """Tell the reporter what was done."""
    found, form = find_observation(identity), AnswerForm(request.POST)
    if form.carry_out(partial(reply, observation=found, by=colleague(request))):
        return on_to("observations:one", identity, done="terugkoppeling")
    return _show(request, observation_screen(identity, answer=form))


@require_POST
def pick_up(request: HttpRequest, identity: int) -> HttpResponse:
    """A colleague has read it and goes on with it."""
    take_up(observation=find_observation(identity), by=colleague(request))
    return on_to("observations:one", identity, done="opgepakt")


@require_POST
def correct(request: HttpRequest, identity: int) -> HttpResponse:
    """Put it under another area, theme or kind."""
    found = find_observation(identity)
    form = correct_form(observation_page(identity, today=timezone.localdate()), request.POST)
    if form.carry_out(partial(correct_codes, observation=found, by=colleague(request))):
        return on_to("observations:one", identity, done="bewaard")
    return _show(request, observation_screen(identity, correct=form))


@require_safe
def counts_file(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """The counts that may leave the team."""
    disposition = {"Content-Disposition": 'attachment; filename="signalen-aantallen.csv"'}
    return HttpResponse(write_counts_file(), content_type="text/csv; charset=utf-8", headers=disposition)


@require_safe
def feedback(request: HttpRequest, key: str) -> HttpResponse:
    """What was done, for the reporter alone."""
    page = feedback_screen(feedback_page(key, today=timezone.localdate()))
    mark_read(key)
    answered = render(request, "notice/observations/feedback.html", {"page": page})
    answered.headers["Cache-Control"] = "private, no-store"
    answered.headers["X-Robots-Tag"] = "noindex, nofollow"
    answered.headers["Referrer-Policy"] = "no-referrer"
    return answered


def _show(request: HttpRequest, page: ObservationScreen) -> HttpResponse:
    return render(request, "notice/observations/one.html", {"page": page})

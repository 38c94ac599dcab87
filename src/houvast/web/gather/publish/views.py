# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From figures to an answer: the landscape for the team, publishing with a reading, promises, and reporting back."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from houvast.actions.gather.promises import change_promise, promise
from houvast.actions.gather.publication import publish_reading
from houvast.actions.gather.reports_back import report_back
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.publications import (
    NEXT_STATES,
    get_promise,
    promise_page,
    promises_page,
    report_back_page,
)
from houvast.queries.gather.result_pages import landscape_page, publish_page
from houvast.web.gather.publish.forms import OutcomeForm, PromiseForm, ReadingForm, ReportBackForm
from houvast.web.shared.acting_form import colleague


def landscape(request: HttpRequest, code: str) -> HttpResponse:
    """The opinion landscape inside the team: the same disclosed figures that residents will see."""
    page = landscape_page(code, language=get_language() or "nl")
    return render(request, "gather/publish/landscape.html", {"page": page})


def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Write a reading beside the figures and let them go out together."""
    page = publish_page(code, language=get_language() or "nl")
    form = ReadingForm(request.POST or None, initial=page.draft)
    act = partial(publish_reading, conversation=get_conversation(code), by=colleague(request))
    if request.method == "POST" and form.carry_out(act):
        return redirect("publish:landscape", code)
    return render(request, "gather/publish/publish.html", {"page": page, "form": form})


def promises(request: HttpRequest, code: str) -> HttpResponse:
    """What was promised, what is late, and a new promise."""
    form = PromiseForm(request.POST or None)
    act = partial(promise, conversation=get_conversation(code), by=colleague(request))
    if request.method == "POST" and form.carry_out(act):
        return redirect("publish:promises", code)
    return render(request, "gather/publish/promises.html", {"page": promises_page(code), "form": form})


def one_promise(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Say how far a promise is and what came of it."""
    page = promise_page(code, number)
    form = OutcomeForm(request.POST or None, states=NEXT_STATES[page.promise.state])
    act = partial(change_promise, promise=get_promise(code, number), by=colleague(request))
    if request.method == "POST" and form.carry_out(act):
        return redirect("publish:promises", code)
    return render(request, "gather/publish/promise.html", {"page": page, "form": form})


def tell(request: HttpRequest, code: str) -> HttpResponse:
    """Tell the people who took part what came of it."""
    form = ReportBackForm(request.POST or None)
    act = partial(report_back, conversation=get_conversation(code), by=colleague(request))
    if request.method == "POST" and form.carry_out(act):
        return redirect("publish:report-back", code)
    return render(request, "gather/publish/report_back.html", {"page": report_back_page(code), "form": form})

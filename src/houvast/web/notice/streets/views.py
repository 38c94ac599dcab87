# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The screens of street talk: the list, one round, its forms, the counter, the sheet, and effort by week and area."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.rounds import (
    cancel_round,
    change_round,
    count_conversation,
    hold_round,
    plan_again,
    plan_round,
    promise_return,
    tick_return,
)
from houvast.queries.notice.effort import effort_page
from houvast.queries.notice.rounds import round_page, rounds_page
from houvast.web.notice.done import on_to
from houvast.web.notice.streets.forms import CancelForm, CountForm, HoldForm, PlanForm, ReturnForm, plan_of
from houvast.web.notice.streets.pages import effort_screen, is_team, round_screen, sheet_screen
from houvast.web.shared.acting_form import ActingForm, colleague

EFFORT_WEEKS = 6
ACTS = {"hold": "afgesloten", "cancel": "afgezegd", "return": "terugbezoek"}


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """Where somebody still goes back, what is coming, what was held."""
    return render(request, "notice/streets/rounds.html", {"page": rounds_page()})


def new(request: HttpRequest) -> HttpResponse:
    """Plan a round."""
    form = PlanForm(request.POST or None, language=get_language() or "nl")
    if request.method == "POST" and form.carry_out(partial(plan_round, by=colleague(request))):
        return on_to("streets:round", form.outcome.pk, done="gepland")
    return render(request, "notice/streets/plan.html", {"page": None, "form": form})


def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change the plan of a round."""
    page = round_page(number)
    form = PlanForm(request.POST or None, initial=plan_of(page), language=get_language() or "nl")
    act = partial(change_round, number=number, by=colleague(request))
    if request.method == "POST" and form.carry_out(act):
        return on_to("streets:round", number, done="bewaard")
    return render(request, "notice/streets/plan.html", {"page": page, "form": form})


@require_safe
def one_round(request: HttpRequest, number: int) -> HttpResponse:
    """A round: on the phone during the walk, and afterwards."""
    return render(request, "notice/streets/round.html", {"page": round_screen(round_page(number))})


@require_POST
def count(request: HttpRequest, number: int) -> HttpResponse:
    """One conversation more or less."""
    form = CountForm(request.POST)
    if form.carry_out(partial(count_conversation, number=number, by=colleague(request))):
        return redirect("streets:round", number)
    return render(request, "notice/streets/round.html", {"page": round_screen(round_page(number)), "form": form})


def hold(request: HttpRequest, number: int) -> HttpResponse:
    """Close a round that was walked."""
    page = round_page(number)
    form = HoldForm(request.POST or None, initial={"conversations_held": page.about.conversations})
    return _act(request, number, form, partial(hold_round, number=number), "hold")


def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Say that a round is not held, and why."""
    return _act(request, number, CancelForm(request.POST or None), partial(cancel_round, number=number), "cancel")


def come_back(request: HttpRequest, number: int) -> HttpResponse:
    """Say when somebody comes back, and with what."""
    about = round_page(number).about
    form = ReturnForm(
        request.POST or None, initial={"return_on": about.return_on, "return_promise": about.return_promise}
    )
    return _act(request, number, form, partial(promise_return, number=number), "return")


@require_POST
def again(request: HttpRequest, number: int) -> HttpResponse:
    """Bring a cancelled round back."""
    plan_again(number=number, by=colleague(request))
    return on_to("streets:round", number, done="gaat-door")


@require_POST
def returned(request: HttpRequest, number: int) -> HttpResponse:
    """Tick that somebody went back."""
    tick_return(number=number, by=colleague(request))
    return on_to("streets:round", number, done="terug-geweest")


@require_safe
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """The sheet for on paper."""
    return render(request, "notice/streets/sheet.html", {"page": sheet_screen(round_page(number))})


@require_safe
def effort(request: HttpRequest) -> HttpResponse:
    """Was anybody there? By week and area."""
    page = effort_page(last_day=timezone.localdate(), weeks=EFFORT_WEEKS, is_team=is_team(request))
    return render(request, "notice/streets/effort.html", {"page": effort_screen(page)})


def _act(request: HttpRequest, number: int, form: ActingForm, act: partial[None], what: str) -> HttpResponse:
    if request.method == "POST" and form.carry_out(partial(act, by=colleague(request))):
        return on_to("streets:round", number, done=ACTS[what])
    context = {"page": round_page(number), "form": form, "what": what}
    return render(request, "notice/streets/act.html", context)

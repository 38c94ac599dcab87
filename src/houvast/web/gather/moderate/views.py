# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The moderator's queue, one statement, the log of decisions, and the policy that everybody can read."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.gather.moderation import mend_typing_error, moderate, moderate_many
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.moderation import find_statement, queue_page, statement_page
from houvast.queries.gather.moderation_log import log_page, policy_page, write_log_file
from houvast.web.gather.moderate.forms import ManyForm, MendForm, names_of, read_decision
from houvast.web.gather.moderate.pages import (
    Place,
    PolicyScreen,
    log_screen,
    queue_address,
    queue_screen,
    read_place,
    statement_screen,
)
from houvast.web.shared.acting_form import colleague
from houvast.web.shared.views import about_page


@require_safe
def queue(request: HttpRequest, code: str) -> HttpResponse:
    """What waits, what was accepted, what was left out."""
    return _show_queue(request, code, read_place(request.GET))


@require_POST
def accept_many(request: HttpRequest, code: str) -> HttpResponse:
    """Accept what was ticked."""
    place, form = read_place(request.POST), ManyForm(request.POST)
    if form.carry_out(partial(moderate_many, conversation=get_conversation(code), by=colleague(request))):
        return redirect(queue_address(code, Place(place.shows, place.page, accepted=form.outcome)))
    return _show_queue(request, code, place, form)


def statement(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One statement: read it, decide, and go on with the next."""
    form, place = read_decision(request.POST, number), read_place(request.POST)
    found = find_statement(code, number)
    if request.method == "POST" and form.carry_out(partial(moderate, statement=found, by=colleague(request))):
        after = Place(place.shows, place.page, done=number, following=place.following)
        return redirect(queue_address(code, after))
    page = statement_screen(statement_page(code, number), form if request.method == "POST" else None)
    return render(request, "gather/moderate/statement.html", {"page": page})


@require_POST
def mend(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Mend a typing error in somebody's statement."""
    form = MendForm(request.POST, auto_id=names_of(number))
    act = partial(mend_typing_error, statement=find_statement(code, number), by=colleague(request))
    if form.carry_out(act):
        return redirect("moderate:statement", code, number)
    page = statement_screen(statement_page(code, number), form)
    return render(request, "gather/moderate/statement.html", {"page": page})


@require_safe
def log(request: HttpRequest, code: str) -> HttpResponse:
    """What was decided, by whom and why."""
    page = log_screen(log_page(code, page=read_place(request.GET).page))
    return render(request, "gather/moderate/log.html", {"page": page})


@require_safe
def log_file(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """What was decided, as a file for a spreadsheet."""
    disposition = {"Content-Disposition": f'attachment; filename="moderatie-{code}.csv"'}
    return HttpResponse(write_log_file(code), content_type="text/csv; charset=utf-8", headers=disposition)


@require_safe
def policy(request: HttpRequest, code: str) -> HttpResponse:
    """The rules for statements, how they were used, and how to object."""
    about = about_page()
    rules = policy_page(code, language=get_language() or "nl")
    page = PolicyScreen(rules, about.contact, about.contact_says)
    return render(request, "gather/moderate/policy.html", {"page": page})


def _show_queue(request: HttpRequest, code: str, place: Place, form: ManyForm | None = None) -> HttpResponse:
    page = queue_screen(queue_page(code, shows=place.shows, page=place.page), place)
    return render(request, "gather/moderate/queue.html", {"page": page, "form": form})

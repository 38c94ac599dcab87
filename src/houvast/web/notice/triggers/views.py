# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of coming occasions: to see, to fill in, to take along."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.triggers import add_known_days, add_trigger, change_trigger, remove_trigger
from houvast.domain.errors import NotFound
from houvast.queries.notice.attention_list import is_in_team
from houvast.queries.notice.triggers import suggestion_years, trigger_page, triggers_page, write_triggers_file
from houvast.web.notice.done import on_to
from houvast.web.notice.triggers.forms import OccasionForm, SuggestionForm, occasion_of
from houvast.web.shared.acting_form import colleague


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The next eight weeks, and the months after."""
    page = triggers_page(is_team=is_in_team(colleague(request)))
    context = {"page": page, "years": suggestion_years(timezone.localdate())}
    return render(request, "notice/triggers/calendar.html", context)


@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """All occasions as a file for another calendar."""
    disposition = {"Content-Disposition": 'attachment; filename="aanleidingen.ics"'}
    return HttpResponse(write_triggers_file(), content_type="text/calendar; charset=utf-8", headers=disposition)


def new(request: HttpRequest) -> HttpResponse:
    """Put an occasion on the calendar."""
    form = OccasionForm(request.POST or None, language=get_language() or "nl")
    if request.method == "POST" and form.carry_out(partial(add_trigger, by=colleague(request))):
        return on_to("triggers:list", done="toegevoegd")
    return render(request, "notice/triggers/occasion.html", {"page": None, "form": form})


def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change an occasion."""
    page = trigger_page(number)
    form = OccasionForm(request.POST or None, initial=occasion_of(page), language=get_language() or "nl")
    act = partial(change_trigger, number=number, by=colleague(request))
    if request.method == "POST" and form.carry_out(act):
        return on_to("triggers:list", done="bewaard")
    return render(request, "notice/triggers/occasion.html", {"page": page, "form": form})


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Take an occasion from the calendar."""
    remove_trigger(number=number, by=colleague(request))
    return on_to("triggers:list", done="weggehaald")


def suggestions(request: HttpRequest, year: int) -> HttpResponse:
    """The known days of a year, to tick."""
    if year not in suggestion_years(timezone.localdate()):
        raise NotFound("No days are suggested for this year.")
    form = SuggestionForm(request.POST or None, year=year)
    if request.method == "POST" and form.carry_out(partial(add_known_days, by=colleague(request))):
        return on_to("triggers:list", done="toegevoegd")
    return render(request, "notice/triggers/suggestions.html", {"form": form, "year": year})

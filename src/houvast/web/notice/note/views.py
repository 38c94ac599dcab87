# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Noting a signal, or that there was nothing special, with plain forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from houvast.actions.notice.observations import check_in, note_observation
from houvast.web.notice.note.pages import NotePage, last_source, new_calm, new_form, note_page, remember_source
from houvast.web.shared.acting_form import colleague

CALM, ROUND = "rustig", "ronde"


def note(request: HttpRequest) -> HttpResponse:
    """The form. After noting the answer itself says so: it holds the private link, which stands in no address."""
    if request.method != "POST":
        page = note_page(source=last_source(request), is_calm=CALM in request.GET, round_number=_round(request.GET))
        return _show(request, page)
    form = new_form(data=request.POST)
    if not form.carry_out(partial(note_observation, by=colleague(request))):
        return _show(request, note_page(form=form, source=last_source(request)))
    source = form.cleaned_data["source_kind"].value
    remember_source(request, source)
    walked = _round(request.POST, "round")
    return _show(
        request, note_page(source=source, is_noted=True, reply_key=form.outcome.reply_key, round_number=walked)
    )


@require_POST
def nothing_special(request: HttpRequest) -> HttpResponse:
    """There, and nothing special seen."""
    form = new_calm(data=request.POST)
    if form.carry_out(partial(check_in, by=colleague(request))):
        remember_source(request, form.cleaned_data["source_kind"].value)
        return redirect(f"{reverse('note:new')}?{CALM}")
    return _show(request, note_page(calm=form, source=last_source(request)))


def _round(given: Mapping[str, str], name: str = ROUND) -> int | None:
    """The number of the round that is being walked; None where there is none."""
    number = given.get(name, "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else None


def _show(request: HttpRequest, page: NotePage) -> HttpResponse:
    return render(request, "notice/note/note.html", {"page": page})

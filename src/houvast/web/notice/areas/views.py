# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of areas, reading them in from a file, and adding, naming and ending one's own."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.areas import (
    add_own_area,
    change_own_area,
    end_own_area,
    import_areas,
    resume_own_area,
)
from houvast.queries.notice.areas import areas_page, describe_own_area, find_own_area
from houvast.web.notice.areas.forms import AreaFileForm, OwnAreaForm
from houvast.web.notice.areas.pages import JUST_READ, OwnAreaScreen, areas_screen
from houvast.web.notice.done import on_to
from houvast.web.shared.acting_form import colleague


@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """Which areas there are."""
    page = areas_screen(areas_page(), role=colleague(request).role, just_read=JUST_READ in request.GET)
    return render(request, "notice/areas/list.html", {"page": page})


def bring_in(request: HttpRequest) -> HttpResponse:
    """Read in a file."""
    is_sent = request.method == "POST"
    form = AreaFileForm(request.POST, request.FILES) if is_sent else AreaFileForm()
    if form.carry_out(partial(import_areas, by=colleague(request))):
        return redirect(f"{reverse('areas:list')}?{JUST_READ}=ja")
    return render(request, "notice/areas/import.html", {"form": form})


def new(request: HttpRequest) -> HttpResponse:
    """An area of one's own."""
    form = OwnAreaForm(request.POST if request.method == "POST" else None)
    if form.carry_out(partial(add_own_area, by=colleague(request))):
        return on_to("areas:list", done="toegevoegd")
    return render(request, "notice/areas/new.html", {"form": form})


def own(request: HttpRequest, identity: int) -> HttpResponse:
    """Name an area of one's own otherwise, or say what it is part of."""
    found = find_own_area(identity)
    about = describe_own_area(found)
    form = OwnAreaForm(
        request.POST if request.method == "POST" else None, initial={"name": about.name, "parent": about.parent}
    )
    if form.carry_out(partial(change_own_area, area=found, by=colleague(request))):
        return on_to("areas:list", done="bewaard")
    return render(request, "notice/areas/own.html", {"page": OwnAreaScreen(about), "form": form})


@require_POST
def end(request: HttpRequest, identity: int) -> HttpResponse:
    """Note nothing new in it from now on."""
    end_own_area(area=find_own_area(identity), by=colleague(request))
    return on_to("areas:own", identity, done="beeindigd")


@require_POST
def resume(request: HttpRequest, identity: int) -> HttpResponse:
    """Use it again."""
    resume_own_area(area=find_own_area(identity), by=colleague(request))
    return on_to("areas:own", identity, done="hervat")

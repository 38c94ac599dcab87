# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of themes, a new one, and changing one."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.themes import add_theme, change_theme, start_with_own_list
from houvast.queries.notice.themes import get_theme, themes_page
from houvast.web.notice.done import on_to
from houvast.web.notice.themes.forms import ChangeThemeForm, ThemeForm
from houvast.web.shared.acting_form import colleague

TEMPLATE = "notice/themes/theme.html"


@require_safe
def themes(request: HttpRequest) -> HttpResponse:
    """All themes."""
    return render(request, "notice/themes/list.html", {"page": themes_page(language=get_language() or "nl")})


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Begin with the list that comes with Houvast."""
    start_with_own_list(by=colleague(request))
    return on_to("themes:list", done="toegevoegd")


def add(request: HttpRequest) -> HttpResponse:
    """A new theme."""
    form = ThemeForm(request.POST or None)
    if form.carry_out(partial(add_theme, by=colleague(request))):
        return on_to("themes:list", done="toegevoegd")
    return render(request, TEMPLATE, {"form": form, "theme": None})


def change(request: HttpRequest, identity: int) -> HttpResponse:
    """Change a theme, or end it."""
    theme = get_theme(identity)
    kept = {
        "name": theme.name,
        "name_en": theme.name_en,
        "description": theme.description,
        "words": "\n".join(theme.words),
        "is_active": theme.is_active,
    }
    form = ChangeThemeForm(request.POST or None, initial=kept)
    if form.carry_out(partial(change_theme, theme=theme, by=colleague(request))):
        return on_to("themes:list", done="bewaard")
    return render(request, TEMPLATE, {"form": form, "theme": kept["name"]})

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Further languages: choosing them, and translating side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from houvast.actions.gather.translations import save_translations, set_languages
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.translation_work import TextPair, TranslationSheet, read_languages, read_sheet
from houvast.web.gather.prepare.forms import LanguagesForm
from houvast.web.gather.prepare.translation_form import TranslationForm
from houvast.web.shared.acting_form import colleague


@dataclass(frozen=True, slots=True)
class Pair:
    """An original beside the field of its translation."""

    original: TextPair
    field: BoundField


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything to translate into one language."""

    code: str
    about: TranslationSheet
    texts: tuple[Pair, ...]
    statements: tuple[Pair, ...]


def languages(request: HttpRequest, code: str) -> HttpResponse:
    """Which languages, and how much of each is missing."""
    page = read_languages(code, reader=get_language() or "nl")
    names = [(line.tag, line.name) for line in page.chosen]
    chosen = {"languages": [line.tag for line in page.chosen]}
    form = LanguagesForm(request.POST or None, offered=[*names, *page.offered], initial=chosen)
    if form.carry_out(partial(set_languages, conversation=get_conversation(code), by=colleague(request))):
        return redirect("prepare:translations", code)
    return render(request, "gather/prepare/languages.html", {"page": page, "form": form})


def sheet(request: HttpRequest, code: str, language: str) -> HttpResponse:
    """The originals and their translations side by side."""
    about = read_sheet(code, language, reader=get_language() or "nl")
    form = TranslationForm(request.POST or None, sheet=about)
    act = partial(save_translations, conversation=get_conversation(code), language=language, by=colleague(request))
    if form.carry_out(act):
        return redirect("prepare:translations", code)
    texts, statements = (tuple(Pair(one, form[one.name]) for one in part) for part in (about.texts, about.statements))
    page = SheetPage(code, about, texts, statements)
    return render(request, "gather/prepare/translation.html", {"page": page, "form": form})

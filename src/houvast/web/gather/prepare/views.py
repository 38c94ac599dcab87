# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The conversations of the municipality, and one of them as a whole: its texts, a preview, opening and closing."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from houvast.actions.gather.conversation_texts import change_preparation
from houvast.actions.gather.conversations import (
    close_conversation,
    create,
    open_conversation,
    reopen_conversation,
)
from houvast.queries.gather.conversations import get_conversation, list_conversations
from houvast.queries.gather.preparation import read_overview, read_texts
from houvast.queries.gather.preview import read_preview
from houvast.web.gather.prepare.forms import NewForm, ReopenForm, TextsForm
from houvast.web.gather.prepare.pages import list_page, overview_page, texts_page
from houvast.web.shared.acting_form import colleague


def conversations(request: HttpRequest) -> HttpResponse:
    """All conversations, by state."""
    page = list_page(list_conversations(), role=colleague(request).role)
    return render(request, "gather/prepare/list.html", {"page": page})


def new(request: HttpRequest) -> HttpResponse:
    """Begin a conversation."""
    form = NewForm(request.POST or None)
    if form.carry_out(partial(create, by=colleague(request))):
        return redirect("prepare:overview", form.outcome.code)
    return render(request, "gather/prepare/new.html", {"form": form})


def overview(request: HttpRequest, code: str) -> HttpResponse:
    """Where a conversation is, what is missing, what comes next."""
    page = overview_page(read_overview(code), role=colleague(request).role)
    return render(request, "gather/prepare/overview.html", {"page": page})


def texts(request: HttpRequest, code: str) -> HttpResponse:
    """What residents read, when it runs, by which rules."""
    prepared = read_texts(code)
    form = TextsForm(request.POST or None, initial=prepared.values)
    act = partial(change_preparation, conversation=get_conversation(code), by=colleague(request))
    if form.carry_out(act):
        return redirect("prepare:overview", code)
    return render(request, "gather/prepare/texts.html", {"page": texts_page(prepared, form), "form": form})


def preview(request: HttpRequest, code: str) -> HttpResponse:
    """The first page and a card as residents will see them."""
    language = request.GET.get("taal") or get_language() or "nl"
    return render(request, "gather/prepare/preview.html", {"page": read_preview(code, language=language)})


def open_it(request: HttpRequest, code: str) -> HttpResponse:
    """Ask whether it opens now, and open it."""
    if request.method == "POST":
        open_conversation(conversation=get_conversation(code), by=colleague(request))
        return redirect("prepare:overview", code)
    page = overview_page(read_overview(code), role=colleague(request).role)
    return render(request, "gather/prepare/open.html", {"page": page})


def close_it(request: HttpRequest, code: str) -> HttpResponse:
    """Ask whether it closes now, and close it."""
    if request.method == "POST":
        close_conversation(conversation=get_conversation(code), by=colleague(request))
        return redirect("prepare:overview", code)
    page = overview_page(read_overview(code), role=colleague(request).role)
    return render(request, "gather/prepare/close.html", {"page": page})


def reopen_it(request: HttpRequest, code: str) -> HttpResponse:
    """Let it go on until a new day."""
    form = ReopenForm(request.POST or None)
    if form.carry_out(partial(reopen_conversation, conversation=get_conversation(code), by=colleague(request))):
        return redirect("prepare:overview", code)
    page = overview_page(read_overview(code), role=colleague(request).role)
    return render(request, "gather/prepare/reopen.html", {"page": page, "form": form})

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations in and out: importing a Polis export, and files to take away."""

from __future__ import annotations

from functools import partial

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from houvast.actions.gather.exports import ExportKind, export
from houvast.actions.gather.polis_import import import_upload
from houvast.domain.errors import NotFound
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.exports import read_export_page
from houvast.web.gather.prepare.forms import ExportForm, ImportForm
from houvast.web.shared.acting_form import colleague


def bring_in(request: HttpRequest) -> HttpResponse:
    """Import a conversation that was held elsewhere."""
    is_sent = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if is_sent else ImportForm()
    if form.carry_out(partial(import_upload, by=colleague(request))):
        return redirect("prepare:overview", form.outcome.code)
    return render(request, "gather/prepare/import.html", {"form": form})


def exports(request: HttpRequest, code: str) -> HttpResponse:
    """Which files there are, and what they hold."""
    return _show(request, code, ExportForm())


def send_file(request: HttpRequest, code: str, name: str) -> HttpResponse | FileResponse:
    """A file, for a stated purpose. Without one: the page that asks it."""
    if name not in set(ExportKind):
        raise NotFound("There is no such file. Choose one on the page of exports.")
    if request.method != "POST":
        return redirect("prepare:exports", code)
    form = ExportForm(request.POST)
    act = partial(export, conversation=get_conversation(code), kind=ExportKind(name), by=colleague(request))
    if form.carry_out(act):
        file = form.outcome
        return FileResponse(file.content, as_attachment=True, filename=file.name, content_type=file.content_type)
    return _show(request, code, form)


def _show(request: HttpRequest, code: str, form: ExportForm) -> HttpResponse:
    return render(request, "gather/prepare/exports.html", {"page": read_export_page(code), "form": form})

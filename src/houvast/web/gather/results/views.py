# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came out, and what was done with it: for everybody, and for who takes part while it runs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from houvast.queries.gather.publications import what_was_done_page
from houvast.queries.gather.result_pages import result_page
from houvast.web.gather.resident.identity import for_one_reader, key_of, screen_language


def result(request: HttpRequest, code: str) -> HttpResponse:
    """The result; while people take part, only for those who do."""
    page = result_page(code, key=key_of(request, code), language=screen_language(), asked=request.GET.get("taal", ""))
    response = render(request, "gather/results/result.html", {"page": page})
    return for_one_reader(response) if page.own is not None else response


def what_was_done(request: HttpRequest, code: str) -> HttpResponse:
    """Decisions, promises and what people were told, in the order of time."""
    return render(request, "gather/results/what_was_done.html", {"page": what_was_done_page(code)})

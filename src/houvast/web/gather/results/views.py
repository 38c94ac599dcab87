# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came out, and what was done with it: for everybody, and for who takes part while it runs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from houvast.domain.participant_key import personal_key
from houvast.queries.gather.publications import what_was_done_page
from houvast.queries.gather.result_pages import result_page

TOKEN_COOKIE = "houvast"  # noqa: S105 -- a cookie's name


def result(request: HttpRequest, code: str) -> HttpResponse:
    """The result; while people take part, only for those who do."""
    token = request.COOKIES.get(TOKEN_COOKIE)
    key = personal_key(token, code) if token else None
    page = result_page(code, key=key, language=get_language() or "nl")
    response = render(request, "gather/results/result.html", {"page": page})
    if page.own is not None:
        response["Cache-Control"] = "private, no-store"
    return response


def what_was_done(request: HttpRequest, code: str) -> HttpResponse:
    """Decisions, promises and what people were told, in the order of time."""
    return render(request, "gather/results/what_was_done.html", {"page": what_was_done_page(code)})

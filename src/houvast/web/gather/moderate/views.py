# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The moderator's queue, its log, and the policy that everybody can read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from houvast.queries.gather.conversations import get_conversation


def queue(request: HttpRequest, code: str) -> HttpResponse:
    """What waits for a moderator."""
    return render(request, "gather/moderate/queue.html", {"page": get_conversation(code)})


def log(request: HttpRequest, code: str) -> HttpResponse:
    """What was decided."""
    return render(request, "gather/moderate/queue.html", {"page": get_conversation(code)})


def log_file(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """What was decided, as a file."""
    get_conversation(code)
    return HttpResponse("", content_type="text/csv; charset=utf-8")


def policy(request: HttpRequest, code: str) -> HttpResponse:
    """The rules."""
    return render(request, "gather/moderate/policy.html", {"page": get_conversation(code)})

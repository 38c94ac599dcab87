# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was destroyed, how many and under which rule? Never what it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from houvast.queries.notice.retention import DestructionPage, destruction_page
from houvast.web.notice.retention.words import say_rule, say_what


@dataclass(frozen=True, slots=True)
class Row:
    """One destruction in words."""

    at: datetime
    what: str
    number: int
    rule: str


@dataclass(frozen=True, slots=True)
class DestructionScreen:
    """A page of destructions; newer and older are addresses, empty where there is none."""

    rows: tuple[Row, ...]
    found: DestructionPage
    newer: str
    older: str


@require_safe
def destructions(request: HttpRequest) -> HttpResponse:
    """The list, the newest first."""
    asked, here = request.GET.get("pagina", ""), reverse("inbox:destructions")
    found = destruction_page(page=int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1)
    page = DestructionScreen(
        rows=tuple(Row(one.at, say_what(one), one.number, say_rule(one)) for one in found.lines),
        found=found,
        newer=f"{here}?pagina={found.number - 1}" if found.number > 1 else "",
        older=f"{here}?pagina={found.number + 1}" if found.number < found.pages else "",
    )
    return render(request, "notice/retention/destructions.html", {"page": page})

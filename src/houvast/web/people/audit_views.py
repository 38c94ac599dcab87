# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who changed what, when? The log of the staff, on the screen and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from houvast.queries.audit import AuditLine, AuditQuestion, list_choices, read_audit, write_audit_file
from houvast.web.people.audit_words import say_action, say_details, say_subject
from houvast.web.people.forms import AuditForm
from houvast.web.people.role_words import ROLE_WORDS

FORMER_COLLEAGUE = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One change, in words."""

    at: datetime
    who: str
    role: str | Promise
    what: str
    subject: str
    details: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """The lines of one page; newer, older and file are addresses, empty where there is none."""

    rows: tuple[Row, ...]
    total: int
    number: int
    pages: int
    newer: str
    older: str
    file: str


def audit(request: HttpRequest) -> HttpResponse:
    """What was asked for, a page at a time."""
    form = _read_form(request)
    asked = form.cleaned_data if form.is_valid() else {}
    found = read_audit(AuditQuestion(**asked), page=_read_page(request))
    page = AuditPage(
        rows=tuple(_say(line) for line in found.lines),
        total=found.total,
        number=found.number,
        pages=found.pages,
        newer=_address(asked, found.number - 1) if found.number > 1 else "",
        older=_address(asked, found.number + 1) if found.number < found.pages else "",
        file=_address(asked),
    )
    return render(request, "people/audit.html", {"page": page, "form": form})


def audit_file(request: HttpRequest) -> HttpResponse:
    """The same as a file, all of it."""
    form = _read_form(request)
    asked = form.cleaned_data if form.is_valid() else {}
    text = write_audit_file(AuditQuestion(**asked))
    disposition = {"Content-Disposition": 'attachment; filename="logboek.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=disposition)


def _read_form(request: HttpRequest) -> AuditForm:
    choices = list_choices()
    actions = sorted(((code, say_action(code)) for code in choices.actions), key=lambda pair: pair[1])
    return AuditForm(request.GET, actions=actions, colleagues=list(choices.colleagues))


def _read_page(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _address(asked: dict[str, object], page: int | None = None) -> str:
    given = {name: value for name, value in asked.items() if value not in ("", None)}
    return "?" + urlencode({**given, **({"page": page} if page else {})})


def _say(line: AuditLine) -> Row:
    return Row(
        at=line.at,
        who=line.actor or (_("Houvast itself") if line.role is None else _("a former colleague")),
        role=ROLE_WORDS[line.role] if line.role else "",
        what=say_action(line.action),
        subject=say_subject(line),
        details=say_details(line),
    )

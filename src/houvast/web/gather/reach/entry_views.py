# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Typing over what people filled in with a pen or said in the street: choose a pile, then ballot after ballot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from houvast.actions.gather.paper_answers import PaperPile, enter_ballot, enter_file, name_pile, undo_last
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.paper_entry import EntryPage, entry_page
from houvast.web.gather.reach.entry_forms import BallotEntryForm, BallotFileForm, PileForm
from houvast.web.shared.acting_form import colleague


@dataclass(frozen=True, slots=True)
class EntryScreen:
    """The page, the pile that was chosen, and the part of every address that names it. kept: ballots of a file."""

    about: EntryPage
    pile: PaperPile | None
    query: str
    pile_form: PileForm
    kept: int = 0

    @property
    def code(self) -> str:
        """Of the conversation."""
        return self.about.code

    @property
    def address(self) -> str:
        """Of this screen with this pile."""
        return f"{reverse('reach:entry', args=[self.code])}?{self.query}"


def entry(request: HttpRequest, code: str) -> HttpResponse:
    """One ballot."""
    page = _screen(request, code)
    form = _ballot_form(page, request.POST or None)
    if page.pile and form.carry_out(partial(enter_ballot, **_acting(request, page))):
        return redirect(page.address)
    return _show(request, page, form, BallotFileForm())


@require_POST
def file(request: HttpRequest, code: str) -> HttpResponse:
    """A file of ballots."""
    page, form = _screen(request, code), BallotFileForm(request.POST, request.FILES)
    if page.pile and form.carry_out(partial(enter_file, **_acting(request, page))):
        return redirect(f"{page.address}&{urlencode({'kept': form.outcome})}")
    return _show(request, page, _ballot_form(page, None), form)


@require_POST
def undo(request: HttpRequest, code: str) -> HttpResponse:
    """Take the last ballot back."""
    given = request.POST.get("number", "")
    number = int(given) if given.isascii() and given.isdigit() else -1
    undo_last(conversation=get_conversation(code), number=number, by=colleague(request))
    return redirect(_screen(request, code).address)


def _screen(request: HttpRequest, code: str) -> EntryScreen:
    conversation, by = get_conversation(code), colleague(request)
    about = entry_page(conversation, by=by)
    chosen = request.GET if "batch" in request.GET else None
    form = PileForm(chosen, languages=about.languages)
    if not form.carry_out(partial(name_pile, conversation=conversation)):
        return EntryScreen(about, None, "", form)
    mode, language = form.arguments()["mode"], form.cleaned_data["language"]
    pile = PaperPile(mode, form.outcome, language)
    query = urlencode({"mode": mode.value, "batch": pile.batch, "language": language})
    kept = request.GET.get("kept", "")
    return EntryScreen(
        entry_page(conversation, by=by, mode=mode, batch=pile.batch),
        pile, query, form, int(kept) if kept.isascii() and kept.isdigit() else 0,
    )  # fmt: skip


def _ballot_form(page: EntryScreen, sent: Any) -> BallotEntryForm:
    about = page.about
    return BallotEntryForm(sent, statements=about.statements, takes_statements=about.takes_statements)


def _acting(request: HttpRequest, page: EntryScreen) -> dict[str, Any]:
    return {"conversation": get_conversation(page.code), "pile": page.pile, "by": colleague(request)}


def _show(request: HttpRequest, page: EntryScreen, form: BallotEntryForm, file_form: BallotFileForm) -> HttpResponse:
    forms = {"form": form, "file_form": file_form, "pile_form": page.pile_form}
    return render(request, "gather/reach/entry.html", {"page": page, **forms})

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The municipality's own statements: adding, changing and leaving out, with the check list beside them."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from houvast.actions.gather.seed_statements import add_seeds, edit_seed, leave_out_seed
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.seed_list import TextReview, get_seed, list_seeds, review_texts
from houvast.queries.gather.translation_work import choices_of
from houvast.web.gather.prepare.forms import SeedForm, SeedsForm
from houvast.web.gather.prepare.pages import SeedPage, advise, seeds_page
from houvast.web.shared.acting_form import colleague


def statements(request: HttpRequest, code: str) -> HttpResponse:
    """The list, and new ones; advice is shown before they are kept."""
    form = SeedsForm(request.POST or None, languages=choices_of(code, reader=get_language() or "nl"))
    reviews: tuple[TextReview, ...] = ()
    if form.is_valid() and not form.cleaned_data["confirmed"]:
        lines = tuple(line.strip() for line in form.cleaned_data["lines"].splitlines() if line.strip())
        reviews = review_texts(code, lines, language=form.cleaned_data["language"])
        form.ask()
    act = partial(add_seeds, conversation=get_conversation(code), by=colleague(request))
    if not reviews and form.carry_out(act):
        return redirect("prepare:statements", code)
    return render(
        request, "gather/prepare/statements.html", {"page": seeds_page(list_seeds(code), reviews), "form": form}
    )


def statement(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Other words for one that nobody voted on."""
    seed = get_seed(code, number)
    form = SeedForm(request.POST or None, initial={"text": seed.text})
    reviews: tuple[TextReview, ...] = ()
    if form.is_valid() and not form.cleaned_data["confirmed"]:
        reviews = review_texts(code, (form.cleaned_data["text"],), language=seed.language, but=number)
        form.ask()
    if not reviews and form.carry_out(partial(edit_seed, statement=seed, by=colleague(request))):
        return redirect("prepare:statements", code)
    page = SeedPage(code, number, seed.language, advise(reviews))
    return render(request, "gather/prepare/statement.html", {"page": page, "form": form})


@require_POST
def leave_out(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take one away before the opening."""
    leave_out_seed(statement=get_seed(code, number), by=colleague(request))
    return redirect("prepare:statements", code)

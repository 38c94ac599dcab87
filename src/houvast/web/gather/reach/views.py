# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do people hear of it, and who does not take part yet? Posters, ballots, invitations and the reach meter."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.gather.invitations import make_invitations, revoke_unused
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.invitation_pages import invitations_page, invitations_zip
from houvast.queries.gather.reach import reach_page
from houvast.queries.gather.reach_prints import ballot_pdf, poster_pdf
from houvast.web.gather.reach.forms import BallotForm, InvitationsForm, PosterForm
from houvast.web.shared.acting_form import colleague


@require_safe
def overview(request: HttpRequest, code: str) -> HttpResponse:
    """Everything to hand out, and who takes part."""
    page = reach_page(code, language=get_language() or "nl")
    poster_form, form = PosterForm(languages=page.languages), BallotForm(languages=page.languages, auto_id="ballot_%s")
    return render(request, "gather/reach/overview.html", {"page": page, "poster_form": poster_form, "form": form})


@require_safe
def poster(request: HttpRequest, code: str) -> HttpResponse:
    """One A4 to hang up."""
    return _pdf(poster_pdf(code, language=request.GET.get("language", "")), f"poster-{code}.pdf")


@require_safe
def ballot(request: HttpRequest, code: str) -> HttpResponse:
    """The ballot to fill in with a pen."""
    asked = {name: request.GET.get(name, "") for name in ("language", "mark", "send_to")}
    return _pdf(ballot_pdf(code, **asked), f"stembiljet-{code}.pdf")


def invitations(request: HttpRequest, code: str) -> HttpResponse:
    """The batches; a new one comes as a file, once."""
    form = InvitationsForm(request.POST or None)
    act = partial(make_invitations, conversation=get_conversation(code), by=colleague(request))
    if form.carry_out(act):
        packed = invitations_zip(
            code, batch=form.cleaned_data["batch"], codes=form.outcome, with_cards=form.cleaned_data["with_cards"]
        )
        return _download(packed, f"uitnodigingen-{code}.zip", "application/zip")
    return render(request, "gather/reach/invitations.html", {"page": invitations_page(code), "form": form})


@require_POST
def revoke(request: HttpRequest, code: str) -> HttpResponse:
    """Make the unused codes of a batch worthless."""
    revoke_unused(conversation=get_conversation(code), batch=request.POST.get("batch", ""), by=colleague(request))
    return redirect("reach:invitations", code)


def _pdf(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, "application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})


def _download(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

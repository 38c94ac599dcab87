# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do people come in from elsewhere? By a code to scan, from another site, with an invitation in hand."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from houvast.queries.gather.invitations import find_invited
from houvast.queries.gather.reach_prints import embed_card, qr_picture


@require_safe
def qr(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """The code to scan."""
    return HttpResponse(qr_picture(code), content_type="image/svg+xml")


@require_safe
def embed(request: HttpRequest, code: str) -> HttpResponse:
    """A card inside a page of another site of the municipality."""
    page = embed_card(code, language=request.GET.get("taal", ""), screen=get_language() or "nl")
    return render(request, "gather/reach/embed.html", {"page": page})


@require_safe
def invitation(request: HttpRequest, invitation_code: str) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """From the invitation to the first page, with the code in hand."""
    code, written = find_invited(invitation_code)
    return redirect(f"{reverse('resident:intro', args=[code])}?{urlencode({'uitnodiging': written})}")

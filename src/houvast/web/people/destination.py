# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does somebody go after logging in? Where they wanted to go, as long as that is here."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def read_destination(request: HttpRequest) -> str:
    """The address in ?next=, or the front page of staff where there is none or it is on another site."""
    wanted = request.GET.get("next", "")
    is_here = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_here else reverse("staff-home")

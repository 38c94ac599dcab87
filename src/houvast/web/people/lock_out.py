# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody see after too many wrong passwords? How long it takes, and what to do."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MINUTES = 60


def show_lock_out(request: HttpRequest, _response: HttpResponse | None, _credentials: object) -> HttpResponse:
    """A page in the place of the login form, for django-axes."""
    minutes = round(settings.AXES_COOLOFF_TIME * MINUTES)
    return render(request, "people/locked_out.html", {"page": {"minutes": minutes}}, status=429)

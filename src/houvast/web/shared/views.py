# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two front pages: residents' and staff's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """What can be joined now, and what came of earlier conversations."""
    return render(request, "shared/home.html")


def staff_home(request: HttpRequest) -> HttpResponse:
    """Where a colleague begins."""
    return render(request, "shared/staff_home.html")

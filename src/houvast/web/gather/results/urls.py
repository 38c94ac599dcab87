# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.web.gather.results import views
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "results"
urlpatterns = [
    path("g/<slug:code>/resultaat", open_to(EVERYBODY)(views.result), name="result"),
    path("g/<slug:code>/terugkoppeling", open_to(EVERYBODY)(views.what_was_done), name="what-was-done"),
]

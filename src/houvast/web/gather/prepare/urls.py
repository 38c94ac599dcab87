# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "prepare"
urlpatterns: list[URLPattern] = []

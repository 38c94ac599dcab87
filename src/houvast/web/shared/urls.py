# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.shared.access import EVERYBODY, open_to
from houvast.web.shared import views

urlpatterns = [
    path("", open_to(EVERYBODY)(views.home), name="home"),
    path("beheer", open_to(Capability.WATCH)(views.staff_home), name="staff-home"),
]

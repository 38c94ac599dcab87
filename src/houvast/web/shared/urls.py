# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.shared import gallery, machine_views, views
from houvast.web.shared.access import EVERYBODY, STAFF, open_to

everybody = open_to(EVERYBODY)
urlpatterns = [
    path("", everybody(views.home), name="home"),
    path("beheer", open_to(Capability.WATCH)(views.staff_home), name="staff-home"),
    path("beheer/meer", open_to(STAFF)(views.staff_settings), name="staff-settings"),
    path("toegankelijkheid", everybody(views.accessibility), name="accessibility"),
    path("privacy", everybody(views.privacy), name="privacy"),
    path("thema.css", everybody(views.theme), name="theme"),
    path(".well-known/security.txt", everybody(machine_views.security_txt), name="security-txt"),
    path("gezond/leeft", everybody(machine_views.health_live), name="health-live"),
    path("gezond/klaar", everybody(machine_views.health_ready), name="health-ready"),
    path("componenten", open_to(STAFF)(gallery.components), name="components"),
]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.gather.reach import entry_views, public_views, views
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "reach"
ONE = "beheer/gesprekken/<slug:code>"
everybody = open_to(EVERYBODY)
invites = open_to(Capability.INVITE)
enters = open_to(Capability.ENTER_ANSWERS)
urlpatterns = [
    path(f"{ONE}/bereik", open_to(Capability.WATCH)(views.overview), name="overview"),
    path(f"{ONE}/bereik/poster.pdf", invites(views.poster), name="poster"),
    path(f"{ONE}/bereik/stembiljet.pdf", invites(views.ballot), name="ballot"),
    path(f"{ONE}/bereik/uitnodigingen", invites(views.invitations), name="invitations"),
    path(f"{ONE}/bereik/uitnodigingen/intrekken", invites(views.revoke), name="revoke"),
    path(f"{ONE}/invoer", enters(entry_views.entry), name="entry"),
    path(f"{ONE}/invoer/bestand", enters(entry_views.file), name="entry-file"),
    path(f"{ONE}/invoer/terug", enters(entry_views.undo), name="entry-undo"),
    path("g/<slug:code>/qr.svg", everybody(public_views.qr), name="qr"),
    path("g/<slug:code>/insluiten", everybody(public_views.embed), name="embed"),
    path("u/<str:invitation_code>", everybody(public_views.invitation), name="invitation"),
]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.gather.watch import views
from houvast.web.shared.access import open_to

app_name = "watch"
ONE = "beheer/gesprekken/<slug:code>"
watch = open_to(Capability.WATCH)
urlpatterns = [
    path(f"{ONE}/verloop", watch(views.progress), name="progress"),
    path(f"{ONE}/verloop/gebeurtenissen", watch(views.events), name="events"),
    path(f"{ONE}/scherm", watch(views.room), name="room"),
    path(f"{ONE}/scherm/gebeurtenissen", watch(views.room_events), name="room-events"),
]

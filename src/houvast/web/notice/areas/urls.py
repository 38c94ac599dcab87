# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.areas import views
from houvast.web.shared.access import open_to

app_name = "areas"
keeper = open_to(Capability.MANAGE_AREAS)
urlpatterns = [
    path("beheer/gebieden", open_to(Capability.WATCH)(views.areas), name="list"),
    path("beheer/gebieden/inlezen", keeper(views.bring_in), name="import"),
    path("beheer/gebieden/nieuw", keeper(views.new), name="new"),
    path("beheer/gebieden/<int:identity>", keeper(views.own), name="own"),
    path("beheer/gebieden/<int:identity>/beeindigen", keeper(views.end), name="end"),
    path("beheer/gebieden/<int:identity>/hervatten", keeper(views.resume), name="resume"),
]

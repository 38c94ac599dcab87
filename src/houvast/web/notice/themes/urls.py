# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.themes import views
from houvast.web.shared.access import open_to

app_name = "themes"
manage = open_to(Capability.MANAGE_AREAS)
urlpatterns = [
    path("beheer/themas", open_to(Capability.WATCH)(views.themes), name="list"),
    path("beheer/themas/beginnen", manage(views.start), name="start"),
    path("beheer/themas/nieuw", manage(views.add), name="new"),
    path("beheer/themas/<int:identity>", manage(views.change), name="one"),
]

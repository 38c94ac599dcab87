# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.note import offline_views, views
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "note"
NEW = "beheer/signalen/nieuw"
reporter = open_to(Capability.NOTE)
urlpatterns = [
    path(NEW, reporter(views.note), name="new"),
    path(f"{NEW}/niets-bijzonders", reporter(views.nothing_special), name="check-in"),
    path(f"{NEW}/zonder-verbinding", reporter(offline_views.shell), name="shell"),
    path(f"{NEW}/stand", reporter(offline_views.state), name="state"),
    path(f"{NEW}/verzegeld", reporter(offline_views.sealed), name="sealed"),
    path("signaleren/werker.js", open_to(EVERYBODY)(offline_views.worker), name="worker"),
    path("signaleren/app.webmanifest", open_to(EVERYBODY)(offline_views.manifest), name="manifest"),
]

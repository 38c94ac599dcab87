# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.triggers import views
from houvast.web.shared.access import open_to

app_name = "triggers"
ALL = "beheer/aanleidingen"
watches = open_to(Capability.WATCH)
weighs = open_to(Capability.WEIGH)
urlpatterns = [
    path(ALL, watches(views.calendar), name="list"),
    path(f"{ALL}.ics", watches(views.calendar_file), name="file"),
    path(f"{ALL}/nieuw", weighs(views.new), name="new"),
    path(f"{ALL}/<int:number>", weighs(views.change), name="change"),
    path(f"{ALL}/<int:number>/weghalen", weighs(views.remove), name="remove"),
    path(f"{ALL}/bekende-dagen/<int:year>", weighs(views.suggestions), name="suggestions"),
]

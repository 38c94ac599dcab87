# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.gather.publish import views
from houvast.web.shared.access import open_to

app_name = "publish"
ONE = "beheer/gesprekken/<slug:code>"
report = open_to(Capability.REPORT_BACK)
urlpatterns = [
    path(f"{ONE}/landschap", open_to(Capability.WATCH)(views.landscape), name="landscape"),
    path(f"{ONE}/publiceren", open_to(Capability.PUBLISH)(views.publish), name="publish"),
    path(f"{ONE}/afspraken", report(views.promises), name="promises"),
    path(f"{ONE}/afspraken/<int:number>", report(views.one_promise), name="promise"),
    path(f"{ONE}/terugkoppeling", report(views.tell), name="report-back"),
]

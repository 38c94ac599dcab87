# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.gather.moderate import views
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "moderate"
ONE = "beheer/gesprekken/<slug:code>/moderatie"
moderator = open_to(Capability.MODERATE)
urlpatterns = [
    path(ONE, moderator(views.queue), name="queue"),
    path(f"{ONE}/toelaten", moderator(views.accept_many), name="accept-many"),
    path(f"{ONE}/<int:number>", moderator(views.statement), name="statement"),
    path(f"{ONE}/<int:number>/spelling", moderator(views.mend), name="mend"),
    path(f"{ONE}/logboek", moderator(views.log), name="log"),
    path(f"{ONE}/logboek.csv", moderator(views.log_file), name="log-file"),
    path("g/<slug:code>/spelregels", open_to(EVERYBODY)(views.policy), name="policy"),
]

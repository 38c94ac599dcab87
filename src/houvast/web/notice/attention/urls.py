# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.attention import views
from houvast.web.shared.access import open_to

app_name = "attention"
HERE = "beheer/aandacht"
watches, team = open_to(Capability.WATCH), open_to(Capability.SEE_OBSERVATIONS)
urlpatterns = [
    path(HERE, watches(views.attention), name="list"),
    path(f"{HERE}/terugblik", team(views.back_test), name="back-test"),
    path(f"{HERE}/gemist", team(views.missed), name="missed"),
    path(f"{HERE}/afspraken", open_to(Capability.MANAGE_AREAS)(views.terms), name="terms"),
    path(f"{HERE}/<int:identity>", watches(views.point), name="point"),
    path(f"{HERE}/<int:identity>/besluit", open_to(Capability.WEIGH)(views.decision), name="decide"),
]

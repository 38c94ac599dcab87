# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.streets import views
from houvast.web.shared.access import open_to

app_name = "streets"
ALL = "beheer/straatgesprekken"
ONE = f"{ALL}/<int:number>"
walker = open_to(Capability.WALK)
urlpatterns = [
    path(ALL, walker(views.rounds), name="list"),
    path(f"{ALL}/nieuw", walker(views.new), name="new"),
    path(ONE, walker(views.one_round), name="round"),
    path(f"{ONE}/wijzigen", walker(views.change), name="change"),
    path(f"{ONE}/tellen", walker(views.count), name="count"),
    path(f"{ONE}/afsluiten", walker(views.hold), name="hold"),
    path(f"{ONE}/afzeggen", walker(views.cancel), name="cancel"),
    path(f"{ONE}/opnieuw", walker(views.again), name="again"),
    path(f"{ONE}/terug", walker(views.come_back), name="return"),
    path(f"{ONE}/terug/gedaan", walker(views.returned), name="returned"),
    path(f"{ONE}/blad", walker(views.sheet), name="sheet"),
    path("beheer/inzet", open_to(Capability.WATCH)(views.effort), name="effort"),
]

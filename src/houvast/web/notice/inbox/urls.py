# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.inbox import public_views, views
from houvast.web.notice.retention.views import destructions
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "inbox"
ONE = "beheer/inbox/<int:number>"
answers = open_to(Capability.ANSWER)
everybody = open_to(EVERYBODY)
urlpatterns = [
    path("idee", everybody(public_views.idea), name="idea"),
    path("antwoord/<str:key>", everybody(public_views.answer), name="answer"),
    path("beheer/inbox", answers(views.inbox), name="list"),
    path(ONE, answers(views.message), name="message"),
    path(f"{ONE}/oppakken", answers(views.mine), name="take-up"),
    path(f"{ONE}/overdragen", answers(views.hand), name="hand-over"),
    path(f"{ONE}/casus", answers(views.case), name="case"),
    path(f"{ONE}/signaal", answers(views.observation), name="observation"),
    path("beheer/vernietiging", open_to(Capability.READ_AUDIT)(destructions), name="destructions"),
    path(f"{ONE}/stelling", answers(views.statement), name="statement"),
]

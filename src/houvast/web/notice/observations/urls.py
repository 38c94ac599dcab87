# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.observations import views
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "observations"
LIST = "beheer/signalen"
ONE = f"{LIST}/<int:identity>"
answers = open_to(Capability.ANSWER)
urlpatterns = [
    path(LIST, open_to(Capability.SEE_OBSERVATIONS)(views.observations), name="list"),
    path(f"{LIST}/aantallen.csv", open_to(Capability.EXPORT)(views.counts_file), name="counts-file"),
    path(ONE, open_to(Capability.SEE_OBSERVATIONS)(views.observation), name="one"),
    path(f"{ONE}/antwoord", answers(views.answer), name="answer"),
    path(f"{ONE}/oppakken", answers(views.pick_up), name="pick-up"),
    path(f"{ONE}/indelen", answers(views.correct), name="correct"),
    path("terugkoppeling/<slug:key>", open_to(EVERYBODY)(views.feedback), name="feedback"),
]

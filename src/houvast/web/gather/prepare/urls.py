# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.gather.prepare import (
    background_views,
    interchange_views,
    rehearsal_views,
    statement_views,
    translation_views,
    views,
)
from houvast.web.shared.access import open_to

prepares = open_to(Capability.PREPARE)
watches = open_to(Capability.WATCH)
exports = open_to(Capability.EXPORT)
HERE = "beheer/gesprekken"
ONE = f"{HERE}/<slug:code>"

app_name = "prepare"
urlpatterns = [
    path(HERE, watches(views.conversations), name="list"),
    path(f"{HERE}/nieuw", prepares(views.new), name="new"),
    path(f"{HERE}/importeren", prepares(interchange_views.bring_in), name="import"),
    path(ONE, watches(views.overview), name="overview"),
    path(f"{ONE}/teksten", prepares(views.texts), name="texts"),
    path(f"{ONE}/voorbeeld", prepares(views.preview), name="preview"),
    path(f"{ONE}/openen", prepares(views.open_it), name="open"),
    path(f"{ONE}/sluiten", prepares(views.close_it), name="close"),
    path(f"{ONE}/heropenen", prepares(views.reopen_it), name="reopen"),
    path(f"{ONE}/stellingen", prepares(statement_views.statements), name="statements"),
    path(f"{ONE}/stellingen/<int:number>", prepares(statement_views.statement), name="statement"),
    path(f"{ONE}/stellingen/<int:number>/weg", prepares(statement_views.leave_out), name="statement-leave-out"),
    path(f"{ONE}/vertalingen", prepares(translation_views.languages), name="translations"),
    path(f"{ONE}/vertalingen/<str:language>", prepares(translation_views.sheet), name="translation"),
    path(f"{ONE}/achtergrond", prepares(background_views.questions), name="background"),
    path(f"{ONE}/achtergrond/<int:identity>", prepares(background_views.question), name="background-question"),
    path(f"{ONE}/achtergrond/<int:identity>/weg", prepares(background_views.remove), name="background-remove"),
    path(f"{ONE}/oefenen", prepares(rehearsal_views.rehearsal), name="rehearsal"),
    path(f"{ONE}/oefenen/stoppen", prepares(rehearsal_views.stop), name="rehearsal-stop"),
    path(f"{ONE}/exporteren", exports(interchange_views.exports), name="exports"),
    path(f"{ONE}/exporteren/<str:name>", exports(interchange_views.send_file), name="export-file"),
]

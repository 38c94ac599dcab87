# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address of this screen."""

from __future__ import annotations

from django.urls import path

from houvast.domain.roles import Capability
from houvast.web.notice.bring_in import views
from houvast.web.shared.access import open_to

app_name = "bring-in"
urlpatterns = [
    path("beheer/signalen/inlezen", open_to(Capability.IMPORT_OBSERVATIONS)(views.bring_in), name="file"),
]

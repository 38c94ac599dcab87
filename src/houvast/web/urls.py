# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address, by screen; each list holds whole addresses. Dutch words, and no slash at the end."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("houvast.web.shared.urls")),
    path("", include("houvast.web.people.urls")),
    path("", include("houvast.web.gather.resident.urls")),
    path("", include("houvast.web.gather.results.urls")),
    path("", include("houvast.web.gather.prepare.urls")),
    path("", include("houvast.web.gather.reach.urls")),
    path("", include("houvast.web.gather.moderate.urls")),
    path("", include("houvast.web.gather.watch.urls")),
    path("", include("houvast.web.gather.publish.urls")),
    path("", include("houvast.web.notice.bring_in.urls")),
    path("", include("houvast.web.notice.themes.urls")),
    path("", include("houvast.web.notice.attention.urls")),
    path("", include("houvast.web.notice.note.urls")),
    path("", include("houvast.web.notice.observations.urls")),
    path("", include("houvast.web.notice.areas.urls")),
    path("", include("houvast.web.notice.streets.urls")),
    path("", include("houvast.web.notice.inbox.urls")),
    path("", include("houvast.web.notice.triggers.urls")),
    path("", include("houvast.web.api.urls")),
]
handler400 = "houvast.web.shared.error_pages.bad_request"
handler403 = "houvast.web.shared.error_pages.not_allowed"
handler404 = "houvast.web.shared.error_pages.not_found"
handler500 = "houvast.web.shared.error_pages.server_error"

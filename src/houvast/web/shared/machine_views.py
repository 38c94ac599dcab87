# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do machines ask? Where to report a leak (RFC 9116), and whether the app is well."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from houvast.domain.errors import NotFound
from houvast.queries.health import look_at_health

HOLDS = timedelta(days=90)
CONTACT_FORMS = ("mailto:", "https://", "tel:")


def security_txt(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """Where to report a leak."""
    contact = settings.HOUVAST.text("HOUVAST_CONTACT")
    if not contact.startswith(CONTACT_FORMS):
        raise NotFound("No contact for security reports has been set. Who manages this site: set HOUVAST_CONTACT.")
    return HttpResponse(security_text(contact, timezone.now()), content_type="text/plain; charset=utf-8")


def security_text(contact: str, now: datetime) -> str:
    """The lines of security.txt; they hold for 90 days from the last midnight."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    address = settings.HOUVAST.text("HOUVAST_ADDRESS").rstrip("/")
    lines = {
        "Contact": contact,
        "Expires": (midnight + HOLDS).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": "nl, en",
        "Canonical": f"{address}/.well-known/security.txt",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def health_live(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 -- as Django calls it
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def health_ready(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 -- as Django calls it
    """Requests can be answered. A silent worker is told, but the pages do not need it."""
    health = look_at_health()
    status = "ok" if health.ready else "unavailable"
    answer = {"status": status, "database": health.ready, "worker": health.worker_reported}
    return JsonResponse(answer, status=200 if health.ready else 503, headers={"Cache-Control": "no-store"})

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which headers does every answer carry beside the content security policy? A view that sets one itself keeps it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb", "xr-spatial-tracking",
    )
)  # fmt: skip
DEVICE_COOKIE = "houvast"
# Search engines may list these; a listed conversation says so itself with X-Robots-Tag: all.
FOR_SEARCH_ENGINES = {"home", "privacy", "accessibility"}
EMBEDDED = "reach:embed"
PERSONAL_VALUES = {"key", "invitation_code"}


class HeadersMiddleware:
    """Nothing personal stays in a cache, nothing is framed or listed that should not be."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add what the view did not say."""
        response = self.get_response(request)
        match = request.resolver_match
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        keep = "private, no-store" if is_personal(request) else "private, no-cache"
        response.headers.setdefault("Cache-Control", keep)
        if not match or match.view_name not in FOR_SEARCH_ENGINES:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        if match and match.view_name == EMBEDDED:
            let_embed(response)
        return response


def is_personal(request: HttpRequest) -> bool:
    """Whether the answer depends on somebody's device, login, link or form."""
    if request.method not in {"GET", "HEAD"}:
        return True
    cookies = {DEVICE_COOKIE, settings.SESSION_COOKIE_NAME}
    named = set(request.resolver_match.kwargs) if request.resolver_match else set()
    return bool(cookies & set(request.COOKIES)) or bool(PERSONAL_VALUES & named)


def let_embed(response: HttpResponse) -> None:
    """The municipality's own sites may show this page inside theirs."""
    sites = settings.HOUVAST.text("HOUVAST_EMBED_SITES").split()
    if sites:
        response._csp_replace = {"frame-ancestors": sites}  # type: ignore[attr-defined]  # django-csp reads it

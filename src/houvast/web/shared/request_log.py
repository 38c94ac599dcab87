# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written down of a request? Method, the name of the page, status, duration; nothing about who, from where."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

log = structlog.stdlib.get_logger("houvast.request")
NO_PAGE = "none"


class RequestLogMiddleware:
    """One line for every request. Addresses are left out: they hold personal keys."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Measure and write."""
        start = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        log.log(
            _level(response.status_code),
            "request",
            method=request.method,
            page=match.view_name if match else NO_PAGE,
            status=response.status_code,
            ms=round((time.perf_counter() - start) * 1000, 1),
        )
        return response


def _level(status: int) -> int:
    """Errors of ours stand out."""
    return 40 if status >= 500 else 20

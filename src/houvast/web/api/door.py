# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes with every answer of the API? Its version, that it is kept nowhere, and which sites may read it.

Anybody's site may read what is public. Taking part from another site's pages works only for the sites that the
installation lists (HOUVAST_EMBED_SITES); programs outside a browser are not held by this.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from houvast.web.api.openapi import VERSION
from houvast.web.api.problems import NO_ADDRESS, NO_METHOD, problem

View = Callable[..., HttpResponse]
PUBLIC = "*"
PREFLIGHT_SECONDS = "600"


def at_the_door(view: View) -> View:
    """A view of the API with the headers that all of them have."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "OPTIONS" and "Origin" in request.headers:
            return _finish(request, _preflight(request))
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            response = _no_method(response)
        return _finish(request, response)

    return csrf_exempt(answer)


def no_address(_request: HttpRequest, **_: Any) -> HttpResponse:
    """Every other address under the API."""
    return _nothing()


def _nothing() -> HttpResponse:
    return problem(404, detail=_(NO_ADDRESS), code="not-found")


def _no_method(refused: HttpResponse) -> HttpResponse:
    response = problem(405, detail=_(NO_METHOD), code="method-not-allowed")
    response["Allow"] = refused["Allow"]
    return response


def _finish(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    response["API-Version"] = VERSION
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = "frame-ancestors 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Frame-Options"] = "DENY"
    if request.method in {"GET", "HEAD"} and "Authorization" not in request.headers:
        response["Access-Control-Allow-Origin"] = PUBLIC
        response["Access-Control-Expose-Headers"] = "API-Version"
    elif _is_listed(request):
        response["Access-Control-Allow-Origin"] = request.headers["Origin"]
        response["Access-Control-Expose-Headers"] = "API-Version"
        response["Vary"] = "Origin"
    return response


def _preflight(request: HttpRequest) -> HttpResponse:
    """The browser's question before a call from another site's page."""
    response = HttpResponse(status=204)
    if _is_listed(request):
        response["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
        response["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        response["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
    return response


def _is_listed(request: HttpRequest) -> bool:
    """Whether the call comes from a page of a site that may let people take part."""
    return request.headers.get("Origin", "") in settings.HOUVAST.text("HOUVAST_EMBED_SITES").split()

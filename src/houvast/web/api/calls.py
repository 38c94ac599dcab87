# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API itself: its calls, how its errors look, and its document at /api/v1/openapi.json."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from houvast.domain.errors import HouvastError
from houvast.web.api import participation_views, problems, public_views
from houvast.web.api.openapi import DESCRIPTION, TITLE, VERSION, complete, servers
from houvast.web.api.router import router

GATHERED = (public_views, participation_views)  # importing them puts their calls on the router


# The first that fits: ninja looks for the kind of the error, then for the kinds it is made of.
HANDLERS: tuple[tuple[type[Exception], Callable[[HttpRequest, Any], HttpResponse]], ...] = (
    (HouvastError, problems.from_our_error),
    (ValidationError, problems.from_wrong_input),
    (HttpError, problems.from_http_error),
    (AuthenticationError, problems.from_no_bearer),
    (Exception, problems.from_fault),
)


class HouvastApi(NinjaAPI):
    """A NinjaAPI whose document keeps the Dutch API Design Rules."""

    def get_openapi_schema(self, **_: Any) -> OpenAPISchema:
        """The document with addresses relative to the server's, which holds the major version."""
        document = super().get_openapi_schema(path_prefix="")
        document.update(complete(dict(document)))
        document["servers"] = servers()
        return document


def make_api() -> HouvastApi:
    """The API with all its calls."""
    api = HouvastApi(
        title=TITLE, version=VERSION, description=DESCRIPTION, urls_namespace="calls", openapi_url=None, docs_url=None
    )
    api.add_router("", router)
    for kind, handler in HANDLERS:
        api.add_exception_handler(kind, handler)
    return api


API = make_api()


def document(_request: HttpRequest) -> JsonResponse:
    """The OpenAPI document."""
    return JsonResponse(API.get_openapi_schema(), json_dumps_params={"ensure_ascii": False})

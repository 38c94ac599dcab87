# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the API. Everybody may call; what a call may do hangs on the token it bears."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from houvast.web.api.calls import API, document
from houvast.web.api.door import at_the_door, no_address
from houvast.web.api.openapi import API_ROOT
from houvast.web.shared.access import EVERYBODY, open_to

ROOT = API_ROOT.lstrip("/")


def _declare(pattern: URLPattern) -> URLPattern:
    """A call under the root of the API, open to everybody."""
    view = open_to(EVERYBODY)(at_the_door(pattern.callback))
    return path(f"{ROOT}/{str(pattern.pattern).lstrip('/')}", view, name=pattern.name)


app_name = "api"
urlpatterns = [
    path(f"{ROOT}/openapi.json", open_to(EVERYBODY)(at_the_door(document)), name="document"),
    *(_declare(pattern) for pattern in API.urls[0] if isinstance(pattern, URLPattern) and pattern.name != "api-root"),
    re_path(rf"^{ROOT}(?:/[\s\S]*)?\Z", open_to(EVERYBODY)(at_the_door(no_address)), name="no-address"),
]

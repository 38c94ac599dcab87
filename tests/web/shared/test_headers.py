# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every answer carry its headers, and stays what is personal out of caches, frames and search engines?"""

from __future__ import annotations

import cast
import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve

from houvast.configuration.environment import Environment
from houvast.web.shared import headers
from houvast.web.shared.headers import HeadersMiddleware, is_personal, let_embed

pytestmark = pytest.mark.django_db


def request_for(path: str, method: str = "get", **cookies: str) -> HttpRequest:
    request = getattr(RequestFactory(), method)(path)
    request.COOKIES.update(cookies)
    request.resolver_match = resolve(path)
    return request  # type: ignore[no-any-return]


@pytest.mark.parametrize("path", ["/", "/privacy", "/toegankelijkheid", "/inloggen", "/niets", "/gezond/leeft"])
def test_every_answer_has_the_headers_of_a_safe_page(client: Client, path: str) -> None:
    found = client.get(path).headers
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "same-origin"
    assert "camera=()" in found["Permissions-Policy"]
    policy = found["Content-Security-Policy"]
    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert "Cache-Control" in found


@pytest.mark.parametrize(
    ("path", "method", "cookies", "personal"),
    [("/privacy", "get", {}, False),
     ("/privacy", "get", {"houvast": "x"}, True),
     ("/privacy", "get", {"houvast-staff": "x"}, True),
     ("/privacy", "get", {"other": "x"}, False),
     ("/inloggen", "post", {}, True),
     ("/g/plein/mijn/" + "a" * 32, "get", {}, True)],
)  # fmt: skip
def test_what_depends_on_a_device_a_login_a_link_or_a_form_is_personal(
    path: str, method: str, cookies: dict[str, str], personal: bool
) -> None:
    assert is_personal(request_for(path, method, **cookies)) is personal


def test_personal_pages_are_stored_nowhere(client: Client) -> None:
    assert client.get("/privacy").headers["Cache-Control"] == "private, no-cache"
    client.cookies["houvast"] = "token"
    assert client.get("/privacy").headers["Cache-Control"] == "private, no-store"
    client.force_login(cast.staff())
    assert client.get("/componenten").headers["Cache-Control"] == "private, no-store"


def test_a_view_that_says_so_itself_keeps_its_header() -> None:
    own = HttpResponse(headers={"Cache-Control": "public, max-age=60", "X-Robots-Tag": "all"})
    answer = HeadersMiddleware(lambda request: own)(request_for("/thema.css"))
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == ("public, max-age=60", "all")


def test_search_engines_get_the_public_pages_only(client: Client) -> None:
    listed = {path: client.get(path).headers.get("X-Robots-Tag") for path in ("/", "/privacy", "/inloggen", "/niets")}
    assert listed == {"/": None, "/privacy": None, "/inloggen": "noindex", "/niets": "noindex"}


@pytest.mark.parametrize("sites", ["", "https://noorderhaaks.example https://wijk.example"])
def test_only_named_sites_may_embed(sites: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headers.settings, "HOUVAST", Environment({"HOUVAST_EMBED_SITES": sites}))
    answer = HttpResponse()
    let_embed(answer)
    assert getattr(answer, "_csp_replace", {}).get("frame-ancestors", []) == sites.split()


def test_the_embedded_page_and_no_other_says_who_may_frame_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.conversation(code="plein")
    monkeypatch.setattr(headers.settings, "HOUVAST", Environment({"HOUVAST_EMBED_SITES": "https://wijk.example"}))
    embedded = client.get("/g/plein/insluiten").headers["Content-Security-Policy"]
    assert "frame-ancestors https://wijk.example" in embedded
    assert "frame-ancestors 'none'" in client.get("/g/plein").headers["Content-Security-Policy"]

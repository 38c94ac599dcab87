# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every answer carry what goes with it, and may other sites read no more than is public?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from pytest_django import Settings
from web.api.api_calls import ROOT, Caller, join

from houvast.configuration.environment import Environment
from houvast.web.api.openapi import VERSION

pytestmark = pytest.mark.django_db
SITE = "https://meepraten.example"


@pytest.fixture
def listed_site(settings: Settings) -> str:
    """A site from which people may take part."""
    settings.HOUVAST = Environment({**settings.HOUVAST.values, "HOUVAST_EMBED_SITES": f"https://x.example {SITE}"})
    return SITE


@pytest.mark.parametrize(
    "path", ["/gesprekken", "/openapi.json", "/gesprekken/onbekend", "/nergens", "", "/gesprekken/"]
)
def test_every_answer_has_the_headers(client: Client, path: str) -> None:
    response = client.get(f"{ROOT}{path}")
    assert response["API-Version"] == VERSION
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert response.status_code == 200 or response["Content-Type"] == "application/problem+json"


def test_no_slash_at_the_end_and_no_other_address(client: Client) -> None:
    for path in ("/gesprekken/", "/nergens", "", "/", "/gesprekken/a/b/c"):
        response = client.get(f"{ROOT}{path}")
        assert (response.status_code, response.json()["code"]) == (404, "not-found")


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/gesprekken"), ("DELETE", "/gesprekken/x"), ("PATCH", "/gesprekken/x/stemmen")]
)
def test_another_method_is_told_which_there_are(client: Client, method: str, path: str) -> None:
    response = client.generic(method, f"{ROOT}{path}")
    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"]


def test_from_an_unlisted_site_nobody_takes_part(client: Client) -> None:
    caller = join(cast.conversation())
    for response in (
        caller.call("GET", "/mijn-deelname", Origin=SITE),
        caller.call("POST", "/stemmen", {}, Origin=SITE),
        client.options(f"{ROOT}/gesprekken/{caller.code}/stemmen", headers={"Origin": SITE}),
    ):
        assert "Access-Control-Allow-Origin" not in response
        assert "Access-Control-Allow-Headers" not in response


def test_from_a_listed_site_people_take_part(client: Client, listed_site: str) -> None:
    caller = join(cast.conversation())
    before = client.options(f"{ROOT}/gesprekken/{caller.code}/stemmen", headers={"Origin": listed_site})
    assert before.status_code == 204
    assert "Authorization" in before["Access-Control-Allow-Headers"]
    response = caller.call("GET", "/mijn-deelname", Origin=listed_site)
    assert (response["Access-Control-Allow-Origin"], response["Vary"]) == (listed_site, "Origin")
    assert "Access-Control-Allow-Credentials" not in response


def test_another_front_end_needs_no_csrf_token() -> None:
    caller = Caller(cast.conversation().code, client=Client(enforce_csrf_checks=True))
    assert caller.post("/deelnemers", {"toestemming": True}).status_code == 201


def test_no_cookie_is_set() -> None:
    caller = join(cast.conversation())
    caller.get("/volgende-stelling")
    assert dict(caller.client.cookies) == {}

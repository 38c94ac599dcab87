# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the identity provider asked for its addresses once, and believed only where it can be?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import entrance
import pytest
import requests
import single_sign_on

from houvast.domain.errors import NotFound, StateRefused
from houvast.web.people import identity_provider
from houvast.web.people.identity_provider import find_provider, is_configured, return_address

ISSUER = "https://in.noorderhaaks.example"
TOLD = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "userinfo_endpoint": f"{ISSUER}/userinfo",
    "jwks_uri": f"{ISSUER}/jwks",
    "scopes_supported": ["openid"],
}


class Answer:
    """What requests.get would give."""

    def __init__(self, told: object) -> None:
        self.told = told

    def raise_for_status(self) -> None:
        """It is well."""

    def json(self) -> object:
        """The document, or no document."""
        if self.told is None:
            raise requests.JSONDecodeError("not json", "", 0)
        return self.told


@pytest.fixture
def tells(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[object], list[str]]:
    """The provider at ISSUER tells this; the addresses that were asked."""
    asked: list[str] = []
    entrance.configure(settings, HOUVAST_OIDC_ISSUER=f"{ISSUER}/")
    monkeypatch.setattr(identity_provider, "_known", {})

    def set_up(told: object) -> list[str]:
        def get(address: str, **options: object) -> Answer:
            assert options == {"timeout": 10, "allow_redirects": False}
            asked.append(address)
            return Answer(told)

        monkeypatch.setattr(identity_provider.requests, "get", get)
        return asked

    return set_up


def test_without_an_issuer_there_is_none() -> None:
    assert not is_configured()
    with pytest.raises(NotFound):
        find_provider()


def test_a_real_one_tells_where_everything_is(settings: Any) -> None:
    with single_sign_on.provider(settings) as issuer:
        assert is_configured()
        found = find_provider()
        assert found.issuer == issuer
        assert found.token_endpoint == f"{issuer}/oauth2/token"
        entrance.configure(settings, HOUVAST_OIDC_ISSUER=f"{issuer}/elsewhere")
        with pytest.raises(StateRefused):
            find_provider()


def test_it_is_asked_once_an_hour(tells: Callable[[object], list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tells(TOLD)
    assert find_provider() == find_provider()
    assert asked == [f"{ISSUER}/.well-known/openid-configuration"]
    now = identity_provider.time.monotonic()
    monkeypatch.setattr(identity_provider.time, "monotonic", lambda: now + 3601)
    find_provider()
    assert len(asked) == 2


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        "x",
        {},
        {**TOLD, "issuer": "https://elders.example"},
        {**TOLD, "token_endpoint": "http://in.noorderhaaks.example/token"},
        {**TOLD, "jwks_uri": ""},
        {name: value for name, value in TOLD.items() if name != "userinfo_endpoint"},
    ],
)
def test_what_is_not_as_it_should_be_is_not_believed_and_not_kept(
    tells: Callable[[object], list[str]], told: object
) -> None:
    tells(told)
    with pytest.raises(StateRefused):
        find_provider()
    tells(TOLD)
    assert find_provider().issuer == ISSUER


def test_an_address_that_is_not_secure_is_not_even_asked(tells: Callable[[object], list[str]], settings: Any) -> None:
    asked = tells(TOLD)
    entrance.configure(settings, HOUVAST_OIDC_ISSUER="http://in.noorderhaaks.example")
    with pytest.raises(StateRefused):
        find_provider()
    assert asked == []


def test_one_that_is_down_does_not_break_the_page(settings: Any) -> None:
    entrance.configure(settings, HOUVAST_OIDC_ISSUER="http://localhost:9")
    with pytest.raises(StateRefused):
        find_provider()


@pytest.mark.parametrize("address", ["https://praat.example", "https://praat.example/"])
def test_people_come_back_to_one_address(settings: Any, address: str) -> None:
    entrance.configure(settings, HOUVAST_ADDRESS=address)
    assert return_address() == "https://praat.example/inloggen/organisatie/terug"

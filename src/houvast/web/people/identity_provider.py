# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does the municipality's identity provider live? Its own description (OpenID Connect Discovery), for an hour."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from django.conf import settings

from houvast.domain.errors import NotFound, StateRefused

RETURN_PATH = "inloggen/organisatie/terug"
HOLDS = 3600.0
PATIENCE = 10
LOCAL = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """The addresses that a login needs."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    userinfo_endpoint: str
    jwks_uri: str


_known: dict[str, tuple[float, IdentityProvider]] = {}


def is_configured() -> bool:
    """Whether this installation has single sign-on."""
    return bool(settings.HOUVAST.text("HOUVAST_OIDC_ISSUER"))


def return_address() -> str:
    """Where it sends people back to: the one address registered there, whatever the language or a proxy in between."""
    return f"{settings.HOUVAST.text('HOUVAST_ADDRESS').rstrip('/')}/{RETURN_PATH}"


def find_provider() -> IdentityProvider:
    """The configured provider; NotFound without one, StateRefused where it does not answer as it should."""
    issuer = settings.HOUVAST.text("HOUVAST_OIDC_ISSUER").rstrip("/")
    if not issuer:
        raise NotFound("Single sign-on is not set up here.")
    since, known = _known.get(issuer, (0.0, None))
    if known is None or time.monotonic() - since > HOLDS:
        known = _discover(issuer)
        _known[issuer] = (time.monotonic(), known)
    return known


def _discover(issuer: str) -> IdentityProvider:
    try:
        _demand_https(issuer)
        answer = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=PATIENCE, allow_redirects=False)
        answer.raise_for_status()
        told = answer.json()
        found = IdentityProvider(**{name: str(told[name]) for name in IdentityProvider.__slots__})
        if found.issuer.rstrip("/") != issuer:
            raise ValueError("another issuer")
        for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"):
            _demand_https(getattr(found, name))
    except (requests.RequestException, KeyError, TypeError, ValueError) as wrong:
        raise StateRefused(
            "The login of your organisation does not answer. Try again in a moment, or log in with your password."
        ) from wrong
    return found


def _demand_https(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in LOCAL:
        raise ValueError("not https")

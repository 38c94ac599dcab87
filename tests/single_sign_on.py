# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""An identity provider on this machine, and somebody who logs in there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import entrance
import requests
from django.http import HttpResponse
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread

from houvast.web.people import identity_provider

CLIENT = "houvast-noorderhaaks"


@contextmanager
def provider(settings: Any) -> Iterator[str]:
    """Run one, tell the settings, and give its address. Samira and Vera are there; Vera's address is not verified."""
    users = (
        User(sub="s-1", claims={"email": "Samira@Noorderhaaks.example", "email_verified": True}),
        User(sub="v-1", claims={"email": "samira@noorderhaaks.example", "email_verified": False}),
    )
    with run_server_in_thread(user_claims=users) as server:
        issuer = f"http://localhost:{server.server_port}"
        entrance.configure(
            settings,
            HOUVAST_OIDC_ISSUER=issuer,
            HOUVAST_OIDC_CLIENT_ID=CLIENT,
            HOUVAST_OIDC_CLIENT_SECRET="geheim",
            HOUVAST_SECOND_FACTOR="required",
        )
        settings.OIDC_RP_CLIENT_ID = CLIENT
        settings.OIDC_VERIFY_KID = False  # it has one key, and its tokens do not name it
        identity_provider._known.clear()
        yield issuer
    identity_provider._known.clear()


def leave(client: Client, after: str = "") -> str:
    """To the identity provider; the address that the browser is sent to."""
    return client.get(f"/inloggen/organisatie{after}").headers["Location"]


def choose(address: str, **form: str) -> str:
    """Log in there, or deny; the path that the browser comes back to."""
    answer = requests.post(address, data=form, allow_redirects=False, timeout=10)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def log_in(client: Client, subject: str, after: str = "") -> HttpResponse:
    """There and back."""
    return client.get(choose(leave(client, after), sub=subject))  # type: ignore[return-value]

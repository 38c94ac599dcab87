# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is this? By a password, or by what the municipality's identity provider says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jwt
import requests
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.utils import timezone
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from houvast.actions.people import admit_by_single_sign_on
from houvast.web.people.identity_provider import find_provider, return_address


class PasswordBackend(ModelBackend):
    """E-mail address and password. A one-time password ends by itself."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Whether the account is active and its password still holds."""
        until = user.one_time_password_until if user else None
        return bool(super().user_can_authenticate(user)) and (until is None or until > timezone.now())


class SingleSignOnBackend(OIDCAuthenticationBackend):  # type: ignore[misc]  # it has no types
    """OpenID Connect: the code flow of mozilla-django-oidc, with the checks of the standard that it leaves out.

    Asks the identity provider nothing until somebody comes back from it.
    """

    def __init__(self) -> None:
        self.UserModel = get_user_model()
        self.OIDC_RP_CLIENT_ID = settings.HOUVAST.text("HOUVAST_OIDC_CLIENT_ID")
        self.OIDC_RP_CLIENT_SECRET = settings.HOUVAST.text("HOUVAST_OIDC_CLIENT_SECRET")
        self.OIDC_RP_SIGN_ALGO = settings.OIDC_RP_SIGN_ALGO
        self.OIDC_RP_IDP_SIGN_KEY = None

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        """The account behind the code that came back; None where this is no return from the identity provider."""
        if request is None or "nonce" not in credentials:
            return None
        provider = find_provider()
        self.OIDC_OP_TOKEN_ENDPOINT = provider.token_endpoint
        self.OIDC_OP_USER_ENDPOINT = provider.userinfo_endpoint
        self.OIDC_OP_JWKS_ENDPOINT = provider.jwks_uri
        try:
            return super().authenticate(request, **credentials)
        except (jwt.InvalidTokenError, requests.RequestException, KeyError, ValueError) as wrong:
            raise SuspiciousOperation(f"single sign-on: {type(wrong).__name__}") from wrong

    def get_token(self, payload: dict[str, Any]) -> Any:
        """The tokens for the code; with the address that was given when it was asked."""
        return super().get_token({**payload, "redirect_uri": return_address()})

    def verify_token(self, token: str, **kwargs: Any) -> dict[str, Any]:
        """The token's claims: signed, for this nonce, by this issuer, for this client."""
        claims: dict[str, Any] = super().verify_token(token, **kwargs)
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        if claims.get("iss") != find_provider().issuer or self.OIDC_RP_CLIENT_ID not in audiences:
            raise SuspiciousOperation("single sign-on: a token of another issuer or for another client")
        return claims

    def get_or_create_user(self, access_token: str, id_token: str, payload: Mapping[str, Any]) -> Any:
        """The account by the subject; no account is ever made here."""
        told = self.get_userinfo(access_token, id_token, payload)
        if not payload.get("sub") or told.get("sub") != payload["sub"]:
            raise SuspiciousOperation("single sign-on: the answer is about somebody else")
        claims = {**payload, **told}
        return admit_by_single_sign_on(
            subject=str(payload["sub"]),
            email=str(claims.get("email") or ""),
            email_is_verified=claims.get("email_verified") in (True, "true"),
        )

    def get_user(self, user_id: Any) -> Any:
        """The account of a session; none once it was shut."""
        return ModelBackend.get_user(self, user_id)

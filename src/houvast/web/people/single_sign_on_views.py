# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a colleague log in at the identity provider of the municipality, and come back? OpenID Connect."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from houvast.actions.people import note_log_in
from houvast.domain.errors import PermissionRefused
from houvast.web.people.identity_provider import find_provider, return_address


class GoView(OIDCAuthenticationRequestView):  # type: ignore[misc]  # it has no types
    """To the identity provider, with a state, a nonce and PKCE."""

    def __init__(self, **kwargs: object) -> None:
        super(OIDCAuthenticationRequestView, self).__init__(**kwargs)
        self.OIDC_RP_CLIENT_ID = self.get_settings("OIDC_RP_CLIENT_ID")

    def get(self, request: HttpRequest) -> Any:
        """Find out where that is, and go."""
        self.OIDC_OP_AUTH_ENDPOINT = find_provider().authorization_endpoint
        return super().get(request)

    def get_extra_params(self, request: HttpRequest) -> dict[str, str]:  # noqa: ARG002 -- as it is called
        """These go over what the library made of the request."""
        return {"redirect_uri": return_address()}


class ReturnView(OIDCAuthenticationCallbackView):  # type: ignore[misc]  # it has no types
    """Back from the identity provider."""

    def get(self, request: HttpRequest) -> Any:
        """Log in, or say plainly that it did not work."""
        find_provider()
        try:
            return super().get(request)
        except SuspiciousOperation:
            return self.login_failure()

    def login_success(self) -> Any:
        """This login brought its own second factor."""
        response = super().login_success()
        self.request.session["single_sign_on"] = True
        note_log_in(member=self.user, way="single sign-on")
        return response

    def login_failure(self) -> HttpResponse:
        """No account is named: the identity provider said no, or it took too long."""
        raise PermissionRefused("Logging in with your organisation did not work. Try it again from the login page.")

    @property
    def success_url(self) -> str:
        """Where somebody wanted to go; checked when they left."""
        return self.request.session.get("oidc_login_next") or reverse("staff-home")

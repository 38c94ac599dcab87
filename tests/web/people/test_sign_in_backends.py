# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is somebody believed on a password that still holds, or on a token that is meant for us, and on nothing else?"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import cast
import jwt
import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import RequestFactory
from django.utils import timezone
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from houvast.web.people import sign_in_backends
from houvast.web.people.identity_provider import IdentityProvider
from houvast.web.people.sign_in_backends import PasswordBackend, SingleSignOnBackend

ISSUER = "https://in.noorderhaaks.example"
PROVIDER = IdentityProvider(
    issuer=ISSUER,
    authorization_endpoint=f"{ISSUER}/authorize",
    token_endpoint=f"{ISSUER}/token",
    userinfo_endpoint=f"{ISSUER}/userinfo",
    jwks_uri=f"{ISSUER}/jwks",
)
CLAIMS = {"iss": ISSUER, "aud": "houvast", "sub": "s-1", "nonce": "n"}


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> SingleSignOnBackend:
    """For the client "houvast"; the signature of a token is checked elsewhere."""
    monkeypatch.setattr(sign_in_backends, "find_provider", lambda: PROVIDER)
    monkeypatch.setattr(OIDCAuthenticationBackend, "verify_token", lambda _self, token, **_more: token)
    made = SingleSignOnBackend()
    made.OIDC_RP_CLIENT_ID = "houvast"
    return made


def userinfo(backend: SingleSignOnBackend, told: dict[str, Any]) -> None:
    backend.get_userinfo = lambda *_: told  # type: ignore[method-assign]


@pytest.mark.django_db
class TestPassword:
    def test_a_password_of_ones_own_holds(self) -> None:
        samira = cast.staff()
        request = RequestFactory().post("/inloggen")
        found = PasswordBackend().authenticate(request, username=samira.email, password=cast.PASSWORD)
        assert found == samira
        assert PasswordBackend().authenticate(request, username=samira.email, password="fout") is None

    @pytest.mark.parametrize(("left", "holds"), [(timedelta(minutes=1), True), (timedelta(minutes=-1), False)])
    def test_a_one_time_password_ends_also_for_who_is_inside(self, left: timedelta, holds: bool) -> None:
        samira = cast.staff()
        samira.one_time_password_until = timezone.now() + left
        samira.save()
        assert (PasswordBackend().get_user(samira.pk) == samira) is holds

    def test_a_shut_account_has_no_password_and_no_session(self) -> None:
        samira = cast.staff()
        samira.is_active = False
        samira.save()
        assert not PasswordBackend().user_can_authenticate(samira)
        assert PasswordBackend().get_user(samira.pk) is None
        assert SingleSignOnBackend().get_user(samira.pk) is None

    def test_who_came_from_the_organisation_stays_although_a_one_time_password_ended(self) -> None:
        samira = cast.staff()
        samira.one_time_password_until = timezone.now() - timedelta(days=1)
        samira.save()
        assert SingleSignOnBackend().get_user(samira.pk) == samira


class TestSingleSignOn:
    def test_a_password_is_not_its_business(self) -> None:
        request = RequestFactory().post("/inloggen")
        assert SingleSignOnBackend().authenticate(request, username="a", password="b") is None
        assert SingleSignOnBackend().authenticate(None, nonce="n") is None

    @pytest.mark.parametrize("audience", ["houvast", ["houvast", "another"]])
    def test_a_token_of_this_issuer_for_this_client(self, backend: SingleSignOnBackend, audience: object) -> None:
        claims = {**CLAIMS, "aud": audience}
        assert backend.verify_token(claims) == claims  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "changed",
        [{"iss": "https://elders.example"}, {"iss": None}, {"aud": "another"}, {"aud": ["another"]}, {"aud": None}],
    )
    def test_any_other_token_is_refused(self, backend: SingleSignOnBackend, changed: dict[str, Any]) -> None:
        with pytest.raises(SuspiciousOperation):
            backend.verify_token({**CLAIMS, **changed})  # type: ignore[arg-type]

    @pytest.mark.parametrize("told", [{}, {"sub": "s-2"}, {"sub": None}])
    def test_an_answer_about_somebody_else_is_refused(self, backend: SingleSignOnBackend, told: dict[str, Any]) -> None:
        userinfo(backend, told)
        with pytest.raises(SuspiciousOperation):
            backend.get_or_create_user("access", "token", CLAIMS)
        userinfo(backend, {})
        with pytest.raises(SuspiciousOperation):
            backend.get_or_create_user("access", "token", {})

    @pytest.mark.django_db
    @pytest.mark.parametrize("verified", [True, "true"])
    def test_a_verified_address_is_one_that_the_provider_says_it_checked(
        self, backend: SingleSignOnBackend, verified: object
    ) -> None:
        samira = cast.staff()
        userinfo(backend, {"sub": "s-1", "email": samira.email, "email_verified": verified})
        assert backend.get_or_create_user("access", "token", CLAIMS) == samira

    @pytest.mark.parametrize("error", [jwt.ExpiredSignatureError("old"), KeyError("id_token"), ValueError("x")])
    def test_a_token_that_is_no_token_is_a_failure_and_no_fault(
        self, backend: SingleSignOnBackend, monkeypatch: pytest.MonkeyPatch, error: Exception
    ) -> None:
        def fail(*_: object) -> None:
            raise error

        monkeypatch.setattr(OIDCAuthenticationBackend, "get_token", fail)
        request = RequestFactory().get("/inloggen/organisatie/terug", {"code": "x", "state": "y"})
        with pytest.raises(SuspiciousOperation):
            backend.authenticate(request, nonce="n", code_verifier="v")


def test_a_token_without_a_signature_or_out_of_date_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in_backends, "find_provider", lambda: PROVIDER)
    backend = SingleSignOnBackend()
    backend.OIDC_RP_CLIENT_ID = "houvast"
    key = "k" * 32
    backend.retrieve_matching_jwk = lambda _token: key  # type: ignore[method-assign]
    for token in (
        jwt.encode(CLAIMS, "", algorithm="none"),
        jwt.encode({**CLAIMS, "exp": time.time() + 60}, key, algorithm="HS256"),
        "x.y.z",
        "",
    ):
        with pytest.raises((SuspiciousOperation, jwt.InvalidTokenError)):
            backend.verify_token(token, nonce="n")

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Getting in, in the tests: settings of this one test, the app on the telephone, and who is logged in."""

from __future__ import annotations

import time
from html import unescape
from typing import Any

import cast
from cast import PASSWORD
from django.http import HttpResponse
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from houvast.actions.second_factor import new_secret, set_up_second_factor
from houvast.configuration.environment import Environment
from houvast.domain.roles import Role
from houvast.store.models import StaffMember


def configure(settings: Any, **values: str) -> None:
    """These HOUVAST_* values hold for this test."""
    settings.HOUVAST = Environment({**settings.HOUVAST.values, **values})


def code_for(secret: str) -> str:
    """What the app on the telephone shows now."""
    return _code_at(secret, time.time())


def wrong_code_for(secret: str) -> str:
    """Six digits that the app shows at no moment near now."""
    shown = {_code_at(secret, time.time() + 30 * step) for step in range(-3, 4)}
    return next(code for code in map("{:06d}".format, range(10)) if code not in shown)


def with_second_factor(member: StaffMember) -> tuple[str, tuple[str, ...]]:
    """Tie an app to the account; the secret and the backup codes. The present code can be used again."""
    secret = new_secret()
    _device, codes = set_up_second_factor(member=member, secret=secret, code=code_for(secret))
    TOTPDevice.objects.filter(user=member).update(last_t=-1)
    return secret, codes


def log_in(client: Client, member: StaffMember, *, password: str = PASSWORD, after: str = "") -> HttpResponse:
    """The form of the login page."""
    return client.post(f"/inloggen{after}", {"email": member.email, "password": password})  # type: ignore[return-value]


def visitor(role: Role = Role.ADVISER) -> Client:
    """Somebody with this role, logged in."""
    client = Client()
    client.force_login(cast.staff(role))
    return client


def says(answer: HttpResponse) -> str:
    """The text of a page that opened."""
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def is_in(client: Client) -> bool:
    """Whether the front page of staff opens."""
    return client.get("/beheer/account").status_code == 200


def _code_at(secret: str, moment: float) -> str:
    totp = TOTP(bytes.fromhex(secret))
    totp.time = moment
    return f"{totp.token():06d}"

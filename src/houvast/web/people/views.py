# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a colleague get in and out? A password, a second factor, a password of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

import django_otp
from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from houvast.actions.people import choose_password, note_log_in
from houvast.actions.second_factor import (
    address_of_secret,
    new_secret,
    pass_second_factor,
    set_up_second_factor,
    spell_secret,
)
from houvast.queries.people import has_second_factor
from houvast.web.people.destination import read_destination
from houvast.web.people.forms import CodeForm, LogInForm, PasswordForm, SetUpForm
from houvast.web.people.identity_provider import is_configured
from houvast.web.people.qr_code import draw_qr_code
from houvast.web.shared.acting_form import colleague

SECRET = "second_factor_secret"  # noqa: S105 -- a name in the session


@dataclass(frozen=True, slots=True)
class LogInPage:
    """Whether there is single sign-on, and where to go afterwards."""

    single_sign_on: bool
    destination: str


@dataclass(frozen=True, slots=True)
class SetUpPage:
    """The secret as a picture and as text."""

    qr_code: str
    secret: str
    is_replacement: bool


@dataclass(frozen=True, slots=True)
class BackupCodesPage:
    """Codes that are shown this once."""

    codes: tuple[str, ...]
    destination: str


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """Whether this is the step after a one-time password."""

    is_first: bool


@sensitive_post_parameters("password")
@sensitive_variables("form")
def log_in(request: HttpRequest) -> HttpResponse:
    """E-mail address and password, or on to the organisation's own login."""
    destination = read_destination(request)
    if request.user.is_authenticated:
        return redirect(destination)
    form = LogInForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        member = auth.authenticate(request, username=given["email"].lower(), password=given["password"])
        if member:
            auth.login(request, member)
            note_log_in(member=member, way="password")
            return redirect(destination)
        form.add_error(None, _("This e-mail address and password do not belong together."))
    page = LogInPage(single_sign_on=is_configured(), destination=destination)
    return render(request, "people/log_in.html", {"page": page, "form": form})


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """The session is gone; to the front page."""
    auth.logout(request)
    return redirect("home")


def second_factor(request: HttpRequest) -> HttpResponse:
    """The code of the app, or a backup code."""
    destination = read_destination(request)
    if colleague(request).is_verified():
        return redirect(destination)
    if not has_second_factor(colleague(request)):
        return redirect(f"{reverse('people:second-factor-set-up')}?{urlencode({'next': destination})}")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.carry_out(partial(pass_second_factor, member=colleague(request))):
        django_otp.login(request, form.outcome)
        request.session.cycle_key()
        return redirect(destination)
    return render(request, "people/second_factor.html", {"form": form})


def second_factor_set_up(request: HttpRequest) -> HttpResponse:
    """Tie an app on a telephone to the account; the backup codes come with it. A present one must be passed first."""
    is_replacement = has_second_factor(colleague(request))
    if is_replacement and not colleague(request).is_verified():
        return redirect("people:second-factor")
    secret = request.session.setdefault(SECRET, new_secret())
    form = SetUpForm(request.POST if request.method == "POST" else None)
    if form.carry_out(partial(set_up_second_factor, member=colleague(request), secret=secret)):
        return _show_first_codes(request, form)
    page = SetUpPage(
        qr_code=draw_qr_code(address_of_secret(member=colleague(request), secret=secret)),
        secret=spell_secret(secret),
        is_replacement=is_replacement,
    )
    return render(request, "people/second_factor_set_up.html", {"page": page, "form": form})


def _show_first_codes(request: HttpRequest, form: SetUpForm) -> HttpResponse:
    device, codes = form.outcome
    django_otp.login(request, device)
    del request.session[SECRET]
    request.session.cycle_key()
    page = BackupCodesPage(codes=codes, destination=read_destination(request))
    return render(request, "people/backup_codes.html", {"page": page})


@sensitive_post_parameters()
@sensitive_variables("form")
def password(request: HttpRequest) -> HttpResponse:
    """Choose a password; asked at once of who came in with a one-time password."""
    member = colleague(request)
    is_first = member.one_time_password_until is not None
    form = PasswordForm(request.POST if request.method == "POST" else None, asks_current=not is_first)
    if form.carry_out(partial(choose_password, member=member)):
        auth.update_session_auth_hash(request, member)
        return redirect(read_destination(request) if is_first else reverse("people:account"))
    return render(request, "people/password.html", {"page": PasswordPage(is_first=is_first), "form": form})

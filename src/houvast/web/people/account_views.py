# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can a colleague do with their own account? The language, the password, the second factor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_POST

from houvast.actions.people import choose_language
from houvast.actions.second_factor import renew_backup_codes
from houvast.queries.people import OwnAccount, describe_own_account
from houvast.web.people.forms import LanguageForm
from houvast.web.people.role_words import ROLE_EXPLANATIONS, ROLE_WORDS
from houvast.web.people.views import BackupCodesPage
from houvast.web.shared.acting_form import colleague


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The account and what its role may do, in words."""

    account: OwnAccount
    role: str | Promise
    may: str | Promise
    single_sign_on: bool


def account(request: HttpRequest) -> HttpResponse:
    """The account, with the choice of language."""
    own = describe_own_account(colleague(request))
    form = LanguageForm(request.POST if request.method == "POST" else None, initial={"language": own.language})
    if form.carry_out(partial(choose_language, member=colleague(request))):
        return redirect("people:account")
    page = AccountPage(
        account=own,
        role=ROLE_WORDS[own.role],
        may=ROLE_EXPLANATIONS[own.role],
        single_sign_on=bool(request.session.get("single_sign_on")),
    )
    return render(request, "people/account.html", {"page": page, "form": form})


@require_POST
def backup_codes(request: HttpRequest) -> HttpResponse:
    """New backup codes, shown this once."""
    codes = renew_backup_codes(member=colleague(request))
    page = BackupCodesPage(codes=codes, destination=reverse("people:account"))
    return render(request, "people/backup_codes.html", {"page": page})

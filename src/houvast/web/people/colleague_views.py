# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a manager look after the accounts of colleagues?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from houvast.actions.people import (
    activate,
    add_colleague,
    change_colleague,
    deactivate,
    give_one_time_password,
    reset_second_factor,
)
from houvast.domain.errors import FieldRejected
from houvast.queries.people import Colleague, StaffMember, describe_colleague, get_member, list_colleagues
from houvast.web.people.forms import ChangeColleagueForm, ColleagueForm
from houvast.web.people.role_words import ROLE_EXPLANATIONS, ROLE_WORDS
from houvast.web.shared.acting_form import colleague as acting


@dataclass(frozen=True, slots=True)
class Row:
    """A colleague with the role in words."""

    colleague: Colleague
    role: str | Promise


@dataclass(frozen=True, slots=True)
class ColleaguesPage:
    """Everybody."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ColleaguePage:
    """One colleague; is_self: the manager looks at their own account."""

    colleague: Colleague
    is_self: bool
    roles: tuple[tuple[str | Promise, str | Promise], ...]


@dataclass(frozen=True, slots=True)
class NewColleaguePage:
    """The roles with what they may do."""

    roles: tuple[tuple[str | Promise, str | Promise], ...]


@dataclass(frozen=True, slots=True)
class OneTimePasswordPage:
    """A password that is shown this once."""

    colleague: Colleague
    password: str


def colleagues(request: HttpRequest) -> HttpResponse:
    """Everybody with an account."""
    rows = tuple(Row(colleague=one, role=ROLE_WORDS[one.role]) for one in list_colleagues())
    return render(request, "people/colleagues.html", {"page": ColleaguesPage(rows=rows)})


def colleague_new(request: HttpRequest) -> HttpResponse:
    """Add somebody; the one-time password is shown once."""
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    if form.carry_out(partial(add_colleague, by=acting(request))):
        member, password = form.outcome
        return _show_password(request, member, password)
    return render(
        request, "people/colleague_new.html", {"page": NewColleaguePage(roles=_explain_roles()), "form": form}
    )


def colleague(request: HttpRequest, identity: int) -> HttpResponse:
    """Look at a colleague, or change something: which is in the button."""
    member = get_member(identity)
    if request.method == "POST":
        change = CHANGES.get(request.POST.get("change", ""))
        if change is None:
            raise FieldRejected("change", "Choose what to change.")
        return change(request, member)
    return _show(request, member, ChangeColleagueForm(initial={"name": member.name, "role": member.role}))


def _show(request: HttpRequest, member: StaffMember, form: ChangeColleagueForm) -> HttpResponse:
    is_self = member.pk == request.user.pk
    page = ColleaguePage(colleague=describe_colleague(member), is_self=is_self, roles=_explain_roles())
    return render(request, "people/colleague.html", {"page": page, "form": form})


def _show_password(request: HttpRequest, member: StaffMember, password: str) -> HttpResponse:
    page = OneTimePasswordPage(colleague=describe_colleague(member), password=password)
    return render(request, "people/one_time_password.html", {"page": page})


def _explain_roles() -> tuple[tuple[str | Promise, str | Promise], ...]:
    return tuple((words, ROLE_EXPLANATIONS[role]) for role, words in ROLE_WORDS.items())


def _change_role(request: HttpRequest, member: StaffMember) -> HttpResponse:
    form = ChangeColleagueForm(request.POST)
    if form.carry_out(partial(change_colleague, member=member, by=acting(request))):
        return redirect("people:colleague", member.pk)
    return _show(request, member, form)


def _deactivate(request: HttpRequest, member: StaffMember) -> HttpResponse:
    deactivate(member=member, by=acting(request))
    return redirect("people:colleague", member.pk)


def _activate(request: HttpRequest, member: StaffMember) -> HttpResponse:
    activate(member=member, by=acting(request))
    return redirect("people:colleague", member.pk)


def _reset_second_factor(request: HttpRequest, member: StaffMember) -> HttpResponse:
    reset_second_factor(member=member, by=acting(request))
    return redirect("people:colleague", member.pk)


def _give_password(request: HttpRequest, member: StaffMember) -> HttpResponse:
    return _show_password(request, member, give_one_time_password(member=member, by=acting(request)))


CHANGES: dict[str, Callable[[HttpRequest, StaffMember], HttpResponse]] = {
    "role": _change_role,
    "deactivate": _deactivate,
    "activate": _activate,
    "second-factor": _reset_second_factor,
    "password": _give_password,
}

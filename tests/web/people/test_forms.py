# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is refused at the form, before any action is asked?"""

from __future__ import annotations

from typing import Any

import pytest

from houvast.domain.roles import Role
from houvast.web.people import forms


def password_form(asks_current: bool = True, **given: str) -> forms.PasswordForm:
    return forms.PasswordForm(given, asks_current=asks_current)


def audit_form(**given: str) -> forms.AuditForm:
    return forms.AuditForm(given, actions=[("a.b", "Deed iets")], colleagues=[(7, "Samira")])


def test_a_password_is_typed_twice_the_same() -> None:
    form = password_form(current="x", new="vier lange nieuwe woorden", again="vier lange nieuwe woord")
    assert list(form.errors) == ["again"]
    form = password_form(current="x", new=" vier lange woorden ", again=" vier lange woorden ")
    assert form.is_valid()
    assert form.arguments() == {"current": "x", "new": " vier lange woorden "}


def test_after_a_one_time_password_the_present_one_is_not_asked() -> None:
    form = password_form(asks_current=False, current="geraden", new="a b c d e f g", again="a b c d e f g")
    assert "current" not in form.fields
    assert form.is_valid()
    assert form.arguments() == {"current": "", "new": "a b c d e f g"}


@pytest.mark.parametrize("missing", ["current", "new", "again"])
def test_everything_of_a_password_is_needed(missing: str) -> None:
    given = {"current": "x", "new": "abc", "again": "abc"}
    del given[missing]
    assert missing in password_form(**given).errors


def test_a_password_is_never_written_back_into_the_page() -> None:
    form = password_form(current="geheim", new="geheim", again="geheim2")
    assert "geheim" not in str(form)
    assert "geheim" not in str(forms.LogInForm({"email": "a@n.example", "password": "geheim"}))


def test_a_password_has_no_end_but_a_limit() -> None:
    assert forms.LogInForm({"email": "a@n.example", "password": "x" * 200}).is_valid()
    assert "password" in forms.LogInForm({"email": "a@n.example", "password": "x" * 201}).errors
    assert "email" in forms.LogInForm({"email": "a@" + "b" * 60 + ".c" * 150 + ".nl", "password": "x"}).errors


def test_the_role_comes_out_as_a_role_and_no_other_is_taken() -> None:
    given = {"email": "n@n.example", "name": "Noor", "role": "adviser"}
    form = forms.ColleagueForm(given)
    assert form.is_valid()
    assert form.arguments()["role"] is Role.ADVISER
    assert forms.ColleagueForm().initial.get("role") is None
    assert forms.ColleagueForm()["role"].initial == "reader"  # the least, where nothing is chosen
    for form_class in (forms.ColleagueForm, forms.ChangeColleagueForm):
        assert "role" in form_class({**given, "role": "owner"}).errors


def test_only_languages_of_the_screens() -> None:
    assert forms.LanguageForm({"language": "en"}).is_valid()
    assert "language" in forms.LanguageForm({"language": "fr"}).errors


def test_the_log_is_asked_by_a_list_only() -> None:
    form = audit_form(action="a.b", colleague="7", since="2026-07-01", until="02-07-2026")
    assert form.is_valid()
    cleaned: dict[str, Any] = form.cleaned_data
    assert (cleaned["action"], cleaned["colleague"]) == ("a.b", 7)
    assert (cleaned["since"].isoformat(), cleaned["until"].isoformat()) == ("2026-07-01", "2026-07-02")
    for name, value in (("action", "c.d"), ("colleague", "8"), ("colleague", "x"), ("since", "gisteren")):
        assert list(audit_form(**{name: value}).errors) == [name]


def test_nothing_is_asked_where_nothing_is_filled_in() -> None:
    form = audit_form()
    assert form.is_valid()
    assert form.cleaned_data == {"action": "", "colleague": None, "since": None, "until": None}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1999-12-31"])
def test_days_that_no_clock_here_knows_are_refused(day: str) -> None:
    assert "since" in audit_form(since=day).errors
    assert "until" in audit_form(until=day).errors

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do colleagues fill in to get in, to look after their account, and to look after those of others?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from houvast.domain.roles import Role
from houvast.web.people.role_words import ROLE_WORDS
from houvast.web.shared.acting_form import ActingForm

ROLES = [(role.value, words) for role, words in ROLE_WORDS.items()]
LONGEST_PASSWORD = 200
LONGEST_EMAIL = 254
DAYS = (MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2999, 12, 31)))


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, validators=DAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def _password(label: Any, autocomplete: str, **more: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, strip=False, max_length=LONGEST_PASSWORD, **more)


class LogInForm(forms.Form):
    """E-mail address and password."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = _password(_("Password"), "current-password")


class CodeForm(ActingForm):
    """A code of the app, or a backup code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class SetUpForm(ActingForm):
    """The first code of the app."""

    code = forms.CharField(
        label=_("Code in the app"),
        help_text=_("Six digits."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasswordForm(ActingForm):
    """A password of one's own, typed twice. After a one-time password the present one is not asked."""

    current = _password(_("Present password"), "current-password")
    new = _password(_("New password"), "new-password", help_text=_("At least 12 characters. A few words work well."))
    again = _password(_("New password once more"), "new-password")

    def __init__(self, *args: Any, asks_current: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_current:
            del self.fields["current"]

    def clean(self) -> dict[str, Any]:
        """The two are the same; the action gets one."""
        given = dict(super().clean() or self.cleaned_data)
        if "new" in given and given.pop("again", None) != given["new"]:
            self.add_error("again", _("This is not the same as the new password."))
        return {"current": "", **given}


class LanguageForm(ActingForm):
    """The language of the screens."""

    language = forms.ChoiceField(label=_("Language of the screens"), choices=settings.LANGUAGES)


class ColleagueForm(ActingForm):
    """Somebody new."""

    email = forms.EmailField(
        label=_("E-mail address at work"),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    role = forms.TypedChoiceField(label=_("Role"), choices=ROLES, coerce=Role, initial=Role.READER.value)


class ChangeColleagueForm(ActingForm):
    """The name and the role of somebody who is here."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    role = forms.TypedChoiceField(label=_("Role"), choices=ROLES, coerce=Role)


class AuditForm(forms.Form):
    """What to look for in the log. What is not in this list cannot be asked."""

    action = forms.ChoiceField(label=_("What happened"), required=False)
    colleague = forms.TypedChoiceField(label=_("By whom"), required=False, coerce=int, empty_value=None)
    since = _day(_("From"))
    until = _day(_("Up to and including"))

    def __init__(
        self, *args: Any, actions: list[tuple[str, str]], colleagues: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [("", _("everything")), *actions]  # type: ignore[attr-defined]
        self.fields["colleague"].choices = [("", _("everybody")), *colleagues]  # type: ignore[attr-defined]

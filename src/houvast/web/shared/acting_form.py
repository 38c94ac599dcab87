# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens with a form that a colleague fills in? It is done, or the refusal stands at its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from houvast.domain.errors import FieldRejected, StateRefused
from houvast.web.shared.error_pages import say_error


def colleague(request: HttpRequest) -> Any:
    """Who acts. The door let in nobody without an account (web/shared/access.py)."""
    return request.user


class ActingForm(forms.Form):
    """A form that can be carried out; `outcome` is what came of it. Whether a name is a person's is asked if needed."""

    outcome: Any = None
    use_required_attribute = False  # a browser would colour what is empty as wrong before anything was filled in

    def carry_out(self, act: Callable[..., Any]) -> bool:
        """Whether it could be done: act is called with the fields."""
        if not self.is_valid():
            return False
        try:
            self.outcome = act(**self.arguments())
        except FieldRejected as error:
            self.refuse(error)
        except StateRefused as error:
            self.add_error(None, say_error(error))
        return self.is_valid()

    def arguments(self) -> dict[str, Any]:
        """What the action is called with."""
        return dict(self.cleaned_data)

    def refuse(self, error: FieldRejected) -> None:
        """Put a refusal where it belongs."""
        self.add_error(error.field if error.field in self.fields else None, say_error(error))
        asked = getattr(error, "confirmed_by", "")
        if getattr(error, "can_confirm", False) and asked in self.fields:
            self.fields[asked].widget = forms.CheckboxInput()


class TextForm(ActingForm):
    """A form with free text."""

    not_a_person = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label=_("What was found is not the name of a person")
    )


class ObservationTextForm(TextForm):
    """A form with free text of a signal, which is asked about more. Each question stands there once it is needed.

    The action gets the answers together, as confirmed (actions/notice/observation_gate.Confirmation).
    """

    questions_asked = ("not_a_person", "what_happens", "is_needed")

    what_happens = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label=_("This is about what happens, not about one person")
    )
    is_needed = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label=_("This word is needed to understand the signal")
    )

    def confirmed(self) -> frozenset[str]:
        """What the writer said of a text that may be misunderstood."""
        return frozenset(name for name in self.questions_asked if self.cleaned_data[name])

    def arguments(self) -> dict[str, Any]:
        """The fields, with the answers together."""
        given = {name: value for name, value in super().arguments().items() if name not in self.questions_asked}
        return {**given, "confirmed": self.confirmed()}

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff fill in to publish a reading, make a promise, say what came of it, and report back."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.domain.conversation import PromiseState
from houvast.web.shared.acting_form import TextForm

STATE_NAMES = {
    PromiseState.OPEN: _("Promised"),
    PromiseState.KEPT: _("Done"),
    PromiseState.CHANGED: _("Changed"),
    PromiseState.NOT_KEPT: _("Not done"),
}


def _paragraphs(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ReadingForm(TextForm):
    """What a person reads in the numbers; three parts are needed."""

    binds = forms.CharField(
        label=_("What binds"), widget=_paragraphs(5), max_length=3500,
        help_text=_("What do people from all sides share? Name statements, not people or groups of people."),
    )  # fmt: skip
    divides = forms.CharField(
        label=_("What divides"), widget=_paragraphs(5), max_length=3500,
        help_text=_("Where do opinions differ, and how big is the middle?"),
    )  # fmt: skip
    unknown = forms.CharField(
        label=_("What we do not know"), widget=_paragraphs(4), max_length=2500,
        help_text=_("Who did not take part? What is too unsure to say?"),
    )  # fmt: skip
    further = forms.CharField(
        label=_("What else matters"), widget=_paragraphs(4), max_length=2000, required=False,
        help_text=_("For example what happens next."),
    )  # fmt: skip
    field_order = ("binds", "divides", "unknown", "further", "not_a_person")


class PromiseForm(TextForm):
    """A promise: what, who, by when."""

    text = forms.CharField(label=_("What is promised or decided"), widget=_paragraphs(3), max_length=500)
    owner = forms.CharField(
        label=_("Who does it"), max_length=120, help_text=_("A department or office, never a person.")
    )
    due = forms.DateField(label=_("By when"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    field_order = ("text", "owner", "due", "not_a_person")


class OutcomeForm(TextForm):
    """What came of a promise. Only states that may follow can be chosen."""

    state = forms.ChoiceField(label=_("How far is it"))
    outcome = forms.CharField(
        label=_("What came of it"), widget=_paragraphs(3), max_length=500,
        help_text=_("Residents read this. Say what was done, or why not, and what happens now."),
    )  # fmt: skip
    field_order = ("state", "outcome", "not_a_person")

    def __init__(self, *args: object, states: Iterable[PromiseState], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- says to the type checker what is above
        field.choices = [(state.value, STATE_NAMES[state]) for state in states]

    def clean_state(self) -> PromiseState:
        """The state as the domain has it."""
        return PromiseState(self.cleaned_data["state"])


class ReportBackForm(TextForm):
    """What the people who took part are told."""

    text = forms.CharField(
        label=_("What do you tell?"), widget=_paragraphs(8), max_length=5000,
        help_text=_("Begin with what was decided. Say also what is not done, and why. Use short sentences."),
    )  # fmt: skip
    field_order = ("text", "not_a_person")

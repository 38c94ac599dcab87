# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a moderator fill in? A decision; for leaving out a reason of the policy, and a note where it helps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.domain.conversation import ModerationReason
from houvast.domain.moderation_policy import MODERATOR_REASONS, POLICY
from houvast.domain.votes import Moderation
from houvast.web.shared.acting_form import ActingForm, TextForm

DECISIONS = [(decision.value, decision.value) for decision in Moderation]


class NumbersField(forms.Field):
    """The numbers of statements that were ticked; what is no number is left out."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> tuple[int, ...]:
        """The numbers, each once."""
        return tuple(dict.fromkeys(int(one) for one in value or () if str(one).isdecimal() and len(str(one)) < 10))


class DecisionForm(ActingForm):
    """A decision that needs no words: accept, or back to the queue. `seen`: what the statement was on the screen."""

    decision = forms.ChoiceField(choices=DECISIONS, widget=forms.HiddenInput)
    seen = forms.ChoiceField(choices=DECISIONS, widget=forms.HiddenInput)

    def clean_decision(self) -> Moderation:
        """The decision as the domain has it."""
        return Moderation(self.cleaned_data["decision"])

    def clean_seen(self) -> Moderation:
        """What the statement was, as the domain has it."""
        return Moderation(self.cleaned_data["seen"])


class LeaveOutForm(TextForm, DecisionForm):
    """Leaving out: the writer reads the reason and the note."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *((r.value, _(POLICY[r].label)) for r in MODERATOR_REASONS)],
    )
    note_to_author = forms.CharField(
        label=_("Note to the writer"), widget=forms.Textarea(attrs={"rows": 2}), max_length=300, required=False,
        help_text=_("Only the writer reads it. For example how the statement could be put otherwise."),
    )  # fmt: skip
    field_order = ("reason", "note_to_author", "not_a_person")

    def clean_reason(self) -> ModerationReason:
        """The reason as the domain has it."""
        return ModerationReason(self.cleaned_data["reason"])


class ManyForm(ActingForm):
    """The statements that are accepted together."""

    numbers = NumbersField(required=False)


class MendForm(TextForm):
    """The words of somebody else, without their typing errors."""

    text = forms.CharField(label=_("Statement without typing errors"), widget=forms.Textarea(attrs={"rows": 2}))
    field_order = ("text", "not_a_person")


def read_decision(data: Mapping[str, Any], number: int) -> DecisionForm:
    """The form that was sent for the statement with this number."""
    kind = LeaveOutForm if data.get("decision") == Moderation.OUT else DecisionForm
    return kind(data, auto_id=names_of(number))


def names_of(number: int) -> str:
    """How the controls of a statement are named, so that many forms fit on one page."""
    return f"s{number}_%s"

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in about the attention list? The table's decision, what it missed, and the terms of noticing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.decisions import LONGEST_DISSENT, LONGEST_REASON, LONGEST_TITLE, TableDecision
from houvast.actions.notice.missed_points import LONGEST_NOTE
from houvast.actions.notice.terms import LEAST_BUDGET, LEAST_K, MOST_BUDGET, MOST_K, Terms
from houvast.domain.attention import Decision, PointState
from houvast.domain.week import read_week
from houvast.queries.notice.choices import area_choices, chosen_area, chosen_theme, theme_choices
from houvast.queries.notice.table_choices import chosen_colleague, chosen_occasion
from houvast.web.notice.attention.words import DECISION_CHOICES, STATE_CHOICES
from houvast.web.shared.acting_form import ActingForm, ObservationTextForm


def _text(label: Any, most: int, *, help_text: Any = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=required,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class DecisionForm(ObservationTextForm):
    """What the weekly table makes of a point."""

    state = forms.ChoiceField(
        label=_("What does the table make of it?"),
        widget=forms.RadioSelect,
        choices=[(state.value, words) for state, words in STATE_CHOICES.items()],
    )
    decision = forms.ChoiceField(
        label=_("What do you do?"),
        widget=forms.RadioSelect,
        choices=[(decision.value, words) for decision, words in DECISION_CHOICES.items()],
    )
    reason = _text(_("Why?"), LONGEST_REASON, help_text=_("No names. What did you weigh?"))
    dissent = _text(
        _("Does somebody see it otherwise?"), LONGEST_DISSENT, required=False,
        help_text=_("Write it down as it was said, without a name. It stays beside the decision."),
    )  # fmt: skip
    seconded_by = forms.ChoiceField(
        label=_("Who else confirms it?"), required=False, help_text=_("Only for: confirmed."),
    )  # fmt: skip
    trigger = forms.ChoiceField(
        label=_("Which occasion explains it?"), required=False,
        help_text=_("Only for: explained. The list learns how many signals such an occasion brings."),
    )  # fmt: skip
    new_occasion = forms.CharField(
        label=_("Or an occasion that is not in the list yet"), required=False, max_length=LONGEST_TITLE
    )
    return_on = forms.DateField(
        label=_("Look again on"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    field_order = (
        "state", "decision", "reason", "dissent", "seconded_by", "trigger", "new_occasion", "return_on",
        *ObservationTextForm.questions_asked,
    )  # fmt: skip

    def __init__(
        self, *args: Any, seconds: list[tuple[str, str]], occasions: list[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["seconded_by"].choices = [("", _("Choose a colleague")), *seconds]  # type: ignore[attr-defined]
        self.fields["trigger"].choices = [("", _("Choose an occasion")), *occasions]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """As the action takes it."""
        given = self.cleaned_data
        made = TableDecision(
            state=PointState(given["state"]),
            decision=Decision(given["decision"]),
            reason=given["reason"],
            dissent=given["dissent"],
            seconded_by=chosen_colleague(given["seconded_by"]),
            trigger=chosen_occasion(given["trigger"]),
            new_occasion=given["new_occasion"],
            return_on=given["return_on"],
        )
        return {"made": made, "confirmed": self.confirmed()}


class MissedForm(ObservationTextForm):
    """What the list should have shown."""

    week = forms.CharField(
        label=_("In which week?"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "week"}),
        help_text=_("For example 2026-W48."),
    )
    theme = forms.ChoiceField(label=_("About what?"), required=False)
    area = forms.ChoiceField(label=_("Where?"), required=False)
    note = _text(_("What should we have seen?"), LONGEST_NOTE, help_text=_("No names and no addresses."))
    field_order = ("week", "theme", "area", "note", *ObservationTextForm.questions_asked)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["theme"].choices = [("", _("Not one theme")), *theme_choices(language=get_language() or "nl")]  # type: ignore[attr-defined]
        self.fields["area"].choices = [("", _("Not one area")), *area_choices()]  # type: ignore[attr-defined]

    def clean_week(self) -> Any:
        """The Monday of the week."""
        found = read_week(self.cleaned_data["week"])
        if found is None:
            raise forms.ValidationError(_("Write a week as 2026-W48, or a day as 2026-11-25."))
        return found

    def arguments(self) -> dict[str, Any]:
        """As the action takes it."""
        given = super().arguments()
        return {**given, "theme": chosen_theme(given["theme"]), "area": chosen_area(given["area"])}


class TermsForm(ActingForm):
    """The terms on which this municipality notices."""

    false_points_a_month = forms.FloatField(
        label=_("Unnecessary points a month, on average"),
        min_value=LEAST_BUDGET,
        max_value=MOST_BUDGET,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            "min_value": _("Choose a number from 0.25 to 10."),
            "max_value": _("Choose a number from 0.25 to 10."),
        },
        help_text=_("Fewer unnecessary points means that more is missed, or seen later. Most begin with 1."),
    )
    k = forms.IntegerField(
        label=_("Outside the team nothing is shown about fewer than"),
        min_value=LEAST_K,
        max_value=MOST_K,
        help_text=_("Signals or reporters. 10 is usual; never under 3."),
    )
    text_weeks = forms.IntegerField(
        label=_("Weeks that the free text of signals is kept"), min_value=1, max_value=104,
        help_text=_("After that only the codes stay: the week, the area, the theme and the kind of source."),
    )  # fmt: skip
    feedback_days = forms.IntegerField(
        label=_("Days within which a reporter hears back"), min_value=1, max_value=90,
        help_text=_("What takes longer stands first in the list."),
    )  # fmt: skip
    offline_days = forms.IntegerField(
        label=_("Days that notes may wait on a phone"), min_value=1, max_value=30,
        help_text=_("After that a note that was not sent is gone."),
    )  # fmt: skip

    def arguments(self) -> dict[str, Any]:
        """As the action takes it."""
        return {"terms": Terms(**self.cleaned_data)}

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do colleagues fill in around a street-talk round? A plan, a closing, a cancelling, a promise to return."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.rounds import (
    MOST_CONVERSATIONS,
    MOST_MINUTES,
    MOST_WALKERS,
    PLACE_MOST,
    PROMISE_MOST,
    REMARK_MOST,
    RoundPlan,
)
from houvast.domain.observation import SourceKind
from houvast.domain.street_talk import PartOfDay
from houvast.queries.notice.choices import area_choices, theme_choices
from houvast.queries.notice.rounds import RoundPage
from houvast.web.notice.streets.words import PART_WORDS
from houvast.web.notice.words import SOURCE_KIND_WORDS
from houvast.web.shared.acting_form import ActingForm, ObservationTextForm, TextForm

PLAN_FIELDS = ("area", "theme", "place", "planned_on", "part_of_day", "walkers", "number_of_walkers", "questions")


def day_widget() -> forms.DateInput:
    """A day as browsers ask it."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PlanForm(TextForm):
    """The plan of a round."""

    area = forms.ChoiceField(label=_("Area"))
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    place = forms.CharField(
        label=_("Where"), max_length=PLACE_MOST,
        help_text=_("What kind of place, in words: the square before the library. No address of a house."),
    )  # fmt: skip
    planned_on = forms.DateField(label=_("Day"), widget=day_widget())
    part_of_day = forms.ChoiceField(label=_("Part of the day"), choices=list(PART_WORDS.items()))
    walkers = forms.MultipleChoiceField(
        label=_("Who walks"), choices=list(SOURCE_KIND_WORDS.items()), widget=forms.CheckboxSelectMultiple,
        help_text=_("Kinds of colleagues, never their names: what is noted hangs on this round."),
    )  # fmt: skip
    number_of_walkers = forms.IntegerField(label=_("How many walk"), min_value=1, max_value=MOST_WALKERS, initial=2)
    questions = forms.CharField(
        label=_("Questions"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One on each line. Ask openly: what is going well here, and what should we know?"),
    )  # fmt: skip
    field_order = (*PLAN_FIELDS, "not_a_person")

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nothing = [("", _("None in particular"))]
        self.fields["area"].choices = [("", _("Choose an area")), *area_choices()]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [*nothing, *theme_choices(language=language)]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """The plan as the action reads it."""
        given = self.cleaned_data
        walkers = tuple(SourceKind(one) for one in given["walkers"])
        values = {name: given[name] for name in PLAN_FIELDS}
        plan = RoundPlan(**{**values, "walkers": walkers, "part_of_day": PartOfDay(given["part_of_day"])})
        return {"plan": plan, "not_a_person": given["not_a_person"]}


def plan_of(page: RoundPage) -> dict[str, Any]:
    """What stands in the form of a round that is there already."""
    about = page.about
    return {
        "area": page.area_code,
        "theme": page.theme_code,
        "place": about.place,
        "planned_on": about.planned_on,
        "part_of_day": about.part_of_day.value,
        "walkers": [one.value for one in page.walkers],
        "number_of_walkers": page.number_of_walkers,
        "questions": "\n".join(page.questions),
    }


class ReturnForm(ObservationTextForm):
    """When somebody comes back, and with what."""

    return_on = forms.DateField(label=_("When do you come back?"), widget=day_widget())
    return_promise = forms.CharField(
        label=_("With what do you come back?"), max_length=PROMISE_MOST, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=_("What you told people you would find out or do."),
    )  # fmt: skip
    field_order: tuple[str, ...] = ("return_on", "return_promise", *ObservationTextForm.questions_asked)


class HoldForm(ReturnForm):
    """The closing of a round."""

    conversations_held = forms.IntegerField(
        label=_("Conversations held"), min_value=0, max_value=MOST_CONVERSATIONS,
        help_text=_("Also those in which nothing special was said: that counts as having been there."),
    )  # fmt: skip
    minutes = forms.IntegerField(label=_("Minutes in the street"), min_value=0, max_value=MOST_MINUTES)
    remark = forms.CharField(
        label=_("Remark"), required=False, max_length=REMARK_MOST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example the weather, or that there were few people. What people said goes in a signal."),
    )  # fmt: skip
    field_order = ("conversations_held", "minutes", "remark", *ReturnForm.field_order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["return_on"].required = False


class CancelForm(ObservationTextForm):
    """Why a round is not held."""

    reason = forms.CharField(label=_("Why not?"), max_length=REMARK_MOST, widget=forms.Textarea(attrs={"rows": 2}))
    field_order = ("reason", *ObservationTextForm.questions_asked)


class CountForm(ActingForm):
    """One conversation more or less. tap: made with the button, so that pressing twice counts once."""

    step = forms.TypedChoiceField(choices=[(1, "+1"), (-1, "-1")], coerce=int, widget=forms.HiddenInput)
    tap = forms.UUIDField(widget=forms.HiddenInput)

    def arguments(self) -> dict[str, Any]:
        """As the action reads them."""
        return {"step": self.cleaned_data["step"], "tap": self.cleaned_data["tap"].hex}

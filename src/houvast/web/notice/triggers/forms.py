# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody fill in for the calendar? An occasion, or ticks at known days."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.triggers import EXPECTS_MOST, TITLE_MOST, Occasion
from houvast.domain.known_days import KnownDay
from houvast.domain.trigger import TriggerKind
from houvast.queries.notice.choices import area_choices, theme_choices
from houvast.queries.notice.triggers import TriggerPage, suggested_days
from houvast.web.notice.triggers.words import KIND_WORDS
from houvast.web.shared.acting_form import ActingForm, TextForm

FIELDS = ("title", "kind", "starts_on", "ends_on", "is_yearly", "area", "theme", "expects")


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class OccasionForm(TextForm):
    """An occasion that is coming."""

    title = forms.CharField(label=_("What is coming"), max_length=TITLE_MOST)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Choose a kind")), *KIND_WORDS.items()])
    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day"), required=False, help_text=_("Leave it empty where it is one day."))
    is_yearly = forms.BooleanField(label=_("It comes back on the same days every year"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    expects = forms.CharField(
        label=_("What we expect"), required=False, max_length=EXPECTS_MOST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What may it stir, and what do we do beforehand? About groups of people only what is public."),
    )  # fmt: skip
    field_order = (*FIELDS, "not_a_person")

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everywhere, any_theme = ("", _("The whole municipality")), ("", _("None in particular"))
        self.fields["area"].choices = [everywhere, *area_choices()]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [any_theme, *theme_choices(language=language)]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """The occasion as the action reads it."""
        given = self.cleaned_data
        values = {name: given[name] for name in FIELDS}
        occasion = Occasion(**{**values, "kind": TriggerKind(given["kind"])})
        return {"occasion": occasion, "not_a_person": given["not_a_person"]}


def occasion_of(page: TriggerPage) -> dict[str, Any]:
    """What stands in the form of an occasion that is there already."""
    return {name: getattr(page, name) for name in FIELDS}


class SuggestionForm(ActingForm):
    """The known days of a year that are not on the calendar; what is ticked goes there."""

    codes = forms.MultipleChoiceField(label=_("Known days"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.days = suggested_days(year)
        self.year = year
        self.fields["codes"].choices = [(one.code, _choice(one)) for one in self.days]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """The ticked days with their titles in the language of the screen."""
        titles = {one.code: _title(one) for one in self.days}
        return {"year": self.year, "codes": self.cleaned_data["codes"], "titles": titles}


def _title(one: KnownDay) -> str:
    title = gettext(one.title)
    return gettext("%(title)s (may be a day earlier or later)") % {"title": title} if one.is_approximate else title


def _choice(one: KnownDay) -> str:
    first, last = one.starts_on, one.ends_on
    if first == last:
        return f"{_title(one)}: {date_format(first, 'j F')}"
    begin = date_format(first, "j F" if first.year == last.year else "j F Y")
    return f"{_title(one)}: {begin} – {date_format(last, 'j F' if first.year == last.year else 'j F Y')}"

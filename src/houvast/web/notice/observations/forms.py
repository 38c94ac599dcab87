# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a colleague fill in about signals? Which to list, what the reporter hears, and where a signal belongs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.feedback import MOST_OF_REPLY
from houvast.domain.observation import ObservationKind
from houvast.domain.week import read_week
from houvast.queries.notice.note_form import AreaGroup, Choice, find_area, find_theme
from houvast.queries.notice.observations import Answered, ObservationFilter
from houvast.web.notice.long_select import LongSelect, area_options
from houvast.web.notice.words import choices_of
from houvast.web.shared.acting_form import ActingForm, TextForm

UNKNOWN = "-"


def _week(label: Any) -> forms.CharField:
    """A week; browsers that know weeks show a calendar."""
    widget = forms.TextInput(attrs={"type": "week"})
    return forms.CharField(label=label, required=False, widget=widget, help_text=_("For example 2026-W48."))


class FilterForm(forms.Form):
    """Which signals are listed. What cannot be read is left out, so that a list always comes."""

    gebied = forms.ChoiceField(label=_("Area"), required=False, widget=LongSelect)
    thema = forms.ChoiceField(label=_("Theme"), required=False)
    soort = forms.ChoiceField(label=_("What is it?"), required=False, choices=choices_of("kind", _("Both")))
    van = _week(_("From week"))
    tot = _week(_("To week"))
    antwoord = forms.ChoiceField(
        label=_("Heard back"), required=False,
        choices=[
            (Answered.ANY.value, _("All signals")),
            (Answered.OPEN.value, _("Reporter still waits")),
            (Answered.DONE.value, _("Reporter heard back")),
        ],
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any], *, areas: tuple[AreaGroup, ...], themes: tuple[Choice, ...]) -> None:
        super().__init__(data, use_required_attribute=False)
        self.fields["gebied"].choices = [("", _("All areas")), *area_options(areas)]  # type: ignore[attr-defined]
        self.fields["thema"].choices = [  # type: ignore[attr-defined]
            ("", _("All themes")), *((one.code, one.name) for one in themes),
        ]  # fmt: skip

    def _week(self, name: str) -> date | None:
        text = self.cleaned_data.get(name) or ""
        found = read_week(text)
        if text and found is None:
            self.add_error(name, _("Write a week as 2026-W07, or a date as 2026-02-13."))
        return found

    def wanted(self) -> ObservationFilter:
        """The filter of what was chosen and could be read."""
        self.is_valid()
        given = self.cleaned_data
        return ObservationFilter(
            area=given.get("gebied", ""),
            theme=given.get("thema", ""),
            kind=given.get("soort", ""),
            first_week=self._week("van"),
            last_week=self._week("tot"),
            answered=Answered(given.get("antwoord", "")),
        )


class AnswerForm(TextForm):
    """What the reporter hears."""

    text = forms.CharField(
        label=_("What was done, or will be done?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=MOST_OF_REPLY,
        help_text=_("The reporter reads this through a private link. Do not name anybody, and do not guess who it is."),
    )  # fmt: skip
    field_order = ("text", "not_a_person")


class CorrectForm(ActingForm):
    """Where a signal belongs."""

    area = forms.ChoiceField(label=_("Area"), widget=LongSelect)
    theme = forms.ChoiceField(label=_("Theme"))
    kind = forms.ChoiceField(label=_("What is it?"), choices=choices_of("kind"))

    def __init__(
        self, data: Mapping[str, Any] | None, *, areas: tuple[AreaGroup, ...], themes: tuple[Choice, ...],
        initial: Mapping[str, str],
    ) -> None:  # fmt: skip
        super().__init__(data, auto_id="correct_%s", initial=dict(initial))
        whole = _("The whole municipality, or I do not know")
        self.fields["area"].choices = [(UNKNOWN, whole), *area_options(areas)]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [  # type: ignore[attr-defined]
            (UNKNOWN, _("Something else, or I do not know")), *((one.code, one.name) for one in themes),
        ]  # fmt: skip

    def arguments(self) -> dict[str, Any]:
        """What correct_codes is called with."""
        area, theme = self.cleaned_data["area"], self.cleaned_data["theme"]
        return {
            "area": None if area == UNKNOWN else find_area(area),
            "theme": None if theme == UNKNOWN else find_theme(theme),
            "kind": ObservationKind(self.cleaned_data["kind"]),
        }

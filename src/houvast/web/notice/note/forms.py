# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody fill in who saw something? Three choices and a sentence; the rest where there is time for it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.observations import MOST_OF_TEXT, OLDEST_WEEKS, NotedCodes
from houvast.domain.errors import FieldRejected
from houvast.domain.observation import ObservationKind, Origin, SourceKind
from houvast.domain.participant_key import new_token, personal_key
from houvast.domain.week import WEEK, monday_of, read_week, write_week
from houvast.queries.notice.note_form import NoteChoices, find_area, find_theme, walked_round
from houvast.web.notice.long_select import LongSelect, area_options
from houvast.web.notice.words import FIELD_WORDS, MARK_WORDS, choices_of
from houvast.web.shared.acting_form import ActingForm, ObservationTextForm

if TYPE_CHECKING:
    from houvast.web.notice.words import Said

UNKNOWN = "-"
NOT_SAID = _("Not said")
TEXTS = ("seen", "reporter_reading", "already_done")
CODED = ("grounds", "dividing_line", "need", "place_kind", "witness", "tone", "direction", "extent")
CONFIRMATIONS = ("not_a_person", "what_happens", "is_needed")
MARKS = ("is_gut_feeling", "is_us_them", "is_repeated", "concerns_government")


class WeekField(forms.ChoiceField):
    """A week as 2026-W07. The list holds those of today; a note that waited brings an older one."""

    def valid_value(self, value: Any) -> bool:
        """Whether it is a week at all; the action says which weeks may be noted."""
        return read_week(str(value)) is not None


def _text(label: Said, field: str, rows: int, help_text: Said = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "data-free-text": ""})
    return forms.CharField(
        label=label, widget=area, max_length=MOST_OF_TEXT[field], required=field == "seen", help_text=help_text
    )


def _coded(field: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=FIELD_WORDS[field], choices=choices_of(field, NOT_SAID), required=False)


def _mark(field: str) -> forms.BooleanField:
    return forms.BooleanField(label=MARK_WORDS[field], required=False)


class PlaceForm(ActingForm):
    """Where and when, told by which kind of source: what a signal and "nothing special" have in common."""

    area = forms.ChoiceField(label=_("Area"), widget=LongSelect)
    week = WeekField(label=_("Week"))
    source_kind = forms.ChoiceField(label=_("Whose eyes and ears"), choices=choices_of("source_kind"))
    note_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, choices: NoteChoices, today: date, source: str = ""):
        super().__init__(data, auto_id=f"{self.names}_%s")
        nothing = [("", _("Choose an area"))]
        self.fields["area"].choices = [*nothing, *self.beyond, *area_options(choices.areas)]  # type: ignore[attr-defined]
        self.fields["week"].choices = week_choices(today)  # type: ignore[attr-defined]
        self.initial = {
            "note_key": str(uuid.uuid4()),
            "week": write_week(today),
            "source_kind": source or SourceKind.MUNICIPALITY.value,
        }

    names = "note"
    beyond: tuple[tuple[str, Said], ...] = ()

    def clean_week(self) -> date:
        """The Monday of the week."""
        found = read_week(self.cleaned_data["week"])
        assert found is not None  # noqa: S101 -- WeekField let it through
        return found

    def clean_source_kind(self) -> SourceKind:
        """The kind of source as the domain has it."""
        return SourceKind(self.cleaned_data["source_kind"])


class NoteForm(ObservationTextForm, PlaceForm):
    """A signal. refusal: what the gate said, where it said something."""

    beyond = ((UNKNOWN, _("The whole municipality, or I do not know")),)
    refusal: FieldRejected | None = None

    kind = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect, choices=choices_of("kind"))
    theme = forms.ChoiceField(label=_("Theme"))
    seen = _text(_("What did you see or hear?"), "seen", 4, _("Write as if the people it is about read it."))
    reporter_reading = _text(_("What do you make of it?"), "reporter_reading", 3)
    is_gut_feeling = _mark("is_gut_feeling")
    grounds = _coded("grounds")
    witness = _coded("witness")
    place_kind = _coded("place_kind")
    dividing_line = _coded("dividing_line")
    need = _coded("need")
    tone = _coded("tone")
    direction = _coded("direction")
    extent = _coded("extent")
    is_us_them = _mark("is_us_them")
    is_repeated = _mark("is_repeated")
    concerns_government = _mark("concerns_government")
    already_done = _text(_("What was already done?"), "already_done", 2)
    wants_feedback = forms.BooleanField(label=_("I want to hear what is done with it"), required=False)
    reply_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    round = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1)
    field_order = ("kind", "theme", "area", "seen", "week", "source_kind")

    def __init__(self, data: Mapping[str, Any] | None = None, *, choices: NoteChoices, today: date, source: str = ""):
        super().__init__(data, choices=choices, today=today, source=source)
        themes = [(one.code, one.name) for one in choices.themes]
        self.fields["theme"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose a theme")), *themes, (UNKNOWN, _("Something else, or I do not know")),
        ]  # fmt: skip
        self.initial["reply_key"] = personal_key(new_token(), "note")

    @property
    def questions(self) -> list[forms.BoundField]:
        """What the writer is asked only where a text may be misunderstood."""
        return [self[name] for name in CONFIRMATIONS]

    def arguments(self) -> dict[str, Any]:
        """What note_observation is called with."""
        given = dict(self.cleaned_data)
        codes = NotedCodes(**{name: given.pop(name) for name in (*CODED, *MARKS)})
        confirmed = frozenset(name for name in CONFIRMATIONS if given.pop(name))
        area, theme, walked = given.pop("area"), given.pop("theme"), walked_round(given.pop("round"))
        return {
            **given,
            "round": walked,
            "origin": Origin.ROUND if walked else Origin.NOTED,
            "kind": ObservationKind(given["kind"]),
            "area": None if area == UNKNOWN else find_area(area),
            "theme": None if theme == UNKNOWN else find_theme(theme),
            "codes": codes,
            "confirmed": confirmed,
        }

    def refuse(self, error: FieldRejected) -> None:
        """Keep the refusal, so that an answer to a script can say where in the text."""
        self.refusal = error
        super().refuse(error)


class CheckInForm(PlaceForm):
    """There, and nothing special seen."""

    names = "rust"

    def arguments(self) -> dict[str, Any]:
        """What check_in is called with."""
        return {**self.cleaned_data, "area": find_area(self.cleaned_data["area"])}


def week_choices(today: date) -> list[tuple[str, str]]:
    """This week and those before it that may be noted, the newest first."""
    monday = monday_of(today)
    named = {0: _now("This week"), 1: _now("Last week")}
    weeks = [monday - age * WEEK for age in range(OLDEST_WEEKS + 1)]
    return [
        (write_week(one), named.get(age) or _now("Week from {day}").format(day=date_format(one, "j F Y")))
        for age, one in enumerate(weeks)
    ]

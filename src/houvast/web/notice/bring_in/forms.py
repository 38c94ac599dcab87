# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a colleague tell about a file of signals? Which column is what, and what their values mean with us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.observation_import import ImportOutcome
from houvast.queries.notice.choices import area_choices, theme_choices
from houvast.queries.notice.observation_files import FIELDS, FileLook, known_mappings
from houvast.web.notice.long_select import LongSelect
from houvast.web.notice.words import choices_of
from houvast.web.shared.acting_form import ActingForm, TextForm

NEW, OPEN = "", "-"
COLUMN, VALUE, THEIRS = "column-", "value-", "theirs-"
FIELD_WORDS = {
    "week": _("Day or week"),
    "seen": _("What was seen or heard"),
    "area": _("Area"),
    "theme": _("Theme"),
    "kind": _("Tension or resilience"),
    "reporter_reading": _("What the reporter makes of it"),
    "already_done": _("What was done already"),
    "reporter": _("Code of the reporter (kept as a pseudonym)"),
    "source_kind": _("Kind of source"),
    "grounds": _("Experienced, evidenced or potential"),
    "witness": _("Seen oneself or heard"),
    "tone": _("Tone"),
    "direction": _("Between groups, or towards the government"),
    "extent": _("How many people"),
    "dividing_line": _("Dividing line"),
    "need": _("Threatened need"),
    "place_kind": _("Kind of place"),
}


class FileForm(ActingForm):
    """The file, and how it is to be read."""

    file = forms.FileField(
        label=_("File with signals (CSV)"),
        help_text=_("At most 2 MB. The file itself is not kept. What leads to a person does not come in."),
    )
    mapping = forms.ChoiceField(label=_("How is the file made up?"), required=False)
    leave_out_refused = forms.BooleanField(
        required=False, label=_("Leave out rows that are refused, and bring in the rest"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(one.id), one.name) for one in known_mappings()]
        self.fields["mapping"].choices = [(NEW, _("I do not know yet: look at the columns")), *known]  # type: ignore[attr-defined]


class MappingForm(TextForm):
    """Which column is what; where values are not known, what they mean. Field names: column-week, value-theme-0."""

    name = forms.CharField(
        label=_("Name of this make-up"), max_length=80,
        help_text=_("For example the system that the file comes from. Next time you only choose this name."),
    )  # fmt: skip
    source_kind = forms.ChoiceField(
        label=_("Kind of source, where the file does not say it"), choices=choices_of("source_kind")
    )

    def __init__(
        self,
        *args: Any,
        look: FileLook,
        values: Mapping[str, Mapping[str, str]],
        unknown: Mapping[str, Sequence[str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        columns = [(NEW, _("Not in the file")), *((name, name) for name in look.names if name)]
        for ours in FIELDS:
            self.fields[f"{COLUMN}{ours}"] = forms.ChoiceField(
                label=FIELD_WORDS[ours], choices=columns, required=ours in ("week", "seen"),
                initial=look.guesses.get(ours, NEW),
            )  # fmt: skip
        self._kept = {ours: dict(known) for ours, known in values.items()}
        self._asked: dict[str, tuple[str, str]] = {}
        for ours, theirs in ((ours, one) for ours, all_of in unknown.items() for one in all_of):
            part = f"{ours}-{len(self._asked)}"
            self._asked[f"{VALUE}{part}"] = (ours, theirs)
            self.fields[f"{THEIRS}{part}"] = forms.CharField(widget=forms.HiddenInput, initial=theirs)
            self.fields[f"{VALUE}{part}"] = forms.ChoiceField(
                label=_("“%(value)s” (%(field)s)") % {"value": theirs, "field": FIELD_WORDS[ours]},
                choices=[(OPEN, _("Leave open")), *_ours(ours)],
                widget=LongSelect,
            )

    def arguments(self) -> dict[str, Any]:
        """As the mapping is kept."""
        data = self.cleaned_data
        values = {ours: dict(known) for ours, known in self._kept.items()}
        for name, (ours, theirs) in self._asked.items():
            values.setdefault(ours, {})[theirs] = data[name]
        columns = {ours: data[f"{COLUMN}{ours}"] for ours in FIELDS}
        return {
            "name": data["name"],
            "source_kind": data["source_kind"],
            "columns": columns,
            "values": values,
            "not_a_person": data["not_a_person"],
        }


def _ours(field: str) -> Sequence[tuple[str, Any]]:
    """The codes that a value of theirs can become."""
    if field == "area":
        return area_choices()
    return theme_choices() if field == "theme" else choices_of(field)


def told_unknown(data: Mapping[str, str]) -> dict[str, list[str]]:
    """Their values that the form asked about, by our field, as they were sent back."""
    found: dict[str, list[str]] = {}
    for name in data:
        ours = name.removeprefix(THEIRS).rpartition("-")[0]
        if name.startswith(THEIRS) and ours in FIELD_WORDS:
            found.setdefault(ours, []).append(data[name])
    return found


def refused_words(outcome: ImportOutcome) -> tuple[tuple[int, str, str], ...]:
    """(line, why, about) of every row that does not come in; why is translated."""
    return tuple((row.line, str(REASONS.get(row.reason, REASONS["other"])), row.about) for row in outcome.refused)


REASONS = {
    "value": _("A value is not known here. Say below what it means."),
    "empty": _("There is no text."),
    "person-data": _("This leads, or may lead, to a person."),
    "right-door": _("This is a worry about one person, or a crime: it belongs elsewhere."),
    "special-category": _("This may tell of the belief, health, origin or politics of a person."),
    "other": _("The text cannot be used as it is."),
}

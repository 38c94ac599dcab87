# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does an adviser fill in to prepare a conversation?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.gather.conversation_texts import (
    LEAST_K,
    LONGEST,
    MOST_K,
    Dates,
    Rules,
    Texts,
)
from houvast.domain.conversation import ModerationTiming
from houvast.web.gather.prepare.words import SHAPE_WORDS, TIMING_WORDS
from houvast.web.shared.acting_form import ActingForm, TextForm

MOMENT = "%Y-%m-%dT%H:%M"


def _text(label: Any, help_text: Any = "", *, rows: int = 0, most: int | None = None, required: bool = False) -> Any:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, widget=widget)


def _moment(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    return forms.DateTimeField(label=label, help_text=help_text, required=required, widget=widget)


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=False, widget=widget)


def _tick(label: Any, help_text: Any = "") -> forms.BooleanField:
    return forms.BooleanField(label=label, help_text=help_text, required=False)


class NewForm(TextForm):
    """A new conversation."""

    title = _text(
        _("Title"),
        _("A question or a subject that people recognise. You can change it later."),
        most=120,
        required=True,
    )
    language = forms.CharField(
        label=_("Language of the texts"),
        help_text=_("A code, such as nl or en. You can add other languages later."),
        initial="nl",
        max_length=12,
    )


class TextsForm(TextForm):
    """Everything that residents read before they take part, when it runs, and by which rules."""

    title = _text(_("Title"), most=LONGEST["title"], required=True)
    purpose = _text(_("Why do you ask this?"), _("What led to this conversation. In short, plain sentences."), rows=4)
    question = _text(_("The question behind it"), _("What do you want to know? One question."), rows=2)
    asked_by = _text(
        _("Who asks?"), _("A team or an office, such as Team Samenleven. Never a person."), most=LONGEST["asked_by"]
    )
    use_of_answers = _text(
        _("What happens with the answers?"),
        _("Who reads the result, and what is decided with it. And what not."),
        rows=4,
    )
    hear_back = _text(
        _("When and how do people hear back?"),
        _("For instance: in March, on this page and in the local paper."),
        most=LONGEST["hear_back"],
    )
    hear_back_by = _day(_("They hear back by this day at the latest"))
    opens_at = _moment(_("Opens by itself at"), _("Leave empty to open it yourself."))
    closes_at = _moment(_("Closes at"), _("Two to four weeks after the opening is usual."))
    retention_until = _day(
        _("Votes are removed after this day"),
        _("Then only totals and published results remain. Empty: a year after the closing."),
    )
    residents_add_statements = _tick(_("Residents may add statements"))
    moderation_timing = forms.ChoiceField(
        label=_("When do others see a statement by a resident?"),
        choices=[(timing.value, words) for timing, words in TIMING_WORDS.items()],
        widget=forms.RadioSelect,
    )
    policy_read = _tick(
        _("I have read the house rules, and we can moderate as often as they promise"),
    )
    asks_estimates = _tick(
        _("Also ask how many of ten people taking part agree"),
        _("It shows whether people judge each other rightly."),
    )
    is_listed = _tick(_("Show this conversation on the front page"))
    by_invitation = _tick(_("Only with an invitation code"), _("Codes for single use are made under Reach."))
    k = forms.IntegerField(
        label=_("Show nothing about fewer people than"),
        help_text=_("At least 3, usually 10. A higher number protects people better and hides more results."),
        min_value=LEAST_K,
        max_value=MOST_K,
    )

    def arguments(self) -> dict[str, Any]:
        """Texts, dates and rules apart."""
        data = self.cleaned_data
        rules = {name: data[name] for name in Rules.__dataclass_fields__}
        rules["moderation_timing"] = ModerationTiming(data["moderation_timing"])
        return {
            "texts": Texts(**{name: data[name].replace("\r\n", "\n") for name in Texts.__dataclass_fields__}),
            "dates": Dates(**{name: data[name] for name in Dates.__dataclass_fields__}),
            "rules": Rules(**rules),
            "not_a_person": data["not_a_person"],
        }


class ReopenForm(ActingForm):
    """A closed conversation goes on."""

    closes_at = _moment(_("New closing date"), required=True)


class ReviewedForm(ActingForm):
    """A form with statements: what the check list says is shown first, and kept only if the writer wants it so."""

    confirmed = forms.BooleanField(
        required=False,
        widget=forms.HiddenInput,
        label=_("I have read the advice and keep it like this. Names that were found are not of persons."),
    )

    def ask(self) -> None:
        """Ask to confirm."""
        self.fields["confirmed"].widget = forms.CheckboxInput()

    def arguments(self) -> dict[str, Any]:
        """A confirmation also says that names are nobody's."""
        data = super().arguments()
        confirmed = data.pop("confirmed")
        return {**data, "not_a_person": confirmed}


class SeedsForm(ReviewedForm):
    """New statements, one a line."""

    lines = _text(
        _("New statements"), _("One a line. People answer each with agree, disagree or pass."), rows=6, required=True
    )
    language = forms.ChoiceField(label=_("Language of these statements"))

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(languages)  # type: ignore[attr-defined]
        if len(languages) == 1:
            self.fields["language"].widget = forms.HiddenInput()
            self.fields["language"].initial = languages[0][0]


class SeedForm(ReviewedForm):
    """Other words for a statement."""

    text = _text(_("Statement"), rows=3, required=True)


class LanguagesForm(ActingForm):
    """The further languages."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple, choices=()
    )
    other = forms.CharField(
        label=_("Other languages"),
        help_text=_("Codes with a comma between them, such as zgh or pt-BR."),
        required=False,
        max_length=120,
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = list(offered)  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """One list."""
        other = [tag for tag in self.cleaned_data["other"].replace(";", ",").split(",") if tag.strip()]
        return {"languages": [*self.cleaned_data["languages"], *other]}


class RehearsalForm(ActingForm):
    """How many invented people, and what they think."""

    people = forms.IntegerField(
        label=_("How many invented residents?"), help_text=_("From 5 to 500."), initial=120, min_value=1, max_value=5000
    )
    shape = forms.ChoiceField(
        label=_("What do they think?"),
        choices=[(shape.value, words) for shape, words in SHAPE_WORDS.items()],
        widget=forms.RadioSelect,
        initial=next(iter(SHAPE_WORDS)).value,
    )


class ManyFiles(forms.ClearableFileInput):
    """A field for one file or more."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or more."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each of them checked."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given]


class ImportForm(ActingForm):
    """A Polis export."""

    files = FilesField(  # type: ignore[assignment]  # a form's list of files is another thing
        label=_("The export"),
        help_text=_("A zip file, or its files together: comments.csv, votes.csv, participants-votes.csv, summary.csv."),
    )
    title = _text(_("Title"), _("Leave empty to take the title from the export."), most=120)
    language = forms.CharField(label=_("Language of the statements"), initial="nl", max_length=12)
    source = _text(_("Where is it from?"), _("For instance the address of the conversation."), most=120, required=True)
    licence = _text(
        _("Under which licence may it be used?"), _("For instance CC BY 4.0, or: our own conversation."), most=80,
        required=True,
    )  # fmt: skip

    def arguments(self) -> dict[str, Any]:
        """Names and contents."""
        data = super().arguments()
        return {**data, "files": [(file.name or "", file.file) for file in data["files"]]}


class ExportForm(ActingForm):
    """What a file is for."""

    purpose = _text(
        _("What do you need this file for?"),
        _("This is written down in the log, with your name and the file."),
        rows=2,
        most=300,
        required=True,
    )

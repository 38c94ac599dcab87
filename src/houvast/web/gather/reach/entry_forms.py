# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a colleague type over: from which pile, one ballot, or a file of them?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from houvast.actions.gather.paper_answers import LONGEST_NAME, PaperBallot, PaperFile
from houvast.domain.conversation import Mode
from houvast.domain.errors import FieldRejected
from houvast.domain.votes import Vote
from houvast.queries.gather.paper_entry import EntryStatement
from houvast.web.shared.acting_form import ActingForm

OWN = 3
LONGEST_STATEMENT = 400
LARGEST_FILE = 1_000_000
MODES = [(Mode.PAPER.value, _("On paper")), (Mode.STREET.value, _("In the street"))]
ANSWERS = [("1", _("Agree")), ("-1", _("Disagree")), ("0", _("Not sure")), ("", _("Left open"))]


class PileForm(ActingForm):
    """Where the ballots come from."""

    mode = forms.ChoiceField(
        label=_("How were these answers given?"), choices=MODES, widget=forms.RadioSelect, initial=Mode.PAPER.value
    )
    batch = forms.CharField(
        label=_("Name of the pile or the round"), max_length=LONGEST_NAME,
        help_text=_("A place or an occasion, such as: library, or: market 3 May. Never a person."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("In which language did people answer?"), choices=())

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(languages)  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What names a pile."""
        return {"mode": Mode(self.cleaned_data["mode"]), "batch": self.cleaned_data["batch"]}


class _EntryForm(ActingForm):
    """What ballots are entered with. A tick that only a refusal asks for is hidden until then."""

    request = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    consent = forms.BooleanField(required=False)
    is_another = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label=_("Yes, this comes from somebody else")
    )

    def refuse(self, error: FieldRejected) -> None:
        """Ask what the refusal asks."""
        super().refuse(error)
        if error.field in {"is_another", "is_new"} and error.field in self.fields:
            self.fields[error.field].widget = forms.CheckboxInput()


class BallotEntryForm(_EntryForm):
    """One ballot."""

    is_new = forms.BooleanField(required=False, widget=forms.HiddenInput, label=_("Yes, it says something else"))
    not_a_person = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label=_("What was found is not the name of a person")
    )

    def __init__(self, *args: Any, statements: Sequence[EntryStatement], takes_statements: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = [statement.number for statement in statements]
        for statement in statements:
            self.fields[f"answer_{statement.number}"] = forms.ChoiceField(
                label=_label(statement), choices=ANSWERS, required=False, widget=forms.RadioSelect
            )
        for index in range(OWN if takes_statements else 0):
            self.fields[f"own_{index}"] = forms.CharField(
                label=gettext("Own statement {number}").format(number=index + 1), required=False,
                max_length=LONGEST_STATEMENT,
            )  # fmt: skip
        self.fields["consent"].label = _("The box for consent is ticked on the paper")

    @property
    def answers(self) -> list[forms.BoundField]:
        """The fields of the statements."""
        return [self[f"answer_{number}"] for number in self.numbers]

    @property
    def own(self) -> list[forms.BoundField]:
        """The fields of own statements."""
        return [self[name] for name in self.fields if name.startswith("own_")]

    def arguments(self) -> dict[str, Any]:
        """A ballot."""
        data = self.cleaned_data
        given = {number: data[f"answer_{number}"] for number in self.numbers}
        return {
            "ballot": PaperBallot(
                answers={number: Vote(int(answer)) for number, answer in given.items() if answer},
                request=data["request"],
                has_consent=data["consent"],
                own=tuple(text for name, text in data.items() if name.startswith("own_") and text),
                is_another=data["is_another"],
                is_new=data["is_new"],
                not_a_person=data["not_a_person"],
            )
        }


def _label(statement: EntryStatement) -> SafeString:
    return format_html(
        '{}. <span lang="{}" dir="{}">{}</span>',
        statement.number,
        statement.language,
        statement.direction,
        statement.text,
    )


class BallotFileForm(_EntryForm):
    """A file of ballots: all of it, or nothing."""

    file = forms.FileField(
        label=_("File with ballots (CSV)"),
        help_text=_("A row an answer, with the columns: ballot, statement, vote. Write e, o or w for the vote."),
    )
    field_order = ("file", "consent", "is_another", "request")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "file_%s"  # beside the other form on the page
        self.fields["consent"].label = _("The box for consent is ticked on every one of these ballots")
        self.fields["is_another"].label = _("Yes, these ballots come from other people")

    def clean_file(self) -> UploadedFile[Any]:
        """Two thousand rows are far smaller."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(gettext("This file is too large. Cut it up."))
        return file

    def refuse(self, error: FieldRejected) -> None:
        """Every fault, with its row."""
        super().refuse(error)
        for fault in getattr(error, "faults", ()):
            told = gettext(fault.message).format(**fault.values)
            self.add_error(
                "file", gettext("Row {line}: {what}").format(line=fault.line, what=told) if fault.line else told
            )

    def arguments(self) -> dict[str, Any]:
        """A file."""
        data = self.cleaned_data
        return {"file": PaperFile(data["file"].read(), data["request"], data["consent"], data["is_another"])}

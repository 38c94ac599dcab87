# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a resident fill in? An own statement, and voluntary answers about themselves."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.gather.statements import MOST_CHARACTERS
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected
from houvast.queries.gather.resident_pages import BackgroundPage
from houvast.web.gather.resident.pages import Piece, mark
from houvast.web.shared.error_pages import say_error

LONGEST_NUMBER = 19  # what a table can hold


class StatementForm(forms.Form):
    """An own statement. `confirmed` holds the text as it was when the writer saw what is like it."""

    use_required_attribute = False  # an empty field that was not sent yet is not wrong

    text = forms.CharField(
        label=_("Your statement"),
        help_text=_("One sentence of at most 200 characters, that others can agree or disagree with."),
        widget=forms.Textarea(attrs={"rows": 3, "data-most": MOST_CHARACTERS}),
        strip=True,
    )
    language = forms.ChoiceField(label=_("Language of your statement"))
    not_a_person = forms.BooleanField(
        required=False, widget=forms.HiddenInput, label=_("This is not the name of a person")
    )
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, sent: Mapping[str, str] | None, *, languages: tuple[tuple[str, str], ...], language: str
    ) -> None:
        super().__init__(sent, initial={"language": language})
        self.fields["language"].choices = languages  # type: ignore[attr-defined]
        self.pieces: tuple[Piece, ...] = ()

    def clean_text(self) -> str:
        """One line: a hidden field, which brings the text back for confirmation, has no line breaks."""
        return " ".join(self.cleaned_data["text"].split())

    @property
    def is_confirmed(self) -> bool:
        """Whether the writer saw what is like this very text and wants to send it all the same."""
        return bool(self.cleaned_data["confirmed"] == self.cleaned_data["text"])

    def ask_to_confirm(self) -> None:
        """Let the next sending of this very text go through."""
        self.data = {**self.data.dict(), "confirmed": self.cleaned_data["text"]}  # type: ignore[attr-defined]

    def refuse(self, error: FieldRejected) -> None:
        """Put the error at its field; mark what was found, and ask whether a found name is a person's."""
        self.add_error(error.field if error.field in self.fields else None, say_error(error))
        if isinstance(error, PersonDataRejected):
            self.pieces = mark(" ".join(self.data.get("text", "").split()), error.findings)
            if error.can_confirm:
                self.fields["not_a_person"].widget = forms.CheckboxInput()


def read_background(sent: Mapping[str, str], page: BackgroundPage) -> dict[int, int | None]:
    """The option chosen at each question; None where somebody would rather not say."""
    chosen = {question.id: sent.get(f"question-{question.id}", "") for question in page.questions}
    return {question: _read_option(option) for question, option in chosen.items()}


def _read_option(sent: str) -> int | None:
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < LONGEST_NUMBER else None

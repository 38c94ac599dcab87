# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A background question with room for its answers, and two examples to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from houvast.actions.gather.background_questions import (
    LONGEST_OPTION,
    LONGEST_QUESTION,
    LONGEST_SOURCE,
    MOST_OPTIONS,
    OptionText,
)
from houvast.domain.errors import FieldRejected
from houvast.queries.gather.preparation import BackgroundBlock
from houvast.web.shared.acting_form import ActingForm


@dataclass(frozen=True, slots=True)
class Example:
    """A question that many municipalities ask."""

    name: str | Promise
    text: str | Promise
    options: tuple[str | Promise, ...]


EXAMPLES = {
    "leeftijd": Example(
        _("Age"), _("How old are you?"), (_("Under 25"), _("25 to 45"), _("45 to 65"), _("65 or older"))
    ),
    "deel": Example(
        _("Part of the municipality"),
        _("In which part of the municipality do you live?"),
        (_("North"), _("South"), _("The villages around it"), _("Elsewhere")),
    ),
}


class BackgroundForm(ActingForm):
    """The question, its source, and a row for each answer."""

    text = forms.CharField(label=_("Question"), max_length=LONGEST_QUESTION)
    source = forms.CharField(
        label=_("Where do the known shares come from?"),
        help_text=_("For instance: CBS, 1 January 2026. Needed when you fill in shares."),
        required=False,
        max_length=LONGEST_SOURCE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for at in range(MOST_OPTIONS):
            number = at + 1
            self.fields[f"option_{at}"] = forms.CharField(
                label=gettext("Answer {number}").format(number=number), required=False, max_length=LONGEST_OPTION
            )
            self.fields[f"share_{at}"] = forms.FloatField(
                label=gettext("Share in the area of answer {number}, in percent").format(number=number),
                required=False,
                min_value=0,
                max_value=100,
                widget=forms.NumberInput(attrs={"step": "0.1"}),
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """An answer and its share, for every row."""
        return [(self[f"option_{at}"], self[f"share_{at}"]) for at in range(MOST_OPTIONS)]

    def arguments(self) -> dict[str, Any]:
        """The rows that were filled in."""
        data = self.cleaned_data
        rows = [(data[f"option_{at}"], data[f"share_{at}"]) for at in range(MOST_OPTIONS)]
        options = tuple(OptionText(text, None if share is None else share / 100) for text, share in rows if text)
        return {"text": data["text"], "source": data["source"], "options": options}

    def refuse(self, error: FieldRejected) -> None:
        """What is wrong with the answers stands above the form."""
        super().refuse(error)


def start_from(example: str) -> dict[str, Any]:
    """What the form begins with."""
    chosen = EXAMPLES.get(example)
    if chosen is None:
        return {}
    return {"text": chosen.text, **{f"option_{at}": text for at, text in enumerate(chosen.options)}}


def start_with(block: BackgroundBlock) -> dict[str, Any]:
    """The form of a question that is there."""
    values: dict[str, Any] = {"text": block.text, "source": block.source}
    for at, option in enumerate(block.options):
        values |= {f"option_{at}": option.text, f"share_{at}": option.percent}
    return values

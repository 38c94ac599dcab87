# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form that is as long as there is to translate: every text and statement beside its translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from houvast.actions.gather.conversation_texts import LINES, LONGEST, Texts
from houvast.actions.gather.translations import LONGEST_STATEMENT
from houvast.queries.gather.translation_work import TextPair, TranslationSheet
from houvast.web.gather.prepare.translation_words import label_of
from houvast.web.shared.acting_form import TextForm


class TranslationForm(TextForm):
    """The fields are made of the sheet."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, sheet: TranslationSheet) -> None:
        pairs = (*sheet.texts, *sheet.statements)
        super().__init__(data, initial={pair.name: pair.translated for pair in pairs})
        for pair in pairs:
            self.fields[pair.name] = _field(pair, sheet)
        self.sheet = sheet

    def arguments(self) -> dict[str, Any]:
        """Texts and statements apart."""
        data = self.cleaned_data
        texts = {pair.name: data[pair.name].replace("\r\n", "\n") for pair in self.sheet.texts}
        statements = {pair.number: data[pair.name] for pair in self.sheet.statements}
        return {
            "texts": Texts(**{"title": "", **texts}),
            "statements": statements,
            "not_a_person": data["not_a_person"],
        }


def _field(pair: TextPair, sheet: TranslationSheet) -> forms.CharField:
    attributes = {"lang": sheet.line.tag, "dir": sheet.line.direction}
    if pair.number is None and pair.name not in LINES:
        widget: forms.Widget = forms.TextInput(attrs=attributes)
    else:
        widget = forms.Textarea(attrs={**attributes, "rows": 2 if pair.number is not None else 4})
    most = LONGEST_STATEMENT if pair.number is not None else LONGEST[pair.name]
    return forms.CharField(label=str(label_of(pair)), required=False, max_length=most, widget=widget)

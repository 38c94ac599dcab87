# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a reader read the statements of a conversation? Each by number, translated where somebody did that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.queries.gather.words import Words, words_in
from houvast.store.models import Statement, StatementTranslation

StatementTexts = tuple[tuple[str, str], ...]  # number and text


def statement_words(conversation_id: int, language: str) -> dict[str, Words]:
    """The words of every statement, by number; those that are left out too."""
    found = StatementTranslation.objects.filter(statement__conversation_id=conversation_id, language=language)
    translated = dict(found.values_list("statement_id", "text"))
    rows = Statement.objects.filter(conversation_id=conversation_id)
    return {
        str(number): words_in(
            language,
            text=text,
            written_in=written_in,
            translations={language: translated[pk]} if pk in translated else {},
        )
        for pk, number, text, written_in in rows.values_list("pk", "number", "text", "language")
    }


def translated_texts(words: Mapping[str, Words]) -> StatementTexts:
    """Number and text of the statements that the reader reads in translation."""
    return tuple((number, one.text) for number, one in words.items() if one.original)


def with_texts(shown: DisclosedLandscape, given: StatementTexts) -> DisclosedLandscape:
    """The landscape with these texts instead of its own; of two for a statement the last."""
    texts = dict(given)
    if not texts:
        return shown
    return replace(shown, statements=tuple(replace(one, text=texts.get(one.id, one.text)) for one in shown.statements))

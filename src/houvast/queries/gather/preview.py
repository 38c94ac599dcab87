# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What will residents see of a conversation that is not open yet?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from houvast.domain.conversation import ConversationState, writing_direction
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.translation_work import TEXT_FIELDS, language_name
from houvast.store.models import Conversation, ConversationText, StatementTranslation


@dataclass(frozen=True, slots=True)
class PreviewText:
    """A text as residents see it: translated, or else in the language it was written in."""

    text: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """The texts of the first page and one statement, in a language; is_translated: all of it is there."""

    code: str
    state: ConversationState
    language: str
    languages: tuple[tuple[str, str], ...]
    title: PreviewText
    purpose: PreviewText
    question: PreviewText
    asked_by: str
    use_of_answers: PreviewText
    hear_back: PreviewText
    hear_back_by: date | None
    closes_at: datetime | None
    statement: PreviewText | None
    is_translated: bool


def read_preview(code: str, *, language: str) -> PreviewPage:
    """The preview in this language, or in the conversation's own where it does not speak it."""
    found = get_conversation(code)
    tag = language if language in found.languages else found.language
    texts = _texts(found, tag)
    return PreviewPage(
        code=found.code,
        state=ConversationState(found.state),
        language=tag,
        languages=tuple((one, language_name(one, reader=one)) for one in (found.language, *found.languages)),
        asked_by=found.asked_by,
        hear_back_by=found.hear_back_by,
        closes_at=found.closes_at,
        statement=_statement(found, tag),
        is_translated=all(text.language == tag for text in texts.values() if text.text),
        **texts,
    )


def _texts(found: Conversation, tag: str) -> dict[str, PreviewText]:
    row = ConversationText.objects.filter(conversation=found, language=tag).first()
    return {
        name: _say(getattr(row, name) if row else "", tag, getattr(found, name), found.language) for name in TEXT_FIELDS
    }


def _say(translated: str, tag: str, original: str, own: str) -> PreviewText:
    text, language = (translated, tag) if translated else (original, own)
    return PreviewText(text, language, writing_direction(language))


def _statement(found: Conversation, tag: str) -> PreviewText | None:
    first = found.statements.filter(is_shown=True).order_by("number").first()
    if first is None:
        return None
    translated = StatementTranslation.objects.filter(statement=first, language=tag).first()
    return _say(translated.text if translated else "", tag, first.text, first.language)

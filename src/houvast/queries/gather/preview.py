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
class PreviewPage:
    """The texts of the first page and one statement, in a language; is_translated: all of it is there."""

    code: str
    state: ConversationState
    language: str
    direction: str
    languages: tuple[tuple[str, str], ...]
    title: str
    purpose: str
    question: str
    asked_by: str
    use_of_answers: str
    hear_back: str
    hear_back_by: date | None
    closes_at: datetime | None
    statement: str
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
        direction=writing_direction(tag),
        languages=tuple((one, language_name(one, reader=tag)) for one in (found.language, *found.languages)),
        asked_by=found.asked_by,
        hear_back_by=found.hear_back_by,
        closes_at=found.closes_at,
        statement=_statement(found, tag),
        is_translated=all(bool(texts[name]) for name in TEXT_FIELDS if getattr(found, name)),
        **texts,
    )


def _texts(found: Conversation, tag: str) -> dict[str, str]:
    if tag == found.language:
        return {name: getattr(found, name) for name in TEXT_FIELDS}
    row = ConversationText.objects.filter(conversation=found, language=tag).first()
    return {name: getattr(row, name) if row else "" for name in TEXT_FIELDS}


def _statement(found: Conversation, tag: str) -> str:
    first = found.statements.filter(is_shown=True).order_by("number").first()
    if first is None:
        return ""
    translated = StatementTranslation.objects.filter(statement=first, language=tag).first()
    return translated.text if translated else first.text

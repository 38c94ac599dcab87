# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which languages does a conversation speak, and what is not translated yet?"""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from houvast.domain.conversation import ConversationState, writing_direction
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.queries.gather.conversations import get_conversation
from houvast.store.models import Conversation, ConversationText, StatementTranslation

TEXT_FIELDS = ("title", "purpose", "question", "use_of_answers", "hear_back")
# Offered in the list: the languages most spoken in the Netherlands beside Dutch. Any other can be typed.
OFFERED = ("en", "ar", "tr", "uk", "pl", "es", "pt", "fr", "de", "ti", "fa", "so", "zh", "bg", "ro", "pap", "fy", "ru")


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """A further language and how much of it is there."""

    tag: str
    name: str
    own_name: str
    direction: str
    missing: int
    total: int

    @property
    def done(self) -> int:
        """How much is translated."""
        return self.total - self.missing


@dataclass(frozen=True, slots=True)
class LanguageList:
    """The languages of a conversation."""

    code: str
    language: str
    language_name: str
    chosen: tuple[LanguageLine, ...]
    offered: tuple[tuple[str, str], ...]
    can_change: bool


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text beside its translation, empty where there is none. `name` is a field, or statement-<number>."""

    name: str
    number: int | None
    original: str
    translated: str


@dataclass(frozen=True, slots=True)
class TranslationSheet:
    """Everything to translate into one language, side by side."""

    code: str
    line: LanguageLine
    language: str
    direction: str
    texts: tuple[TextPair, ...]
    statements: tuple[TextPair, ...]
    can_change: bool


def language_name(tag: str, *, reader: str = "nl") -> str:
    """What a language is called by a reader; the tag itself where nobody wrote that down."""
    speaks = _locale(reader) or Locale("nl")
    known = _locale(tag)
    name = known.get_display_name(speaks) if known else speaks.languages.get(tag.lower())
    return name or tag


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def choices_of(code: str, *, reader: str = "nl") -> tuple[tuple[str, str], ...]:
    """(code, name) of the languages in which statements can be written, the conversation's own first."""
    found = get_conversation(code)
    return tuple((tag, language_name(tag, reader=reader)) for tag in (found.language, *found.languages))


def read_languages(code: str, *, reader: str = "nl") -> LanguageList:
    """The chosen languages with what is missing, and those that can be chosen from a list."""
    found = get_conversation(code)
    chosen = tuple(_line(found, tag, reader) for tag in found.languages)
    rest = [tag for tag in OFFERED if tag not in found.languages and tag != found.language]
    names = sorted(((tag, language_name(tag, reader=reader)) for tag in rest), key=lambda pair: pair[1].casefold())
    return LanguageList(
        code=found.code,
        language=found.language,
        language_name=language_name(found.language, reader=reader),
        chosen=chosen,
        offered=tuple(names),
        can_change=found.state != ConversationState.PUBLISHED,
    )


def read_sheet(code: str, tag: str, *, reader: str = "nl") -> TranslationSheet:
    """The texts and statements beside their translations; NotFound for a language that was not chosen."""
    found = get_conversation(code)
    if tag not in found.languages:
        raise NotFound("This conversation does not use that language. Choose it first.")
    return TranslationSheet(
        code=found.code,
        line=_line(found, tag, reader),
        language=found.language,
        direction=writing_direction(found.language),
        texts=_texts(found, tag),
        statements=_statements(found, tag),
        can_change=found.state != ConversationState.PUBLISHED,
    )


def _line(found: Conversation, tag: str, reader: str) -> LanguageLine:
    pairs = (*_texts(found, tag), *_statements(found, tag))
    return LanguageLine(
        tag=tag,
        name=language_name(tag, reader=reader),
        own_name=language_name(tag, reader=tag) if _locale(tag) else tag,
        direction=writing_direction(tag),
        missing=sum(not pair.translated for pair in pairs),
        total=len(pairs),
    )


def _texts(found: Conversation, tag: str) -> tuple[TextPair, ...]:
    row = ConversationText.objects.filter(conversation=found, language=tag).first()
    return tuple(
        TextPair(field, None, getattr(found, field), getattr(row, field) if row else "")
        for field in TEXT_FIELDS
        if getattr(found, field)
    )


def _statements(found: Conversation, tag: str) -> tuple[TextPair, ...]:
    """Statements that are not left out and are not in that language themselves."""
    rows = found.statements.exclude(moderation=Moderation.OUT).exclude(language=tag).filter(is_rehearsal=False)
    translated = dict(
        StatementTranslation.objects.filter(statement__conversation=found, language=tag).values_list(
            "statement_id", "text"
        )
    )
    return tuple(
        TextPair(f"statement-{row.number}", row.number, row.text, translated.get(row.pk, ""))
        for row in rows.order_by("number")
    )

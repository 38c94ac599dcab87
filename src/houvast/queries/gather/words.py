# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which language are the words of a conversation and its statements shown to somebody?

The screens are Dutch or English. Texts and statements follow the screen, unless somebody chose one of the
conversation's other languages; what is not translated stays in the language in which it was written, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf.locale import LANG_INFO

from houvast.domain.conversation import writing_direction
from houvast.store.models import Conversation, ConversationText

SCREENS = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the lang and dir attributes it needs; `original` is empty where this is the original."""

    text: str
    language: str
    direction: str
    original: str = ""
    original_language: str = ""
    original_direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language that can be chosen, under its own name."""

    code: str
    name: str
    direction: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ConversationWords:
    """The texts of the first page in one language."""

    title: str
    purpose: str
    question: str
    use_of_answers: str
    hear_back: str
    language: str
    direction: str


def choose_language(conversation: Conversation, *, asked: str, kept: str, screen: str) -> str:
    """The language of the statements: the one asked for, else one kept that no screen has, else the screen's."""
    offered = languages_of(conversation)
    if asked in offered:
        return asked
    return kept if kept in offered and kept not in SCREENS else screen


def languages_of(conversation: Conversation) -> tuple[str, ...]:
    """The languages there are words in, the conversation's own first."""
    return tuple(dict.fromkeys([conversation.language, *conversation.languages]))


def language_choices(conversation: Conversation, *, chosen: str, screen: str) -> tuple[LanguageChoice, ...]:
    """The screen's language and those no screen has; nothing where there are none of those."""
    others = [code for code in languages_of(conversation) if code not in SCREENS]
    offered = [screen if screen in languages_of(conversation) else conversation.language, *others] if others else []
    return tuple(
        LanguageChoice(code, name_of(code), writing_direction(code), code == chosen) for code in dict.fromkeys(offered)
    )


def name_of(language: str) -> str:
    """A language's own name for itself; its tag where that is not known."""
    known = LANG_INFO.get(language) or LANG_INFO.get(language.split("-", maxsplit=1)[0]) or {}
    return str(known.get("name_local", language))


def words_in(language: str, *, text: str, written_in: str, translations: Mapping[str, str]) -> Words:
    """A text in this language where there is a translation, else as it was written."""
    translated = translations.get(language) if language != written_in else None
    if not translated:
        return Words(text, written_in, writing_direction(written_in))
    return Words(translated, language, writing_direction(language), text, written_in, writing_direction(written_in))


def conversation_words(conversation: Conversation, language: str) -> ConversationWords:
    """The conversation's texts in this language, else in its own."""
    found: Conversation | ConversationText = conversation
    if language != conversation.language:
        found = ConversationText.objects.filter(conversation=conversation, language=language).first() or conversation
    return ConversationWords(
        title=found.title,
        purpose=found.purpose,
        question=found.question,
        use_of_answers=found.use_of_answers,
        hear_back=found.hear_back,
        language=found.language,
        direction=writing_direction(found.language),
    )

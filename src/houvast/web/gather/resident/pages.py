# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do these screens need beside what the queries tell? The state of a form that came back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from houvast.queries.gather.participants import Participant
from houvast.queries.gather.resident_pages import IntroPage, OwnStatementPage
from houvast.queries.gather.words import ConversationWords, LanguageChoice, conversation_words, language_choices
from houvast.queries.text_checks import NearDuplicate, TextFinding
from houvast.web.gather.resident.identity import screen_language


class Stretch(Protocol):
    """A stretch of a text, half open."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text that was looked at; is_found: personal data."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first page, with the invitation code that was typed or came with the link, and what is wrong with it."""

    intro: IntroPage
    invitation: str
    error: str
    no_cookie: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a card and stays while cards change."""

    words: ConversationWords
    choices: tuple[LanguageChoice, ...]


@dataclass(frozen=True, slots=True)
class WritingPage:
    """The form for an own statement. pieces: the text with personal data marked; sent: the last one was taken."""

    about: OwnStatementPage
    most_characters: int
    most_statements: int
    advice: tuple[TextFinding, ...] = ()
    duplicates: tuple[NearDuplicate, ...] = ()
    pieces: tuple[Piece, ...] = ()
    sent: bool = False

    @property
    def may_write(self) -> bool:
        """Whether there is room for another."""
        return self.about.may_add and self.about.written < self.most_statements

    @property
    def left(self) -> int:
        """How many more."""
        return max(0, self.most_statements - self.about.written)

    @property
    def has_advice(self) -> bool:
        """Whether there is something to think about before sending."""
        return bool(self.advice or self.duplicates)


def frame_of(participant: Participant, language: str) -> Frame:
    """The conversation's title, and the languages that can be chosen."""
    conversation = participant.conversation
    choices = language_choices(conversation, chosen=language, screen=screen_language())
    return Frame(conversation_words(conversation, language), choices)


def mark(text: str, found: Iterable[Stretch]) -> tuple[Piece, ...]:
    """The text in pieces, with what was found apart."""
    pieces, at = [], 0
    for stretch in sorted(found, key=lambda one: one.start):
        pieces += [Piece(text[at : stretch.start], False), Piece(text[max(at, stretch.start) : stretch.end], True)]
        at = max(at, stretch.end)
    return tuple(piece for piece in [*pieces, Piece(text[at:], False)] if piece.text)

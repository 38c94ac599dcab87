# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is on a resident's card? A statement in their language, who wrote it, what they said of it, how far they are."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from houvast.domain.conversation import Origin
from houvast.domain.errors import NotFound
from houvast.domain.votes import Vote
from houvast.queries.gather.estimate_turns import statement_to_estimate
from houvast.queries.gather.words import Words, words_in
from houvast.store.models import Conversation, Participant, Statement, StatementTranslation
from houvast.store.models import Vote as VoteRow

KEEP_SECONDS = 1.0  # how long statements are kept in memory: a statement that was left out is gone this soon
MOST_DECKS = 64
ANSWERS_BEFORE_OFFER = 4  # then a resident is asked for a statement of their own


@dataclass(frozen=True, slots=True)
class StatementText:
    """A statement that is put to people, with its translations by language."""

    id: int
    number: int
    text: str
    language: str
    origin: str
    translations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Deck:
    """The statements of a conversation that are put to people, by id, as they were at a moment."""

    statements: Mapping[int, StatementText]
    read_at: float


@dataclass(frozen=True, slots=True)
class Card:
    """One statement to vote on. own_vote: what this person said before, in words, or empty."""

    statement_id: int
    number: int
    words: Words
    is_by_resident: bool
    own_vote: str = ""


@dataclass(frozen=True, slots=True)
class CardPage:
    """A card and what stands around it. `request` names the click on one of its buttons."""

    code: str
    card: Card | None
    answered: int
    offered: int
    previous: int | None
    language: str
    may_add: bool
    request: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def offers_own(self) -> bool:
        """Whether now is the moment to ask for a statement of their own."""
        return self.may_add and self.answered >= ANSWERS_BEFORE_OFFER


@dataclass(frozen=True, slots=True)
class EstimatePage:
    """A statement somebody voted on, to estimate what the others say. is_missing: no number was chosen."""

    code: str
    card: Card
    language: str
    is_missing: bool = False


_decks: dict[tuple[str, datetime], Deck] = {}


def read_deck(conversation: Conversation, *, holding: int | None = None) -> Deck:
    """The statements of a conversation, at most a second old; read again where this statement is missing."""
    which = (conversation.code, conversation.created_at)
    kept = _decks.get(which)
    if kept and time.monotonic() - kept.read_at < KEEP_SECONDS and (holding is None or holding in kept.statements):
        return kept
    if len(_decks) >= MOST_DECKS:
        _decks.clear()
    _decks[which] = fresh = Deck({s.id: s for s in _read_statements(conversation)}, time.monotonic())
    return fresh


def card_page(
    participant: Participant, *, statement_id: int | None, answered: int, previous_id: int | None, language: str
) -> CardPage:
    """The card of this statement, or that there is none left."""
    conversation = participant.conversation
    deck = read_deck(conversation, holding=statement_id)
    found = deck.statements.get(statement_id) if statement_id is not None else None
    previous = deck.statements.get(previous_id) if previous_id is not None else None
    return CardPage(
        code=conversation.code,
        card=show_card(found, language) if found else None,
        answered=answered,
        offered=max(len(deck.statements), answered + (found is not None)),
        previous=previous.number if previous else None,
        language=language,
        may_add=conversation.residents_add_statements,
    )


def asked_card_page(participant: Participant, *, number: int, language: str) -> CardPage:
    """The card of a statement that somebody goes back to or asks for, with what they said of it; NotFound if none."""
    deck = read_deck(participant.conversation)
    found = next((s for s in deck.statements.values() if s.number == number), None)
    if found is None:
        raise NotFound("This statement is not put to people (any more). Go on with the next one.")
    votes = present_votes(participant)
    voted = list(votes)
    before = voted[voted.index(found.id) - 1 : voted.index(found.id)] if found.id in votes else voted[-1:]
    previous = deck.statements.get(before[0]) if before else None
    return CardPage(
        code=participant.conversation.code,
        card=show_card(found, language, own_vote=votes.get(found.id)),
        answered=len(votes),
        offered=max(len(deck.statements), len(votes)),
        previous=previous.number if previous else None,
        language=language,
        may_add=False,
    )


def estimate_page(participant: Participant, *, language: str) -> EstimatePage | None:
    """The statement of which to estimate how many agree, or None when it is not the moment."""
    statement_id = statement_to_estimate(participant)
    if statement_id is None:
        return None
    conversation = participant.conversation
    statement = read_deck(conversation, holding=statement_id).statements.get(statement_id)
    if statement is None:
        return None
    own = present_votes(participant).get(statement_id)
    return EstimatePage(conversation.code, show_card(statement, language, own_vote=own), language)


def show_card(statement: StatementText, language: str, *, own_vote: int | None = None) -> Card:
    """A statement as a card in this language."""
    return Card(
        statement_id=statement.id,
        number=statement.number,
        words=words_in(
            language, text=statement.text, written_in=statement.language, translations=statement.translations
        ),
        is_by_resident=statement.origin != Origin.MUNICIPALITY,
        own_vote="" if own_vote is None else Vote(own_vote).name.lower(),
    )


def present_votes(participant: Participant) -> dict[int, int]:
    """What somebody says now of each statement they voted on, in the order in which they first did."""
    rows = VoteRow.objects.filter(participant=participant).order_by("id").values_list("statement_id", "value")
    return dict(rows)


def own_statement_to_vote_on(participant: Participant) -> int | None:
    """A statement of their own that is put to people and that they did not vote on."""
    voted = VoteRow.objects.filter(participant=participant).values("statement_id")
    own = Statement.objects.filter(author=participant, is_shown=True).exclude(pk__in=voted)
    return own.order_by("number").values_list("pk", flat=True).first()


def forget_decks() -> None:
    """Read everything anew; for who changed what is put to people and cannot wait a second."""
    _decks.clear()


def _read_statements(conversation: Conversation) -> list[StatementText]:
    translations: dict[int, dict[str, str]] = {}
    rows = StatementTranslation.objects.filter(statement__conversation=conversation, statement__is_shown=True)
    for statement_id, language, text in rows.values_list("statement_id", "language", "text"):
        translations.setdefault(statement_id, {})[language] = text
    statements = Statement.objects.filter(conversation=conversation, is_shown=True).order_by("number")
    return [
        StatementText(pk, number, text, language, origin, translations.get(pk, {}))
        for pk, number, text, language, origin in statements.values_list("pk", "number", "text", "language", "origin")
    ]

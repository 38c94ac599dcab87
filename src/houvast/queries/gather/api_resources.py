# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may other programs read of a conversation? What residents may read, in the same words and as coarsely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound, PermissionRefused, StateRefused
from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.result import Answers, DisclosedLandscape
from houvast.exchange.landscape_document import build_document, encode_document
from houvast.queries.gather.cards import StatementText, read_deck
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.publications import PublishedResult, current_publication, published_landscape
from houvast.queries.gather.resident_pages import Stage, stage_of
from houvast.queries.gather.words import languages_of
from houvast.store.models import Conversation, Participant, Statement

LISTED = (ConversationState.OPEN, ConversationState.CLOSED, ConversationState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class ConversationFacts:
    """A conversation as everybody may know it. Texts are in `language`; others in `languages` on its pages."""

    code: str
    stage: Stage
    title: str
    question: str
    purpose: str
    asked_by: str
    use_of_answers: str
    hear_back: str
    hear_back_by: date | None
    language: str
    languages: tuple[str, ...]
    opened_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None
    published_at: datetime | None
    residents_add_statements: bool
    asks_estimates: bool
    by_invitation: bool
    k: int
    source: str


@dataclass(frozen=True, slots=True)
class ConversationSlice:
    """A page of a list. total: of all pages together."""

    items: tuple[ConversationFacts, ...]
    total: int
    page: int
    size: int

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self.page * self.size < self.total


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in a further language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class PublishedAnswers:
    """The published answers to a statement. A count about fewer than k people is None, its share then only a range."""

    agree: int | None
    disagree: int | None
    passed: int | None
    n: int | None
    agree_share: Estimate
    disagree_share: Estimate
    passed_share: Estimate


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """A statement that is put to people. answers: once the conversation is published, else None."""

    number: int
    text: str
    language: str
    origin: str
    translations: tuple[Translation, ...]
    answers: PublishedAnswers | None


def list_public_conversations(*, page: int, size: int) -> ConversationSlice:
    """The conversations on the front page, the newest first. page counts from 1."""
    found = Conversation.objects.filter(state__in=LISTED, is_listed=True).order_by("-id")
    rows = found[(page - 1) * size : page * size]
    return ConversationSlice(tuple(map(_facts, rows)), found.count(), page, size)


def conversation_facts(code: str) -> ConversationFacts:
    """One conversation; NotFound until it was opened."""
    return _facts(_public(code))


def list_public_statements(code: str) -> tuple[StatementFacts, ...]:
    """The statements that are put to people, by number. Of a conversation by invitation only once it is published."""
    conversation = _public(code)
    if conversation.by_invitation and conversation.state != ConversationState.PUBLISHED:
        raise PermissionRefused("Only who was invited reads the statements of this conversation while it runs.")
    answers = _published_answers(conversation)
    deck = sorted(read_deck(conversation).statements.values(), key=lambda statement: statement.number)
    return tuple(_statement(statement, answers.get(str(statement.number))) for statement in deck)


def landscape_text(code: str) -> str:
    """The published landscape as the JSON text of schema houvast/landscape/1; StateRefused until it is published."""
    return encode_document(build_document(_published_landscape(_public(code))))


def publication_facts(code: str) -> PublishedResult:
    """The published reading with promises and reports back; StateRefused until it is published."""
    conversation = _public(code)
    result = current_publication(conversation.pk, language=conversation.language)
    if result is None:
        raise StateRefused("The result of this conversation is not published yet.")
    return result


def joinable_conversation(code: str) -> Conversation:
    """The conversation to take part in; NotFound where residents may not know it."""
    return _public(code)


def statement_with_number(participant: Participant, number: int) -> int:
    """The id of a statement of this person's conversation; NotFound where it is not put to people and never was."""
    found = Statement.objects.filter(conversation_id=participant.conversation_id, number=number).exclude(text="")
    known = found.filter(is_shown=True) | found.filter(pk__in=participant.votes.values("statement_id"))
    statement_id = known.values_list("id", flat=True).first()
    if statement_id is None:
        raise NotFound("This statement is not put to people (any more). Go on with the next one.")
    return statement_id


def _public(code: str) -> Conversation:
    conversation = get_conversation(code)
    if stage_of(conversation) is Stage.NOT_YET:
        raise NotFound("There is no conversation at this address. Check the link.")
    return conversation


def _facts(conversation: Conversation) -> ConversationFacts:
    return ConversationFacts(
        code=conversation.code,
        stage=stage_of(conversation),
        title=conversation.title,
        question=conversation.question,
        purpose=conversation.purpose,
        asked_by=conversation.asked_by,
        use_of_answers=conversation.use_of_answers,
        hear_back=conversation.hear_back,
        hear_back_by=conversation.hear_back_by,
        language=conversation.language,
        languages=languages_of(conversation),
        opened_at=conversation.opened_at,
        closes_at=conversation.closes_at,
        closed_at=conversation.closed_at,
        published_at=conversation.published_at,
        residents_add_statements=conversation.residents_add_statements,
        asks_estimates=conversation.asks_estimates,
        by_invitation=conversation.by_invitation,
        k=conversation.k,
        source=conversation.source,
    )


def _published_landscape(conversation: Conversation) -> DisclosedLandscape:
    published = conversation.state == ConversationState.PUBLISHED
    shown = published_landscape(conversation.pk) if published else None
    if shown is None:
        raise StateRefused("The result of this conversation is not published yet.")
    return shown


def _published_answers(conversation: Conversation) -> dict[str, Answers]:
    if conversation.state != ConversationState.PUBLISHED:
        return {}
    return {statement.id: statement.answers for statement in _published_landscape(conversation).statements}


def _statement(statement: StatementText, answers: Answers | None) -> StatementFacts:
    return StatementFacts(
        number=statement.number,
        text=statement.text,
        language=statement.language,
        origin=statement.origin,
        translations=tuple(Translation(language, text) for language, text in sorted(statement.translations.items())),
        answers=_answers(answers) if answers else None,
    )


def _answers(answers: Answers) -> PublishedAnswers:
    return PublishedAnswers(
        agree=answers.agree,
        disagree=answers.disagree,
        passed=answers.passed,
        n=answers.n,
        agree_share=answers.agree_share,
        disagree_share=answers.disagree_share,
        passed_share=answers.pass_share,
    )

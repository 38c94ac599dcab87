# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a resident read before, beside and after the cards? The first page, the explanation, their own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from houvast.domain.conversation import ConversationState, ModerationTiming
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation, Vote
from houvast.queries.gather.cards import present_votes
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.moderation import AuthorDecision, decisions_for_authors
from houvast.queries.gather.publications import PublishedResult, current_publication
from houvast.queries.gather.words import (
    SCREENS,
    ConversationWords,
    LanguageChoice,
    Words,
    conversation_words,
    language_choices,
    languages_of,
    name_of,
    words_in,
)
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundQuestion,
    Conversation,
    Participant,
    PerceivedView,
    Statement,
    StatementTranslation,
)


class Stage(StrEnum):
    """What a resident can do with a conversation now."""

    NOT_YET = "not yet"
    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"


class Fate(StrEnum):
    """What became of somebody's statement."""

    WAITING = "waiting"
    SHOWN = "shown"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class IntroPage:
    """The first page. Before the opening it says when that is, and nothing else."""

    code: str
    stage: Stage
    words: ConversationWords
    asked_by: str
    hear_back_by: date | None
    opens_at: datetime | None
    closes_at: datetime | None
    statements: int
    k: int
    may_add: bool
    asks_estimates: bool
    by_invitation: bool
    keeps_until: date | None
    takes_part: bool
    language: str
    choices: tuple[LanguageChoice, ...]


@dataclass(frozen=True, slots=True)
class MyVote:
    """A vote as it stands. words is None where the statement is no longer put to people."""

    number: int
    words: Words | None
    value: str


@dataclass(frozen=True, slots=True)
class MyStatement:
    """A statement of their own, and what became of it. reason and note are empty unless it was left out."""

    number: int
    words: Words
    fate: Fate
    reason: str
    explanation: str
    note: str


@dataclass(frozen=True, slots=True)
class MyEstimate:
    """How many of ten they thought agree; None where they would rather not say."""

    words: Words
    of_ten: int | None


@dataclass(frozen=True, slots=True)
class MyPage:
    """What is kept of somebody, to read, change and erase. After the end no votes and estimates are shown here.

    key is given where the page was reached by the personal link; voting goes on only on the device that began it.
    """

    code: str
    stage: Stage
    words: ConversationWords
    key: str
    by_link: bool
    votes: tuple[MyVote, ...]
    statements: tuple[MyStatement, ...]
    estimates: tuple[MyEstimate, ...]
    may_add: bool
    has_background: bool
    hear_back_by: date | None
    publication: PublishedResult | None


@dataclass(frozen=True, slots=True)
class BackgroundOptionChoice:
    """An answer that can be chosen."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class BackgroundQuestionAsked:
    """A question, what can be answered, and what this person answered before."""

    id: int
    text: str
    options: tuple[BackgroundOptionChoice, ...]
    chosen: int | None


@dataclass(frozen=True, slots=True)
class BackgroundPage:
    """The voluntary questions."""

    code: str
    title: str
    k: int
    has_answers: bool
    questions: tuple[BackgroundQuestionAsked, ...]


@dataclass(frozen=True, slots=True)
class ErasePage:
    """Before and after erasing: whether there still is something of this person."""

    code: str
    words: ConversationWords
    is_known: bool
    statements: int
    is_published: bool


@dataclass(frozen=True, slots=True)
class OwnStatementPage:
    """The page on which a resident writes a statement. left: how many they may still add."""

    code: str
    title: str
    waits: bool
    may_add: bool
    written: int
    languages: tuple[tuple[str, str], ...]


def intro_page(code: str, *, participant: Participant | None, language: str, screen: str) -> IntroPage:
    """The first page, in this language where there is one; NotFound while a conversation is being prepared."""
    conversation = get_conversation(code)
    return IntroPage(
        code=code,
        stage=stage_of(conversation),
        words=conversation_words(conversation, language),
        asked_by=conversation.asked_by,
        hear_back_by=conversation.hear_back_by,
        opens_at=conversation.opens_at,
        closes_at=conversation.closes_at,
        statements=Statement.objects.filter(conversation=conversation, is_shown=True).count(),
        k=conversation.k,
        may_add=conversation.residents_add_statements,
        asks_estimates=conversation.asks_estimates,
        by_invitation=conversation.by_invitation,
        keeps_until=conversation.retention_until,
        takes_part=participant is not None,
        language=language,
        choices=language_choices(conversation, chosen=language, screen=screen),
    )


def stage_of(conversation: Conversation) -> Stage:
    """Where it is for residents; NotFound where it is none of their business yet. Past its end it is closed."""
    now = timezone.now()
    if conversation.state == ConversationState.DRAFT and conversation.opens_at and conversation.opens_at > now:
        return Stage.NOT_YET
    if conversation.state in {ConversationState.DRAFT, ConversationState.REHEARSAL}:
        raise NotFound("There is no conversation at this address. Check the link.")
    if conversation.state == ConversationState.OPEN:
        return Stage.CLOSED if conversation.closes_at and conversation.closes_at <= now else Stage.OPEN
    return Stage(conversation.state)


def my_page(participant: Participant, *, key: str, by_link: bool, language: str) -> MyPage:
    """Everything that is kept of somebody and may be shown now."""
    conversation = participant.conversation
    stage = stage_of(conversation)
    shown = _words_of_statements(conversation, language)
    is_open = stage is Stage.OPEN
    return MyPage(
        code=conversation.code,
        stage=stage,
        words=conversation_words(conversation, language),
        key=key,
        by_link=by_link,
        votes=_my_votes(participant, shown) if is_open else (),
        statements=_my_statements(participant, shown),
        estimates=_my_estimates(participant, shown) if is_open else (),
        may_add=is_open and conversation.residents_add_statements,
        has_background=conversation.background_questions.exists(),
        hear_back_by=conversation.hear_back_by,
        publication=current_publication(conversation.pk, language=language if language in SCREENS else "nl"),
    )


def background_page(participant: Participant) -> BackgroundPage:
    """The voluntary questions of the conversation with this person's answers."""
    conversation = participant.conversation
    answers = set(BackgroundAnswer.objects.filter(participant=participant).values_list("option_id", flat=True))
    questions = BackgroundQuestion.objects.filter(conversation=conversation).prefetch_related("options")
    return BackgroundPage(
        code=conversation.code,
        title=conversation.title,
        k=conversation.k,
        has_answers=bool(answers),
        questions=tuple(_question(question, answers) for question in questions),
    )


def erase_page(code: str, participant: Participant | None, *, language: str) -> ErasePage:
    """What erasing would take away; the same page tells afterwards that nothing is left."""
    conversation = get_conversation(code)
    own = Statement.objects.filter(author=participant).count() if participant else 0
    return ErasePage(
        code=code,
        words=conversation_words(conversation, language),
        is_known=participant is not None,
        statements=own,
        is_published=conversation.published_at is not None,
    )


def own_statement_page(participant: Participant) -> OwnStatementPage:
    """What somebody needs to know to write a statement."""
    conversation = participant.conversation
    codes = dict.fromkeys([*SCREENS, *languages_of(conversation)])
    return OwnStatementPage(
        code=conversation.code,
        title=conversation.title,
        waits=conversation.moderation_timing == ModerationTiming.BEFORE,
        may_add=conversation.residents_add_statements,
        written=Statement.objects.filter(author=participant).count(),
        languages=tuple((code, name_of(code)) for code in codes),
    )


def _words_of_statements(conversation: Conversation, language: str) -> dict[int, tuple[Statement, Words]]:
    translated = StatementTranslation.objects.filter(statement__conversation=conversation, language=language)
    texts = dict(translated.values_list("statement_id", "text"))
    return {
        statement.pk: (
            statement,
            words_in(
                language,
                text=statement.text,
                written_in=statement.language,
                translations={language: texts[statement.pk]} if statement.pk in texts else {},
            ),
        )
        for statement in Statement.objects.filter(conversation=conversation)
    }


def _my_votes(participant: Participant, known: dict[int, tuple[Statement, Words]]) -> tuple[MyVote, ...]:
    found = [(*known[statement_id], value) for statement_id, value in present_votes(participant).items()]
    return tuple(
        MyVote(statement.number, words if statement.is_shown else None, Vote(value).name.lower())
        for statement, words, value in sorted(found, key=lambda row: row[0].number)
    )


def _my_estimates(participant: Participant, known: dict[int, tuple[Statement, Words]]) -> tuple[MyEstimate, ...]:
    rows = PerceivedView.objects.filter(participant=participant).order_by("id").values_list("statement_id", "of_ten")
    return tuple(MyEstimate(known[pk][1], of_ten) for pk, of_ten in rows if known[pk][0].is_shown)


def _my_statements(participant: Participant, known: dict[int, tuple[Statement, Words]]) -> tuple[MyStatement, ...]:
    own = [(statement, words) for statement, words in known.values() if statement.author_id == participant.pk]
    last = decisions_for_authors([statement.pk for statement, _ in own])
    return tuple(
        _my_statement(statement, words, last.get(statement.pk))
        for statement, words in sorted(own, key=lambda row: row[0].number)
    )


def _my_statement(statement: Statement, words: Words, decision: AuthorDecision | None) -> MyStatement:
    if statement.moderation != Moderation.OUT:
        fate = Fate.SHOWN if statement.is_shown else Fate.WAITING
        return MyStatement(statement.number, words, fate, "", "", "")
    return MyStatement(
        number=statement.number,
        words=words,
        fate=Fate.LEFT_OUT,
        reason=decision.reason if decision else "",
        explanation=decision.explanation if decision else "",
        note=decision.note if decision else "",
    )


def _question(question: BackgroundQuestion, answers: set[int]) -> BackgroundQuestionAsked:
    options = tuple(BackgroundOptionChoice(option.pk, option.text) for option in question.options.all())
    return BackgroundQuestionAsked(
        id=question.pk,
        text=question.text,
        options=options,
        chosen=next((option.id for option in options if option.id in answers), None),
    )

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far is the preparation of a conversation, and what is still missing before it opens?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from houvast.domain.conversation import TRANSITIONS, ConversationState, ModerationTiming, Origin
from houvast.domain.votes import Moderation
from houvast.engine.language.person_data import find_person_data
from houvast.queries.gather.conversations import get_conversation
from houvast.store.models import BackgroundQuestion, Conversation, Participant

FEWEST_STATEMENTS = 5
SHOWN_FINDINGS = 20
SMALL_SHARE = 5.0  # percent of the area: few of these people will take part
MANY_OPTIONS = 6


@dataclass(frozen=True, slots=True)
class CheckItem:
    """Something a conversation needs before it opens. `code` names it, `screen` is where to do it."""

    code: str
    screen: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class HeldStatement:
    """An imported statement that waits for a person, because it may name somebody."""

    number: int
    text: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The hub of one conversation for staff."""

    code: str
    title: str
    language: str
    state: ConversationState
    may_become: frozenset[ConversationState]
    checks: tuple[CheckItem, ...]
    opens_at: datetime | None
    closes_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    published_at: datetime | None
    hear_back_by: date | None
    retention_until: date | None
    votes_removed_at: datetime | None
    source: str
    timing: ModerationTiming
    languages: tuple[str, ...]
    seeds: int
    waiting: int
    takes_part: int
    held: tuple[HeldStatement, ...]
    can_reopen: bool
    opening_is_late: bool

    @property
    def missing(self) -> int:
        """How many things are still to be done."""
        return sum(not item.is_done for item in self.checks)


@dataclass(frozen=True, slots=True)
class PreparedText:
    """The fields of the texts form as they are now."""

    code: str
    state: ConversationState
    language: str
    was_opened: bool
    is_over: bool
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class BackgroundLine:
    """An option with its known share in percent, None where unknown."""

    text: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class BackgroundBlock:
    """A background question; has_small: an answer that may stay hidden because few people live up to it."""

    id: int
    text: str
    source: str
    options: tuple[BackgroundLine, ...]
    has_small: bool


@dataclass(frozen=True, slots=True)
class BackgroundList:
    """All background questions of a conversation."""

    code: str
    can_change: bool
    k: int
    questions: tuple[BackgroundBlock, ...]
    combinations: int


def missing_before_opening(conversation: Conversation) -> tuple[CheckItem, ...]:
    """What must still be done."""
    return tuple(item for item in checks_before_opening(conversation) if not item.is_done)


def checks_before_opening(conversation: Conversation) -> tuple[CheckItem, ...]:
    """Everything a conversation needs, in the order an adviser goes through it."""
    seeds = conversation.statements.filter(moderation=Moderation.IN, is_rehearsal=False).count()
    closes = conversation.closes_at
    return (
        CheckItem("purpose", "texts", bool(conversation.purpose)),
        CheckItem("question", "texts", bool(conversation.question)),
        CheckItem("asked_by", "texts", bool(conversation.asked_by)),
        CheckItem("use_of_answers", "texts", bool(conversation.use_of_answers)),
        CheckItem("hear_back", "texts", bool(conversation.hear_back) and conversation.hear_back_by is not None),
        CheckItem("statements", "statements", seeds >= FEWEST_STATEMENTS),
        CheckItem("closes_at", "texts", closes is not None and closes > timezone.now()),
        CheckItem("moderation", "texts", conversation.policy_read_at is not None),
    )


def read_overview(code: str) -> Overview:
    """The hub of the conversation with this code."""
    found = get_conversation(code)
    state = ConversationState(found.state)
    before = state in {ConversationState.DRAFT, ConversationState.REHEARSAL}
    waiting = found.statements.filter(moderation=Moderation.OPEN, is_rehearsal=False)
    return Overview(
        code=found.code,
        title=found.title,
        language=found.language,
        state=state,
        may_become=TRANSITIONS[state],
        checks=checks_before_opening(found) if before else (),
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        opened_at=found.opened_at,
        closed_at=found.closed_at,
        published_at=found.published_at,
        hear_back_by=found.hear_back_by,
        retention_until=found.retention_until,
        votes_removed_at=found.votes_removed_at,
        source=found.source,
        timing=ModerationTiming(found.moderation_timing),
        languages=tuple(found.languages),
        seeds=found.statements.filter(moderation=Moderation.IN, is_rehearsal=False).count(),
        waiting=waiting.count(),
        takes_part=Participant.objects.filter(conversation=found, is_test=False).count(),
        held=_held(found) if found.source else (),
        can_reopen=state is ConversationState.CLOSED and not found.source and found.votes_removed_at is None,
        opening_is_late=before and found.opens_at is not None and found.opens_at <= timezone.now(),
    )


def _held(found: Conversation) -> tuple[HeldStatement, ...]:
    """Imported statements that wait and may hold personal data."""
    rows = found.statements.filter(moderation=Moderation.OPEN, origin__in=(Origin.IMPORTED, Origin.MUNICIPALITY))
    held = []
    for row in rows.order_by("number"):
        findings = find_person_data(row.text, language=row.language)
        if findings:
            held.append(HeldStatement(row.number, row.text, ", ".join(one.text for one in findings)))
        if len(held) == SHOWN_FINDINGS:
            break
    return tuple(held)


def read_texts(code: str) -> PreparedText:
    """What the texts form shows."""
    found = get_conversation(code)
    names = (
        "title", "purpose", "question", "asked_by", "use_of_answers", "hear_back", "hear_back_by", "opens_at",
        "closes_at", "retention_until", "moderation_timing", "residents_add_statements", "asks_estimates", "is_listed",
        "by_invitation", "k",
    )  # fmt: skip
    values = {name: getattr(found, name) for name in names} | {"policy_read": found.policy_read_at is not None}
    return PreparedText(
        code=found.code,
        state=ConversationState(found.state),
        language=found.language,
        was_opened=found.opened_at is not None,
        is_over=found.state == ConversationState.PUBLISHED,
        values=values,
    )


def read_background(code: str) -> BackgroundList:
    """The background questions, with what to watch."""
    found = get_conversation(code)
    questions = tuple(_block(question) for question in found.background_questions.prefetch_related("options"))
    combinations = 1
    for question in questions:
        combinations *= len(question.options)
    return BackgroundList(
        code=found.code,
        can_change=found.state in {ConversationState.DRAFT, ConversationState.REHEARSAL},
        k=found.k,
        questions=questions,
        combinations=combinations if questions else 0,
    )


def _block(question: BackgroundQuestion) -> BackgroundBlock:
    options = tuple(
        BackgroundLine(one.text, None if one.known_share is None else round(100 * one.known_share, 1))
        for one in question.options.all()
    )
    small = any(one.percent is not None and one.percent < SMALL_SHARE for one in options) or len(options) > MANY_OPTIONS
    return BackgroundBlock(question.pk, question.text, question.source, options, small)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statements does the municipality begin with, and what would a careful reader say of them?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.preparation import FEWEST_STATEMENTS
from houvast.queries.text_checks import NearDuplicate, TextFinding, check_statement, near_duplicates
from houvast.store.models import Conversation, Statement, Vote

BEFORE_THE_OPENING = frozenset({ConversationState.DRAFT, ConversationState.REHEARSAL})
WHILE_IT_RUNS = BEFORE_THE_OPENING | {ConversationState.OPEN}


@dataclass(frozen=True, slots=True)
class SeedLine:
    """A statement in the list of the preparation."""

    number: int
    text: str
    language: str
    origin: Origin
    moderation: Moderation
    can_edit: bool
    can_leave_out: bool
    translations: int
    advice: tuple[TextFinding, ...]


@dataclass(frozen=True, slots=True)
class SeedList:
    """The statements of a conversation. others: how many residents added."""

    code: str
    state: ConversationState
    language: str
    lines: tuple[SeedLine, ...]
    others: int
    languages: int
    can_add: bool
    fewest: int

    @property
    def accepted(self) -> int:
        """How many count for the opening."""
        return sum(line.moderation is Moderation.IN for line in self.lines)


@dataclass(frozen=True, slots=True)
class TextReview:
    """What the check list says of one text before it is kept, and which statements are like it."""

    text: str
    findings: tuple[TextFinding, ...]
    near: tuple[NearDuplicate, ...]

    @property
    def is_clear(self) -> bool:
        """Whether there is nothing to say."""
        return not self.findings and not self.near


def list_seeds(code: str) -> SeedList:
    """The statements that staff put in, by number."""
    found = get_conversation(code)
    state = ConversationState(found.state)
    voted = Vote.objects.filter(conversation=found, statement=OuterRef("pk"), participant__is_test=False)
    rows = (
        found.statements.filter(is_rehearsal=False, origin__in=(Origin.MUNICIPALITY, Origin.IMPORTED))
        .annotate(has_votes=Exists(voted), translated=Count("translations", filter=_in(found)))
        .order_by("number")
    )
    return SeedList(
        code=found.code,
        state=state,
        language=found.language,
        lines=tuple(_line(found, row, state) for row in rows),
        others=found.statements.filter(is_rehearsal=False, origin=Origin.RESIDENT).count(),
        languages=len(found.languages),
        can_add=state in WHILE_IT_RUNS,
        fewest=FEWEST_STATEMENTS,
    )


def _in(found: Conversation) -> Q:
    return Q(translations__language__in=found.languages)


def _line(found: Conversation, row: Statement, state: ConversationState) -> SeedLine:
    own = row.origin == Origin.MUNICIPALITY
    return SeedLine(
        number=row.number,
        text=row.text,
        language=row.language,
        origin=Origin(row.origin),
        moderation=Moderation(row.moderation),
        can_edit=own and state in WHILE_IT_RUNS and not row.has_votes,  # type: ignore[attr-defined]
        can_leave_out=own and state in BEFORE_THE_OPENING,
        translations=row.translated,  # type: ignore[attr-defined]
        advice=_advice(found, row.text, row.language) if state in BEFORE_THE_OPENING else (),
    )


def _advice(found: Conversation, text: str, language: str) -> tuple[TextFinding, ...]:
    findings = check_statement(text, language=language, about=f"{found.title} {found.asked_by}")
    return tuple(one for one in findings if one.code != "name")  # somebody said already that it is nobody's


def get_seed(code: str, number: int) -> Statement:
    """The statement with this number, or NotFound."""
    row = Statement.objects.filter(conversation__code=code, number=number, is_rehearsal=False).first()
    if row is None:
        raise NotFound("There is no statement with this number. Go back to the list.")
    return row


def review_texts(code: str, texts: tuple[str, ...], *, language: str, but: int | None = None) -> tuple[TextReview, ...]:
    """What the check list says of new texts. but: the number of the statement that is changed itself."""
    found = get_conversation(code)
    reviews = (_review(found, text, language, but) for text in texts)
    return tuple(review for review in reviews if not review.is_clear)


def _review(found: Conversation, text: str, language: str, but: int | None) -> TextReview:
    near = near_duplicates(text, conversation_id=found.pk)
    findings = check_statement(text, language=language, about=f"{found.title} {found.asked_by}")
    return TextReview(text, findings, tuple(one for one in near if one.number != but))

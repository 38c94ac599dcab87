# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statements wait for a moderator, what was accepted and left out, and what does a writer learn of it?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from django.db.models import Count, Q

from houvast.domain.conversation import ModerationReason, Origin, writing_direction
from houvast.domain.errors import NotFound
from houvast.domain.hour import start_of_hour
from houvast.domain.moderation_policy import POLICY, PolicyRule
from houvast.domain.votes import Moderation
from houvast.engine.language.near_duplicates import build_index, find_near
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.text_checks import NearDuplicate, TextFinding, check_statement, near_duplicates
from houvast.store.models import Conversation, ModerationDecision, Statement

PER_PAGE = 20
MOST_TOGETHER = 8  # with the oldest of them


class QueueList(StrEnum):
    """Which statements a moderator looks at."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    LEFT_OUT = "left out"


IN_LIST = {
    QueueList.WAITING: Q(moderation=Moderation.OPEN) & ~Q(text=""),
    QueueList.ACCEPTED: Q(moderation=Moderation.IN),
    QueueList.LEFT_OUT: Q(moderation=Moderation.OUT),
}


@dataclass(frozen=True, slots=True)
class AuthorDecision:
    """What the writer of a statement learns: the reason and its explanation (English msgids), and a note."""

    decision: Moderation
    reason: str
    explanation: str
    note: str


@dataclass(frozen=True, slots=True)
class LastDecision:
    """The decision that holds. `by` is empty where no colleague is known; rule is None where no reason was kept."""

    at: datetime
    by: str
    rule: PolicyRule | None
    note: str


@dataclass(frozen=True, slots=True)
class ModeratedStatement:
    """A statement before a moderator.

    beside: the number of the statement it is much like, above which it stands. like: statements on offer that are much
    like it. says: what a careful reader notices. is_withdrawn: its writer took it back, and nobody brings it back.
    """

    number: int
    text: str
    language: str
    direction: str
    origin: Origin
    since: datetime
    moderation: Moderation
    is_offered: bool
    is_withdrawn: bool
    last: LastDecision | None
    beside: int | None
    says: tuple[TextFinding, ...]
    like: tuple[NearDuplicate, ...]


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many statements are in each list."""

    waiting: int
    accepted: int
    left_out: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of one list: what waits, the oldest first and what is alike together; others the newest first."""

    code: str
    title: str
    shows: QueueList
    counts: QueueCounts
    statements: tuple[ModeratedStatement, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement with what is alike."""

    code: str
    title: str
    statement: ModeratedStatement


def queue_page(code: str, *, shows: QueueList, page: int = 1) -> QueuePage:
    """The page with this number, from 1, of a list; the last one where there are fewer."""
    conversation = get_conversation(code)
    counts = _count(conversation)
    total = {
        QueueList.WAITING: counts.waiting, QueueList.ACCEPTED: counts.accepted, QueueList.LEFT_OUT: counts.left_out
    }[shows]  # fmt: skip
    pages = max(1, -(-total // PER_PAGE))
    number = min(max(page, 1), pages)
    first = (number - 1) * PER_PAGE
    rows = list(islice(_listed(conversation, shows), first, first + PER_PAGE))
    return QueuePage(
        code=code,
        title=conversation.title,
        shows=shows,
        counts=counts,
        statements=tuple(_describe(conversation, rows)),
        number=number,
        pages=pages,
    )


def statement_page(code: str, number: int) -> StatementPage:
    """One statement as a moderator sees it."""
    found = find_statement(code, number)
    (described,) = _describe(found.conversation, [(found, None)])
    return StatementPage(code, found.conversation.title, described)


def find_statement(code: str, number: int) -> Statement:
    """The statement with this number, or NotFound."""
    rows = Statement.objects.select_related("conversation").filter(conversation__code=code, number=number)
    found = rows.first()
    if found is None:
        raise NotFound("There is no statement with this number.")
    return found


def waiting_counts() -> dict[int, int]:
    """How many statements wait for a moderator, by conversation; without a rehearsal's. None waiting: not in it."""
    waiting = Statement.objects.filter(IN_LIST[QueueList.WAITING], is_rehearsal=False).order_by()
    return dict(waiting.values_list("conversation_id").annotate(n=Count("id")))


def decisions_for_authors(statement_ids: Collection[int]) -> dict[int, AuthorDecision]:
    """What writers learn, by statement; those without a decision are not in it."""
    return {pk: _for_author(decision) for pk, decision in _last_decisions(statement_ids).items()}


def _for_author(decision: ModerationDecision) -> AuthorDecision:
    rule = POLICY[ModerationReason(decision.reason)] if decision.reason else None
    return AuthorDecision(
        decision=Moderation(decision.decision),
        reason=rule.label if rule else "",
        explanation=rule.explanation if rule else "",
        note=decision.note_to_author,
    )


def _last_decisions(statement_ids: Collection[int]) -> dict[int, ModerationDecision]:
    rows = ModerationDecision.objects.filter(statement_id__in=statement_ids).select_related("by").order_by("id")
    return {row.statement_id: row for row in rows}


def _count(conversation: Conversation) -> QueueCounts:
    found = conversation.statements.aggregate(
        waiting=Count("id", filter=IN_LIST[QueueList.WAITING]),
        accepted=Count("id", filter=IN_LIST[QueueList.ACCEPTED]),
        left_out=Count("id", filter=IN_LIST[QueueList.LEFT_OUT]),
    )
    return QueueCounts(**found)


def _listed(conversation: Conversation, shows: QueueList) -> Iterator[tuple[Statement, int | None]]:
    rows = conversation.statements.filter(IN_LIST[shows])
    if shows is QueueList.WAITING:
        return _together(list(rows.order_by("created_hour", "number")))
    return ((row, None) for row in rows.order_by("-number"))


def _together(rows: list[Statement]) -> Iterator[tuple[Statement, int | None]]:
    """The oldest first, each followed by what is much like it."""
    index = build_index(tuple(row.text for row in rows))
    placed: set[int] = set()
    for at, row in enumerate(rows):
        if at in placed:
            continue
        placed.add(at)
        yield row, None
        for near in find_near(row.text, index=index, most=MOST_TOGETHER):
            if near.index not in placed:
                placed.add(near.index)
                yield rows[near.index], row.number


def _describe(conversation: Conversation, rows: Iterable[tuple[Statement, int | None]]) -> Iterator[ModeratedStatement]:
    found = list(rows)
    decisions = _last_decisions([row.pk for row, _beside in found])
    for row, beside in found:
        waits = row.moderation == Moderation.OPEN
        last = decisions.get(row.pk)
        yield ModeratedStatement(
            number=row.number,
            text=row.text,
            language=row.language,
            direction=writing_direction(row.language),
            origin=Origin(row.origin),
            since=start_of_hour(row.created_hour),
            moderation=Moderation(row.moderation),
            is_offered=row.is_shown,
            is_withdrawn=not row.text or (last is not None and last.reason == ModerationReason.WITHDRAWN),
            last=_last(last) if last else None,
            beside=beside,
            says=_read(conversation, row) if waits else (),
            like=_like(row) if waits else (),
        )


def _last(decision: ModerationDecision) -> LastDecision:
    return LastDecision(
        at=decision.at,
        by=decision.by.name if decision.by else "",
        rule=POLICY[ModerationReason(decision.reason)] if decision.reason else None,
        note=decision.note_to_author,
    )


def _read(conversation: Conversation, row: Statement) -> tuple[TextFinding, ...]:
    return check_statement(row.text, language=row.language, about=f"{conversation.title} {conversation.asked_by}")


def _like(row: Statement) -> tuple[NearDuplicate, ...]:
    found = near_duplicates(row.text, conversation_id=row.conversation_id, most=4)
    return tuple(one for one in found if one.statement_id != row.pk)[:3]

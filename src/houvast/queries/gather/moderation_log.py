# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What did moderators decide, line by line for the team, and how often for which reason for everybody?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from houvast.domain.conversation import ConversationState, ModerationReason, ModerationTiming, Origin
from houvast.domain.moderation_policy import POLICY, PolicyRule
from houvast.domain.votes import Moderation
from houvast.exchange.csv_text import write_csv_text
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.words import conversation_words
from houvast.store.models import Conversation, ModerationDecision, Statement

PER_PAGE = 50
CHUNK = 500
BEFORE_RESIDENTS = frozenset({ConversationState.DRAFT, ConversationState.REHEARSAL})


@dataclass(frozen=True, slots=True)
class LogLine:
    """A decision. `by` is empty for the writer's own withdrawal and for a colleague who is gone; no text is in it."""

    at: datetime
    number: int
    decision: Moderation
    reason: ModerationReason | None
    rule: PolicyRule | None
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """Decisions, newest first, a page at a time."""

    code: str
    title: str
    lines: tuple[LogLine, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule of the policy, and how many statements are left out for it now; None before there is something to tell."""

    rule: PolicyRule
    left_out: int | None


@dataclass(frozen=True, slots=True)
class AddedCounts:
    """What became of the statements that the municipality did not write. no_reason: left out elsewhere, untold why."""

    accepted: int
    waiting: int
    left_out: int
    no_reason: int


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """The rules for everybody. Before residents may see the conversation there is no title and no count."""

    code: str
    title: str
    language: str
    waits: bool
    rules: tuple[RuleCount, ...]
    counts: AddedCounts | None


def log_page(code: str, *, page: int = 1) -> LogPage:
    """The page with this number, from 1; the last one where there are fewer."""
    conversation = get_conversation(code)
    rows = _decisions(conversation)
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    number = min(max(page, 1), pages)
    lines = tuple(map(_line, rows[(number - 1) * PER_PAGE : number * PER_PAGE]))
    return LogPage(code, conversation.title, lines, number, pages, total)


def write_log_file(code: str) -> str:
    """All decisions as CSV, with the codes of the programme. No text of a statement: some were left out for it."""
    head = ("at", "statement", "decision", "reason", "note_to_author", "colleague")
    return write_csv_text(head=head, rows=_cells(get_conversation(code)))


def policy_page(code: str, *, language: str) -> PolicyPage:
    """The rules, and how often each was used in this conversation."""
    conversation = get_conversation(code)
    is_public = conversation.state not in BEFORE_RESIDENTS
    words = conversation_words(conversation, language)
    left_out = _left_out(conversation) if is_public else None
    return PolicyPage(
        code=code,
        title=words.title if is_public else "",
        language=words.language,
        waits=conversation.moderation_timing == ModerationTiming.BEFORE,
        rules=tuple(RuleCount(rule, None if left_out is None else left_out[reason]) for reason, rule in POLICY.items()),
        counts=None if left_out is None else _counts(conversation, left_out),
    )


def _decisions(conversation: Conversation) -> QuerySet[ModerationDecision]:
    found = ModerationDecision.objects.filter(statement__conversation=conversation)
    return found.select_related("by", "statement").order_by("-id")


def _line(row: ModerationDecision) -> LogLine:
    reason = ModerationReason(row.reason) if row.reason else None
    return LogLine(
        at=row.at,
        number=row.statement.number,
        decision=Moderation(row.decision),
        reason=reason,
        rule=POLICY[reason] if reason else None,
        note=row.note_to_author,
        by=row.by.name if row.by else "",
    )


def _cells(conversation: Conversation) -> Iterator[tuple[str, ...]]:
    for line in map(_line, _decisions(conversation).iterator(chunk_size=CHUNK)):
        at = line.at.isoformat(timespec="seconds")
        yield at, str(line.number), line.decision.value, line.reason.value if line.reason else "", line.note, line.by


def _added(conversation: Conversation) -> QuerySet[Statement]:
    return conversation.statements.filter(is_rehearsal=False).exclude(origin=Origin.MUNICIPALITY)


def _left_out(conversation: Conversation) -> Counter[str]:
    """How many are left out now, by the reason of the decision that holds; "" where none was kept."""
    out = _added(conversation).filter(moderation=Moderation.OUT)
    why = dict.fromkeys(out.values_list("id", flat=True), "")
    decisions = ModerationDecision.objects.filter(statement__in=out, decision=Moderation.OUT).order_by("id")
    why.update(decisions.values_list("statement_id", "reason"))
    return Counter(why.values())


def _counts(conversation: Conversation, left_out: Counter[str]) -> AddedCounts:
    added = _added(conversation).exclude(text="")
    return AddedCounts(
        accepted=added.filter(moderation=Moderation.IN).count(),
        waiting=added.filter(moderation=Moderation.OPEN).count(),
        left_out=left_out.total(),
        no_reason=left_out[""],
    )

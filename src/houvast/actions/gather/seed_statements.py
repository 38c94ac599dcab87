# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the municipality's own statements come in? One or many at a time, through the gate, and out again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import PersonDataRejected, pass_gate
from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.hour import hour_of
from houvast.domain.roles import Capability
from houvast.domain.votes import Moderation
from houvast.store.models import Conversation, StaffMember, Statement, Tally, Vote

LONGEST = 200
SAME = "This statement is there already."
TOO_LONG = "Write at most {most} characters."
OF_LINES = {
    SAME: "Statement {line} is there already.",
    TOO_LONG: "Statement {line} is too long. Write at most {most} characters.",
}
MOST_AT_ONCE = 100
BEFORE_THE_OPENING = frozenset({ConversationState.DRAFT, ConversationState.REHEARSAL})
WHILE_IT_RUNS = BEFORE_THE_OPENING | {ConversationState.OPEN}


@transaction.atomic
def add_seed(
    *, conversation: Conversation, text: str, language: str, by: StaffMember, not_a_person: bool = False
) -> Statement:
    """Add a statement by the municipality; it is accepted at once."""
    require(by, Capability.PREPARE)
    found = _lock_running(conversation)
    made = _add(found, text, language, not_a_person)
    record(by=by, action="statement.add seed", subject=made, number=made.number, code=found.code)
    conversation.next_statement_number = found.next_statement_number
    return made


@transaction.atomic
def add_seeds(
    *, conversation: Conversation, lines: str, language: str, by: StaffMember, not_a_person: bool = False
) -> tuple[Statement, ...]:
    """Add one statement a line, all or none; a refusal names the line."""
    require(by, Capability.PREPARE)
    found = _lock_running(conversation)
    texts = [line for line in lines.splitlines() if line.strip()]
    if not texts:
        raise FieldRejected("lines", "Write something here.")
    if len(texts) > MOST_AT_ONCE:
        raise FieldRejected("lines", "Add at most {most} statements at a time.", most=MOST_AT_ONCE)
    made = tuple(_add_line(found, at, text, language, not_a_person) for at, text in enumerate(texts, start=1))
    for statement in made:
        record(by=by, action="statement.add seed", subject=statement, number=statement.number, code=found.code)
    conversation.next_statement_number = found.next_statement_number
    return made


def _lock_running(conversation: Conversation) -> Conversation:
    found = Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)
    if found.state not in WHILE_IT_RUNS:
        raise StateRefused("This conversation is over: no statements can be added.")
    return found


def _add_line(found: Conversation, at: int, text: str, language: str, not_a_person: bool) -> Statement:
    try:
        return _add(found, text, language, not_a_person)
    except PersonDataRejected as refused:
        raise PersonDataRejected("lines", refused.findings) from refused
    except FieldRejected as refused:
        if refused.message not in OF_LINES:
            raise
        raise FieldRejected("lines", OF_LINES[refused.message], **{"line": at, **refused.values}) from refused


def _add(found: Conversation, text: str, language: str, not_a_person: bool) -> Statement:
    kept = _gate(found, text, language, not_a_person)
    _refuse_same(found, kept)
    made = Statement.objects.create(
        conversation=found,
        number=found.next_statement_number,
        text=kept,
        language=language,
        origin=Origin.MUNICIPALITY,
        moderation=Moderation.IN,
        is_shown=True,
        created_hour=hour_of(timezone.now()),
    )
    Tally.objects.create(statement=made)
    found.next_statement_number += 1
    found.save(update_fields=["next_statement_number"])
    return made


def _gate(found: Conversation, text: str, language: str, not_a_person: bool) -> str:
    about = f"{found.title} {found.asked_by}"
    return pass_gate(field="text", text=text, language=language, not_a_person=not_a_person, most=LONGEST, about=about)


def _refuse_same(found: Conversation, text: str, but: Statement | None = None) -> None:
    others = Statement.objects.filter(conversation=found)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if text.casefold() in {other.casefold() for other in others.values_list("text", flat=True)}:
        raise FieldRejected("text", SAME)


@transaction.atomic
def edit_seed(*, statement: Statement, text: str, by: StaffMember, not_a_person: bool = False) -> None:
    """Change the words of a statement by the municipality that nobody voted on yet."""
    require(by, Capability.PREPARE)
    found = _lock_running(statement.conversation)
    if statement.origin != Origin.MUNICIPALITY:
        raise StateRefused("The words of somebody else are not changed. Leave the statement out, with a reason.")
    if Vote.objects.filter(conversation=found, statement=statement, participant__is_test=False).exists():
        raise StateRefused("People voted on this statement. Its words stay; add a new one and leave this one out.")
    kept = _gate(found, text, statement.language, not_a_person)
    _refuse_same(found, kept, but=statement)
    if kept == statement.text:
        return
    statement.text = kept
    statement.save(update_fields=["text"])
    record(by=by, action="statement.edit seed", subject=statement, number=statement.number, code=found.code)


@transaction.atomic
def leave_out_seed(*, statement: Statement, by: StaffMember) -> None:
    """Take a statement away before the opening. Later, moderation leaves out, with a reason."""
    require(by, Capability.PREPARE)
    found = Conversation.objects.select_for_update(no_key=True).get(pk=statement.conversation_id)
    if found.state not in BEFORE_THE_OPENING:
        raise StateRefused("This conversation was opened. Leave the statement out under moderation, with a reason.")
    record(by=by, action="statement.leave out seed", subject=statement, number=statement.number, code=found.code)
    statement.delete()

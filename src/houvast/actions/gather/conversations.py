# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to a conversation as a whole? It is made, opens, closes, opens again, and lets its votes go."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.gather.conversation_texts import RETENTION, keep_title, read_language
from houvast.actions.permission import require
from houvast.domain.conversation import ConversationState, may_follow
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Capability
from houvast.queries.gather.preparation import missing_before_opening
from houvast.store.models import (
    BackgroundAnswer,
    Conversation,
    Exposure,
    Participant,
    PerceivedView,
    RoutingModel,
    StaffMember,
    Vote,
)

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # nothing that looks like something else
CODE_LENGTH = 8
REFUSALS = {
    ConversationState.OPEN: "This conversation cannot be opened: it is open already, or over.",
    ConversationState.CLOSED: "This conversation cannot be closed: it is not open.",
}


def new_code() -> str:
    """A code for addresses that is easily typed over from a poster."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


@transaction.atomic
def create(*, title: str, language: str = "nl", by: StaffMember, not_a_person: bool = False) -> Conversation:
    """A new conversation, in draft."""
    require(by, Capability.PREPARE)
    made = Conversation.objects.create(
        code=new_code(),
        language=read_language("language", language),
        title=keep_title(title, language=language, not_a_person=not_a_person),
        created_by=by,
    )
    record(by=by, action="conversation.create", subject=made)
    return made


def lock(conversation: Conversation) -> Conversation:
    """The row as it is now, held until the transaction ends."""
    return Conversation.objects.select_for_update(no_key=True).get(pk=conversation.pk)


def _move(found: Conversation, then: ConversationState) -> None:
    """Set the state; StateRefused where it may not follow."""
    now = ConversationState(found.state)
    if now is ConversationState.REHEARSAL and then is ConversationState.OPEN:
        raise StateRefused("A rehearsal is going on. Stop it first: everything invented is thrown away then.")
    if not may_follow(now, then):
        raise StateRefused(REFUSALS[then])
    found.state = then


def _save(found: Conversation, given: Conversation, *fields: str) -> None:
    """Save, and let the caller's object tell the same."""
    found.save(update_fields=fields)
    for field in fields:
        setattr(given, field, getattr(found, field))


@transaction.atomic
def open_conversation(*, conversation: Conversation, by: StaffMember | None) -> None:
    """Let residents in. by: None where the date in the plan does it."""
    if by is not None:
        require(by, Capability.PREPARE)
    found = lock(conversation)
    if found.state == ConversationState.CLOSED:
        raise StateRefused("This conversation is closed. Reopen it with a new closing date.")
    _move(found, ConversationState.OPEN)
    missing = missing_before_opening(found)
    if missing:
        raise StateRefused(
            "This conversation is not ready: {count} things are missing. The overview tells which.", count=len(missing)
        )
    found.opened_at = timezone.now()
    _save(found, conversation, "state", "opened_at")
    record(by=by, action="conversation.open", subject=found)


@transaction.atomic
def close_conversation(*, conversation: Conversation, by: StaffMember | None) -> None:
    """Let nobody vote any more. by: None where the date in the plan does it. The worker makes the last landscape."""
    if by is not None:
        require(by, Capability.PREPARE)
    found = lock(conversation)
    _move(found, ConversationState.CLOSED)
    found.closed_at = timezone.now()
    if found.retention_until is None:
        found.retention_until = default_retention(found.closed_at)
    _save(found, conversation, "state", "closed_at", "retention_until")
    record(by=by, action="conversation.close", subject=found)


@transaction.atomic
def reopen_conversation(*, conversation: Conversation, closes_at: datetime, by: StaffMember) -> None:
    """Let residents in again until a new closing date; not once it was published or its votes were removed."""
    require(by, Capability.PREPARE)
    found = lock(conversation)
    if found.state != ConversationState.CLOSED:
        raise StateRefused("Only a closed conversation that was not published can be reopened.")
    if found.votes_removed_at is not None:
        raise StateRefused("The votes of this conversation were removed. Start a new conversation.")
    if found.source:
        raise StateRefused("This conversation was imported: its participants are elsewhere. Start a new conversation.")
    if closes_at <= timezone.now():
        raise FieldRejected("closes_at", "Choose a closing date in the future.")
    found.state, found.closes_at, found.closed_at = ConversationState.OPEN, closes_at, None
    if found.retention_until is None or found.retention_until < closes_at.date():
        found.retention_until = default_retention(closes_at)
    _save(found, conversation, "state", "closes_at", "closed_at", "retention_until")
    record(by=by, action="conversation.reopen", subject=found, closes_at=closes_at.isoformat())


def default_retention(closed: datetime) -> date:
    """A year after the closing."""
    return (closed + RETENTION).date()


def open_due() -> int:
    """Open the drafts whose opening date has come and that lack nothing; how many. Called by the worker."""
    due = Conversation.objects.filter(
        state=ConversationState.DRAFT, opens_at__lte=timezone.now(), opened_at__isnull=True
    ).order_by("id")
    return sum(_try_to_open(conversation) for conversation in list(due))


def _try_to_open(conversation: Conversation) -> bool:
    try:
        open_conversation(conversation=conversation, by=None)
    except StateRefused:
        return False  # the overview says what is missing
    return True


def _try_to_close(conversation: Conversation) -> bool:
    try:
        close_conversation(conversation=conversation, by=None)
    except StateRefused:
        return False  # somebody was quicker
    return True


def close_due() -> int:
    """Close what is past its closing date; how many. Called by the worker."""
    due = Conversation.objects.filter(state=ConversationState.OPEN, closes_at__lte=timezone.now()).order_by("id")
    return sum(_try_to_close(conversation) for conversation in list(due))


def remove_votes_due() -> int:
    """Remove what is kept of people where its date has passed; of how many conversations. Called by the worker."""
    due = list(
        Conversation.objects.filter(
            state__in=(ConversationState.CLOSED, ConversationState.PUBLISHED),
            retention_until__lt=timezone.localdate(),
            votes_removed_at__isnull=True,
        ).order_by("id")
    )
    for conversation in due:
        _remove_votes(conversation)
    return len(due)


@transaction.atomic
def _remove_votes(conversation: Conversation) -> None:
    """Aggregates alone remain: results as stored, tallies, statements without their authors."""
    found = lock(conversation)
    if found.votes_removed_at is not None:
        return
    votes = Vote.objects.filter(conversation=found)
    number = votes.count()
    votes.delete()
    for kind in (Exposure, PerceivedView, BackgroundAnswer):
        kind.objects.filter(participant__conversation=found).delete()
    RoutingModel.objects.filter(conversation=found).delete()
    Participant.objects.filter(conversation=found).delete()
    found.votes_removed_at = timezone.now()
    _save(found, conversation, "votes_removed_at")
    record(by=None, action="conversation.remove votes", subject=found, votes=number)

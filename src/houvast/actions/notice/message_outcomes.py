# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can a message become? A signal, or a statement in a conversation; each once, with the words that were passed."""

from __future__ import annotations

from django.db import transaction

from houvast.actions import audit
from houvast.actions.gather.seed_statements import add_seed
from houvast.actions.notice.inbox import lock_message
from houvast.actions.notice.observations import note_observation
from houvast.actions.notice.reporter import UNKNOWN_REPORTER
from houvast.actions.permission import require
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.inbox import SenderKind
from houvast.domain.observation import ObservationKind, Origin, SourceKind
from houvast.domain.roles import Capability
from houvast.queries.notice.choices import chosen_area, chosen_theme
from houvast.store.models import Conversation, InboxMessage, Observation, StaffMember, Statement

SOURCES = {
    SenderKind.RESIDENT: SourceKind.RESIDENT,
    SenderKind.ORGANISATION: SourceKind.COMMUNITY_ORGANISATION,
    SenderKind.COLLEAGUE: SourceKind.MUNICIPALITY,
}
GONE = "The text of this message is gone, so nothing can be made of it any more."


@transaction.atomic
def make_observation(
    *,
    number: int,
    kind: ObservationKind,
    seen: str,
    by: StaffMember,
    area: str = "",
    theme: str = "",
    confirmed: frozenset[str] = frozenset(),
) -> Observation:
    """Make a signal of a message. Nobody can tell whether its sender reported before: all such senders count as one.

    confirmed: what the writer said of a text that may be misunderstood (observation_gate.Confirmation).
    """
    require(by, Capability.ANSWER)
    found = _with_text(number)
    if found.observation_id:
        raise StateRefused("A signal was made of this message already.")
    noted = note_observation(
        note_key=found.note_key,
        week=found.received_on,
        kind=kind,
        area=chosen_area(area),
        theme=chosen_theme(theme),
        source_kind=SOURCES[SenderKind(found.sender)],
        seen=seen,
        language=found.language,
        confirmed=confirmed,
        origin=Origin.INBOX,
        reporter=UNKNOWN_REPORTER,
        by=by,
    )
    made = noted.observation
    found.observation = made
    found.save(update_fields=["observation"])
    audit.record(by=by, action="message.make observation", subject=found)
    return made


@transaction.atomic
def make_statement(
    *, number: int, conversation: str, text: str, by: StaffMember, not_a_person: bool = False
) -> Statement:
    """Add what a message says to a conversation as a statement of the municipality."""
    require(by, Capability.ANSWER)
    found = _with_text(number)
    if found.statement_id:
        raise StateRefused("A statement was made of this message already.")
    room = Conversation.objects.filter(code=conversation).first()
    if room is None:
        raise FieldRejected("conversation", "Choose a conversation of the list.")
    made = add_seed(conversation=room, text=text, language=found.language, by=by, not_a_person=not_a_person)
    found.statement = made
    found.save(update_fields=["statement"])
    audit.record(by=by, action="message.make statement", subject=found, code=room.code)
    return made


def _with_text(number: int) -> InboxMessage:
    found = lock_message(number)
    if found.text_removed_at:
        raise StateRefused(GONE)
    return found

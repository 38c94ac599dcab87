# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May this become a statement? A resident's own sentence, checked for personal data, numbered, moderated."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from houvast.actions.gather.answering import lock_participant, require_answering
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ModerationTiming, Origin, is_offered
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.hour import hour_of
from houvast.domain.votes import Moderation
from houvast.queries.gather.words import languages_of
from houvast.store.models import Conversation, Participant, Statement, Tally

MOST_CHARACTERS = 200
MOST_OF_ONE = 5  # statements one participant may add


@transaction.atomic
def add_statement(*, participant: Participant, text: str, language: str, not_a_person: bool = False) -> Statement:
    """Keep a resident's statement. PersonDataRejected where it names somebody, StateRefused where no more may be added.

    not_a_person: the writer says that what looks like a name is nobody's.
    """
    somebody = lock_participant(pk=participant.pk)
    conversation = somebody.conversation
    require_answering(conversation, is_test=somebody.is_test)
    _require_room(somebody)
    if language not in {*languages_of(conversation), "nl", "en"}:
        raise FieldRejected("language", "Choose one of the languages of this conversation.")
    kept = pass_gate(field="text", text=text, language=language, not_a_person=not_a_person, most=MOST_CHARACTERS)
    if Statement.objects.filter(author=somebody, text=kept).exists():
        raise FieldRejected("text", "You already sent this statement. You find it on your own page.")
    made = Statement.objects.create(
        conversation=conversation,
        number=_take_number(conversation),
        text=kept,
        language=language,
        origin=Origin.RESIDENT,
        author=somebody,
        moderation=Moderation.OPEN,
        is_shown=is_offered(Moderation.OPEN, ModerationTiming(conversation.moderation_timing), Origin.RESIDENT),
        is_rehearsal=somebody.is_test,
        created_hour=hour_of(timezone.now()),
    )
    Tally.objects.create(statement=made)
    return made


def _require_room(somebody: Participant) -> None:
    if not somebody.conversation.residents_add_statements:
        raise StateRefused("In this conversation residents do not add statements.")
    if Statement.objects.filter(author=somebody).count() >= MOST_OF_ONE:
        raise StateRefused(
            "You added {most} statements, the most one person may add. That way there is room for everybody.",
            most=MOST_OF_ONE,
        )


def _take_number(conversation: Conversation) -> int:
    """The next number; the row stays ours until the end of the transaction."""
    found = Conversation.objects.filter(pk=conversation.pk)
    found.update(next_statement_number=F("next_statement_number") + 1)
    return found.values_list("next_statement_number", flat=True).get() - 1

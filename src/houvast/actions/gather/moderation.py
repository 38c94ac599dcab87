# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a moderator decide about a statement? Accept, leave out with a reason of the policy, or put it back.

Every decision is a row of its own, so undoing one is another decision. What its writer took back stays away.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ModerationReason, ModerationTiming, Origin, is_offered
from houvast.domain.errors import FieldRejected, NotFound, StateRefused
from houvast.domain.moderation_policy import MODERATOR_REASONS
from houvast.domain.roles import Capability
from houvast.domain.typing_error import is_typing_error
from houvast.domain.votes import Moderation
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import Conversation, ModerationDecision, StaffMember, Statement

MOST_OF_NOTE = 300
MOST_OF_STATEMENT = 200
ACTION = {
    Moderation.IN: "statement.accept",
    Moderation.OUT: "statement.leave out",
    Moderation.OPEN: "statement.undo",
}


@transaction.atomic
def moderate(
    *,
    statement: Statement,
    decision: Moderation,
    reason: ModerationReason | None = None,
    note_to_author: str = "",
    by: StaffMember,
    not_a_person: bool = False,
    seen: Moderation | None = None,
) -> None:
    """Decide about a statement; the same decision again changes nothing. OPEN puts it back in the queue.

    seen: what the moderator saw it was; StateRefused where a colleague decided otherwise since.
    """
    require(by, Capability.MODERATE)
    found = _lock(statement)
    why = _check_reason(decision, reason)
    if decision is Moderation.OPEN and found.origin == Origin.MUNICIPALITY:
        raise StateRefused("The municipality's own statements wait for nobody. Accept it or leave it out.")
    note = _pass_note(found, decision, note_to_author, not_a_person)
    if _is_so(found, decision, why, note):
        return
    if seen is not None and seen != found.moderation:
        raise StateRefused("A colleague decided about this statement in the meantime. Look at it again.")
    _decide(found, decision=decision, reason=why, note=note, by=by)
    transaction.on_commit(forget_offers)


@transaction.atomic
def moderate_many(*, conversation: Conversation, numbers: Collection[int], by: StaffMember) -> int:
    """Accept those of these statements that still wait; how many they were."""
    require(by, Capability.MODERATE)
    if not numbers:
        raise FieldRejected("numbers", "Choose at least one statement.")
    waiting = conversation.statements.select_for_update().filter(number__in=numbers, moderation=Moderation.OPEN)
    rows = list(waiting.exclude(text="").order_by("pk"))
    for row in rows:
        _decide(row, decision=Moderation.IN, reason="", note="", by=by)
    transaction.on_commit(forget_offers)
    return len(rows)


@transaction.atomic
def mend_typing_error(*, statement: Statement, text: str, by: StaffMember, not_a_person: bool = False) -> None:
    """Mend a typing error in somebody's statement. What would change what they said is refused."""
    require(by, Capability.MODERATE)
    found = _lock(statement)
    kept = pass_gate(
        field="text",
        text=text,
        language=found.language,
        not_a_person=not_a_person,
        most=max(MOST_OF_STATEMENT, len(found.text)),
        about=_about(found),
    )
    if kept == found.text:
        return
    if not is_typing_error(found.text, kept):
        raise FieldRejected(
            "text",
            "Only typing errors are mended: these are somebody's own words. Or leave it out, with a reason.",
        )
    found.text = kept
    found.save(update_fields=["text"])
    record(by=by, action="statement.correct", subject=found, number=found.number, code=found.conversation.code)
    transaction.on_commit(forget_offers)


def _lock(statement: Statement) -> Statement:
    """The statement as it is now, ours until the end; StateRefused where its writer took it back."""
    found = Statement.objects.select_for_update().filter(pk=statement.pk).first()
    if found is None:
        raise NotFound("This statement is not there any more.")
    last = found.decisions.order_by("-id").first()
    if not found.text or (last is not None and last.reason == ModerationReason.WITHDRAWN):
        raise StateRefused("The writer took this statement back. It stays away.")
    return found


def _check_reason(decision: Moderation, reason: ModerationReason | None) -> str:
    if decision is not Moderation.OUT:
        if reason is not None:
            raise FieldRejected("reason", "A reason is only for a statement that is left out.")
        return ""
    if reason not in MODERATOR_REASONS:
        raise FieldRejected("reason", "Choose a reason. The writer reads it.")
    return reason.value


def _pass_note(found: Statement, decision: Moderation, note: str, not_a_person: bool) -> str:
    if note.strip() and decision is not Moderation.OUT:
        raise FieldRejected("note_to_author", "A note is only for the writer of a statement that is left out.")
    return pass_gate(
        field="note_to_author",
        text=note,
        language=found.conversation.language,
        not_a_person=not_a_person,
        most=MOST_OF_NOTE,
        optional=True,
        about=_about(found),
    )


def _about(found: Statement) -> str:
    return f"{found.conversation.title} {found.conversation.asked_by}"


def _is_so(found: Statement, decision: Moderation, reason: str, note: str) -> bool:
    """Whether this was decided already."""
    if found.moderation != decision:
        return False
    last = found.decisions.order_by("-id").first()
    return decision is not Moderation.OUT or (last is not None and (last.reason, last.note_to_author) == (reason, note))


def _decide(found: Statement, *, decision: Moderation, reason: str, note: str, by: StaffMember) -> None:
    conversation = found.conversation
    found.moderation = decision
    found.is_shown = is_offered(decision, ModerationTiming(conversation.moderation_timing), Origin(found.origin))
    found.save(update_fields=["moderation", "is_shown"])
    ModerationDecision.objects.create(
        statement=found, decision=decision, reason=reason, note_to_author=note, by=by, at=timezone.now()
    )
    record(by=by, action=ACTION[decision], subject=found, number=found.number, code=conversation.code, reason=reason)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is every decision a row of its own, with a reason where somebody's words are left out, and is nothing lost?"""

from __future__ import annotations

import cast
import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from houvast.actions.gather.erasure import erase
from houvast.actions.gather.moderation import mend_typing_error, moderate, moderate_many
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ModerationReason, ModerationTiming, Origin
from houvast.domain.errors import FieldRejected, NotFound, PermissionRefused, StateRefused
from houvast.domain.moderation_policy import MODERATOR_REASONS
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.queries.gather import routing
from houvast.store.models import AuditRecord, Conversation, ModerationDecision, Statement

pytestmark = pytest.mark.django_db
IN, OUT, OPEN = Moderation.IN, Moderation.OUT, Moderation.OPEN
INSULT = ModerationReason.INSULT


def added(
    of: Conversation | None = None, *, number: int = 7, text: str = "Er is te weinig licht.", **fields: object
) -> Statement:
    """A resident's statement that waits."""
    values = {"origin": Origin.RESIDENT, "moderation": OPEN, "is_shown": False, **fields}
    return cast.statement(of or cast.conversation(statements=0), number=number, text=text, **values)


def state(statement: Statement) -> tuple[str, bool]:
    now = Statement.objects.get(pk=statement.pk)
    return now.moderation, now.is_shown


def test_accepting_offers_it_and_is_kept() -> None:
    statement = added()
    moderate(statement=statement, decision=IN, by=cast.staff())
    assert state(statement) == (IN, True)
    row = ModerationDecision.objects.get()
    assert (row.decision, row.reason, row.note_to_author, row.by) == (IN, "", "", cast.staff())
    trail = AuditRecord.objects.get()
    assert trail.action == "statement.accept"
    assert trail.details == {"number": 7, "code": statement.conversation.code, "reason": ""}


def test_leaving_out_needs_a_reason_of_the_policy() -> None:
    statement = added()
    for reason in (None, ModerationReason.WITHDRAWN):
        with pytest.raises(FieldRejected) as refused:
            moderate(statement=statement, decision=OUT, reason=reason, by=cast.staff())
        assert refused.value.field == "reason"
    assert state(statement) == (OPEN, False)
    for reason in MODERATOR_REASONS:
        moderate(statement=statement, decision=OUT, reason=reason, by=cast.staff())
    reasons = ModerationDecision.objects.order_by("id").values_list("reason", flat=True)
    assert tuple(reasons) == MODERATOR_REASONS
    assert state(statement) == (OUT, False)


@pytest.mark.parametrize("timing", list(ModerationTiming))
def test_undoing_is_another_decision(timing: ModerationTiming) -> None:
    statement = added(cast.conversation(statements=0, moderation_timing=timing))
    moderate(statement=statement, decision=OUT, reason=INSULT, by=cast.staff())
    moderate(statement=statement, decision=OPEN, by=cast.staff())
    assert state(statement) == (OPEN, timing is ModerationTiming.AFTER)
    moderate(statement=statement, decision=IN, by=cast.staff())
    assert state(statement) == (IN, True)
    assert list(ModerationDecision.objects.order_by("id").values_list("decision", flat=True)) == [OUT, OPEN, IN]
    actions = AuditRecord.objects.order_by("id").values_list("action", flat=True)
    assert list(actions) == ["statement.leave out", "statement.undo", "statement.accept"]


def test_the_municipality_s_own_do_not_go_to_the_queue() -> None:
    own = cast.conversation(statements=1).statements.get()
    with pytest.raises(StateRefused):
        moderate(statement=own, decision=OPEN, by=cast.staff())
    moderate(statement=own, decision=OUT, reason=INSULT, by=cast.staff())
    assert state(own) == (OUT, False)


def test_the_same_decision_again_changes_nothing_but_another_reason_does() -> None:
    statement = added()
    for _click in range(2):
        moderate(statement=statement, decision=IN, by=cast.staff(), seen=OPEN)
    assert ModerationDecision.objects.count() == 1
    for reason in (INSULT, INSULT, ModerationReason.NOT_CLEAR):
        moderate(statement=statement, decision=OUT, reason=reason, by=cast.staff())
    assert ModerationDecision.objects.count() == 3


def test_two_moderators_do_not_overrule_each_other_unseen() -> None:
    statement = added()
    moderate(statement=statement, decision=IN, by=cast.staff(), seen=OPEN)
    with pytest.raises(StateRefused):
        moderate(statement=statement, decision=OUT, reason=INSULT, by=cast.staff(Role.COMMUNICATION), seen=OPEN)
    moderate(statement=statement, decision=OUT, reason=INSULT, by=cast.staff(Role.COMMUNICATION), seen=IN)
    assert state(statement) == (OUT, False)


def test_the_note_goes_through_the_gate() -> None:
    statement, by = added(), cast.staff()
    with pytest.raises(PersonDataRejected) as refused:
        moderate(statement=statement, decision=OUT, reason=INSULT, note_to_author="Bel 06-12345678 even.", by=by)
    assert refused.value.field == "note_to_author"
    with pytest.raises(FieldRejected, match="300"):
        moderate(statement=statement, decision=OUT, reason=INSULT, note_to_author="lang " * 80, by=by)
    moderate(statement=statement, decision=OUT, reason=INSULT, note_to_author="  Zeg het zonder schelden. ", by=by)
    assert ModerationDecision.objects.get().note_to_author == "Zeg het zonder schelden."
    assert "schelden" not in str(AuditRecord.objects.get().details)


@pytest.mark.parametrize("decision", [IN, OPEN])
def test_reason_and_note_are_for_leaving_out_only(decision: Moderation) -> None:
    statement = added(moderation=OUT)
    with pytest.raises(FieldRejected):
        moderate(statement=statement, decision=decision, reason=INSULT, by=cast.staff())
    with pytest.raises(FieldRejected):
        moderate(statement=statement, decision=decision, note_to_author="Fijn.", by=cast.staff())
    assert state(statement) == (OUT, False)


def test_what_its_writer_took_back_stays_away() -> None:
    conversation = cast.conversation(statements=0)
    writer = cast.participant(conversation)
    statement = added(conversation, author=writer)
    erase(participant=writer)
    for decision, reason in ((IN, None), (OPEN, None), (OUT, INSULT)):
        with pytest.raises(StateRefused):
            moderate(statement=statement, decision=decision, reason=reason, by=cast.staff())
    with pytest.raises(StateRefused):
        mend_typing_error(statement=statement, text="Er is te weinig licht!", by=cast.staff())
    assert moderate_many(conversation=conversation, numbers=[7], by=cast.staff()) == 0


def test_a_statement_that_is_gone_is_not_found() -> None:
    statement = added()
    Statement.objects.all().delete()
    with pytest.raises(NotFound):
        moderate(statement=statement, decision=IN, by=cast.staff())


@pytest.mark.parametrize("role", [Role.MANAGER, Role.PROFESSIONAL, Role.READER])
def test_only_moderators_decide(role: Role) -> None:
    statement = added()
    by = cast.staff(role)
    with pytest.raises(PermissionRefused):
        moderate(statement=statement, decision=IN, by=by)
    with pytest.raises(PermissionRefused):
        moderate_many(conversation=statement.conversation, numbers=[7], by=by)
    with pytest.raises(PermissionRefused):
        mend_typing_error(statement=statement, text="Er is te weinig licht!", by=by)
    assert not AuditRecord.objects.exists()


def test_many_are_accepted_but_not_what_a_colleague_left_out() -> None:
    conversation = cast.conversation(statements=0)
    first, second = added(conversation), added(conversation, number=8)
    out = added(conversation, number=9, moderation=OUT)
    elsewhere = added(number=7)
    assert moderate_many(conversation=conversation, numbers=[7, 8, 9, 99], by=cast.staff()) == 2
    assert [state(s) for s in (first, second, out, elsewhere)] == [(IN, True), (IN, True), (OUT, False), (OPEN, False)]
    assert ModerationDecision.objects.count() == AuditRecord.objects.count() == 2
    with pytest.raises(FieldRejected):
        moderate_many(conversation=conversation, numbers=[], by=cast.staff())


def test_what_is_offered_is_read_anew(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    statement = added()
    with django_capture_on_commit_callbacks() as waiting:
        moderate(statement=statement, decision=IN, by=cast.staff())
    assert routing.forget_offers in waiting


def test_a_typing_error_is_mended_and_nothing_else() -> None:
    statement = added(text="Er is te wenig licht.")
    mend_typing_error(statement=statement, text="Er is te weinig licht.", by=cast.staff())
    assert Statement.objects.get().text == "Er is te weinig licht."
    assert AuditRecord.objects.get().action == "statement.correct"
    mend_typing_error(statement=statement, text=" Er is te weinig licht. ", by=cast.staff())
    for text in ("Er is te veel licht.", "Er is niet te weinig licht.", ""):
        with pytest.raises(FieldRejected) as refused:
            mend_typing_error(statement=statement, text=text, by=cast.staff())
        assert refused.value.field == "text"
    assert Statement.objects.get().text == "Er is te weinig licht."
    assert AuditRecord.objects.count() == 1

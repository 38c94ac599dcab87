# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re
from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.actions.gather.conversations import (
    close_conversation,
    close_due,
    create,
    open_conversation,
    open_due,
    remove_votes_due,
    reopen_conversation,
)
from houvast.domain.conversation import TRANSITIONS, ConversationState
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Capability, Role, may
from houvast.queries.gather.preparation import checks_before_opening
from houvast.store.models import (
    AuditRecord,
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    Exposure,
    LandscapeSnapshot,
    Participant,
    PerceivedView,
    Tally,
    Vote,
)

pytestmark = pytest.mark.django_db
S = ConversationState


def ready(**fields: object) -> Conversation:
    """A conversation in draft that lacks nothing."""
    now = timezone.now()
    values = {
        "state": S.DRAFT,
        "closes_at": now + timedelta(days=14),
        "hear_back_by": (now + timedelta(days=30)).date(),
        "policy_read_at": now,
        **fields,
    }
    return cast.conversation(**values)  # type: ignore[arg-type]


def test_a_new_conversation_is_a_draft_with_a_code_that_is_easy_to_type() -> None:
    made = create(title="Wat speelt er in de buurt?", language="nl", by=cast.staff())
    assert made.state == S.DRAFT
    assert re.fullmatch("[2-9a-hjkmnp-tv-z]{8}", made.code)
    assert AuditRecord.objects.get().action == "conversation.create"


@pytest.mark.parametrize("role", list(Role))
def test_who_may_make_and_open_and_close(role: Role) -> None:
    by = cast.staff(role)
    allowed = may(role, Capability.PREPARE)
    for act in (
        lambda: create(title="Een gesprek", language="nl", by=by),
        lambda: open_conversation(conversation=ready(), by=by),
        lambda: close_conversation(conversation=cast.conversation(), by=by),
        lambda: reopen_conversation(
            conversation=cast.conversation(state=S.CLOSED), closes_at=timezone.now() + timedelta(days=1), by=by
        ),
    ):
        if allowed:
            act()
        else:
            with pytest.raises(PermissionRefused):
                act()


@pytest.mark.parametrize("state", list(S))
def test_only_the_drawn_transitions_happen(state: ConversationState) -> None:
    def outcome(act: object) -> bool:
        try:
            act()  # type: ignore[operator]
        except StateRefused:
            return False
        return True

    by = cast.staff()
    opened, closed = ready(state=state), ready(state=state)
    can_open = outcome(lambda: open_conversation(conversation=opened, by=by))
    assert can_open == (S.OPEN in TRANSITIONS[state] and state is not S.CLOSED)
    assert outcome(lambda: close_conversation(conversation=closed, by=by)) == (S.CLOSED in TRANSITIONS[state])
    again = ready(state=state)
    later = timezone.now() + timedelta(days=3)
    reopened = outcome(lambda: reopen_conversation(conversation=again, closes_at=later, by=by))
    assert reopened == (state is S.CLOSED)


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("purpose", {"purpose": ""}),
        ("question", {"question": ""}),
        ("asked_by", {"asked_by": ""}),
        ("use_of_answers", {"use_of_answers": ""}),
        ("hear_back", {"hear_back": ""}),
        ("hear_back", {"hear_back_by": None}),
        ("statements", {"statements": 4}),
        ("closes_at", {"closes_at": None}),
        ("closes_at", {"closes_at": timezone.now() - timedelta(days=1)}),
        ("moderation", {"policy_read_at": None}),
    ],
)
def test_it_does_not_open_while_anything_is_missing(code: str, fields: dict[str, object]) -> None:
    conversation = ready(**fields)
    assert [item.code for item in checks_before_opening(conversation) if not item.is_done] == [code]
    with pytest.raises(StateRefused, match="1 things are missing"):
        open_conversation(conversation=conversation, by=cast.staff())
    conversation.refresh_from_db()
    assert conversation.state == S.DRAFT


def test_a_rehearsal_must_stop_before_the_opening() -> None:
    with pytest.raises(StateRefused, match="Stop it first"):
        open_conversation(conversation=ready(state=S.REHEARSAL), by=cast.staff())


def test_the_plan_opens_and_closes_and_the_audit_says_that_nobody_did() -> None:
    now = timezone.now()
    due = ready(opens_at=now - timedelta(minutes=1))
    early = ready(opens_at=now + timedelta(hours=1))
    unready = ready(opens_at=now - timedelta(minutes=1), purpose="")
    rehearsed = ready(opens_at=now - timedelta(minutes=1), state=S.REHEARSAL)
    assert open_due() == 1
    assert open_due() == 0
    states = {c.pk: c.state for c in Conversation.objects.all()}
    assert [states[c.pk] for c in (due, early, unready, rehearsed)] == [S.OPEN, S.DRAFT, S.DRAFT, S.REHEARSAL]
    record = AuditRecord.objects.get()
    assert (record.actor, record.actor_role, record.action) == (None, "system", "conversation.open")
    Conversation.objects.filter(pk=due.pk).update(closes_at=now)
    assert close_due() == 1
    assert close_due() == 0
    due.refresh_from_db()
    assert due.state == S.CLOSED
    assert due.closed_at is not None


def test_a_closed_conversation_keeps_its_votes_for_a_year_unless_another_day_was_promised() -> None:
    plain, promised = cast.conversation(), cast.conversation(retention_until=timezone.localdate() + timedelta(days=20))
    for conversation in (plain, promised):
        close_conversation(conversation=conversation, by=cast.staff())
    assert (plain.retention_until - timezone.localdate()).days in {364, 365}  # type: ignore[operator]
    assert promised.retention_until == timezone.localdate() + timedelta(days=20)


def test_reopening_needs_a_day_to_come_and_votes_that_are_there() -> None:
    by, later = cast.staff(), timezone.now() + timedelta(days=5)
    conversation = cast.conversation(state=S.CLOSED)
    with pytest.raises(FieldRejected):
        reopen_conversation(conversation=conversation, closes_at=timezone.now(), by=by)
    reopen_conversation(conversation=conversation, closes_at=later, by=by)
    assert (conversation.state, conversation.closes_at, conversation.closed_at) == (S.OPEN, later, None)
    for fields in ({"votes_removed_at": timezone.now()}, {"source": "pol.is, CC BY 4.0"}):
        with pytest.raises(StateRefused):
            reopen_conversation(conversation=cast.conversation(state=S.CLOSED, **fields), closes_at=later, by=by)


def test_when_the_promised_day_has_passed_aggregates_alone_remain() -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    gone = cast.conversation(state=S.CLOSED, retention_until=yesterday)
    kept = cast.conversation(state=S.CLOSED, retention_until=timezone.localdate())
    for conversation in (gone, kept):
        statement = conversation.statements.get(number=0)
        somebody = cast.participant(conversation)
        statement.author = somebody
        statement.save()
        cast.vote(somebody, statement, 1)
        Exposure.objects.create(participant=somebody, statement=statement, probability=0.5, hour=1)
        PerceivedView.objects.create(participant=somebody, statement=statement, of_ten=3, hour=1)
        question = BackgroundQuestion.objects.create(conversation=conversation, text="Waar woont u?")
        option = BackgroundOption.objects.create(question=question, text="Noord")
        BackgroundAnswer.objects.create(participant=somebody, option=option)
        LandscapeSnapshot.objects.create(
            conversation=conversation, kind="full", at=timezone.now(), participants=1, votes=1, content="{}"
        )
    assert remove_votes_due() == 1
    assert remove_votes_due() == 0
    of_people = (Vote, Participant, Exposure, PerceivedView, BackgroundAnswer)
    assert [kind.objects.count() for kind in of_people] == [1] * len(of_people)
    assert Participant.objects.get().conversation == kept
    gone.refresh_from_db()
    assert gone.votes_removed_at is not None
    assert gone.snapshots.count() == 1
    assert Tally.objects.get(statement__conversation=gone, statement__number=0).agree == 1
    assert gone.statements.get(number=0).author is None
    record = AuditRecord.objects.get()
    assert (record.actor_role, record.action, record.details) == ("system", "conversation.remove votes", {"votes": 1})

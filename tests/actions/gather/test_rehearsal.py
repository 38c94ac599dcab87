# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import timedelta
from typing import Any

import cast
import pytest
from django.apps import apps
from django.utils import timezone

from houvast.actions.gather.conversations import open_conversation
from houvast.actions.gather.rehearsal import Shape, start_rehearsal, stop_rehearsal
from houvast.actions.gather.seed_statements import add_seed
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.store.models import (
    AuditRecord,
    Conversation,
    Exposure,
    LandscapeSnapshot,
    Participant,
    PerceivedView,
    Statement,
    Tally,
    Vote,
)

pytestmark = pytest.mark.django_db
PEOPLE = 40


def start(conversation: Conversation, **values: Any) -> None:
    given = {"people": PEOPLE, "shape": Shape.TWO_GROUPS, "by": cast.staff(), "seed": 1, **values}
    start_rehearsal(conversation=conversation, **given)


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of all our tables, but for the trail of what staff did."""
    tables = [model for model in apps.get_app_config("store").get_models() if model is not AuditRecord]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in tables}


@pytest.fixture
def draft() -> Conversation:
    """A conversation in draft with six statements, beside one that is open."""
    other = cast.conversation()
    cast.vote(cast.participant(other), other.statements.get(number=0), 1)
    cast.staff()
    return cast.conversation(
        state=ConversationState.DRAFT,
        statements=6,
        next_statement_number=9,  # a seed with number 8 was left out
        next_participant_number=4,
        closes_at=timezone.now() + timedelta(days=9),
        hear_back_by=timezone.localdate() + timedelta(days=20),
        policy_read_at=timezone.now(),
    )


def test_invented_people_vote_write_and_guess_and_all_of_it_is_marked(draft: Conversation) -> None:
    start(draft)
    assert draft.state == ConversationState.REHEARSAL
    people = Participant.objects.filter(conversation=draft)
    assert people.count() == PEOPLE
    assert set(people.values_list("mode", "is_test", "key_hash")) == {(Mode.REHEARSAL, True, None)}
    invented = Statement.objects.filter(conversation=draft, is_rehearsal=True)
    assert {m: invented.filter(moderation=m).count() for m in Moderation} == {
        Moderation.IN: 3, Moderation.OPEN: 4, Moderation.OUT: 0,
    }  # fmt: skip
    assert LandscapeSnapshot.objects.get(conversation=draft).participants == PEOPLE
    votes = Vote.objects.filter(conversation=draft)
    assert votes.count() == PEOPLE * 9
    assert Exposure.objects.filter(participant__in=people).count() == votes.count()
    assert PerceivedView.objects.filter(participant__in=people).exists()
    for tally in Tally.objects.filter(statement__conversation=draft):
        mine = votes.filter(statement=tally.statement)
        counted = tuple(mine.filter(value=v).count() for v in (1, -1, 0))
        assert (tally.agree, tally.disagree, tally.passed, tally.shown) == (*counted, sum(counted))


@pytest.mark.parametrize("shape", list(Shape))
def test_nothing_remains_in_any_table(draft: Conversation, shape: Shape) -> None:
    before = everything()
    start(draft, shape=shape)
    assert everything() != before
    stop_rehearsal(conversation=draft, by=cast.staff())
    assert everything() == before
    assert list(AuditRecord.objects.order_by("id").values_list("action", flat=True)) == [
        "rehearsal.start", "rehearsal.stop",
    ]  # fmt: skip


def test_what_was_made_of_it_goes_too_and_own_statements_stay(draft: Conversation) -> None:
    start(draft)
    LandscapeSnapshot.objects.create(
        conversation=draft, kind="full", at=timezone.now(), participants=PEOPLE, votes=1, content="{}"
    )
    kept = add_seed(conversation=draft, text="Het plein moet groener.", language="nl", by=cast.staff())
    stop_rehearsal(conversation=draft, by=cast.staff())
    assert not LandscapeSnapshot.objects.exists()
    assert Statement.objects.get(pk=kept.pk).number == kept.number
    assert Conversation.objects.get(pk=draft.pk).next_statement_number == kept.number + 1


def test_it_opens_only_after_the_rehearsal(draft: Conversation) -> None:
    start(draft)
    with pytest.raises(StateRefused):
        open_conversation(conversation=draft, by=cast.staff())
    stop_rehearsal(conversation=draft, by=cast.staff())
    open_conversation(conversation=draft, by=cast.staff())
    assert Conversation.objects.get(pk=draft.pk).state == ConversationState.OPEN


@pytest.mark.parametrize("state", [s for s in ConversationState if s is not ConversationState.DRAFT])
def test_only_a_draft_is_rehearsed(state: ConversationState) -> None:
    with pytest.raises(StateRefused):
        start(cast.conversation(state=state))


def test_what_else_is_refused(draft: Conversation) -> None:
    for people in (4, 501):
        with pytest.raises(FieldRejected):
            start(draft, people=people)
    with pytest.raises(PermissionRefused):
        start(draft, by=cast.staff(Role.READER))
    with pytest.raises(StateRefused):
        start(cast.conversation(state=ConversationState.DRAFT, statements=2))
    with pytest.raises(StateRefused):
        stop_rehearsal(conversation=draft, by=cast.staff())
    assert not Participant.objects.filter(is_test=True).exists()

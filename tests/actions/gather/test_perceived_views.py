# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an estimate of the others kept once, of the statement that is asked about, also when somebody does not know?"""

from __future__ import annotations

from dataclasses import replace

import cast
import pytest
from snapshots import live_result, live_snapshot

from houvast.actions.gather.perceived_views import NotDue, estimate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.queries.gather.estimate_turns import forget_lists, statement_to_estimate
from houvast.store.models import Participant, PerceivedView

pytestmark = pytest.mark.django_db


def asked(*, statements: int = 6) -> tuple[Participant, int]:
    """Somebody who voted on five statements of which others voted, and the one they are asked about."""
    conversation = cast.conversation(statements=statements, k=3)
    people = [cast.participant(conversation) for _ in range(4)]
    for somebody in people:
        for statement in conversation.statements.filter(number__lt=5).order_by("number"):
            cast.vote(somebody, statement, 1)
    due = statement_to_estimate(people[-1])
    assert due is not None
    return people[-1], due


@pytest.mark.parametrize("of_ten", [0, 4, 10, None])
def test_an_estimate_is_kept_and_the_same_again_changes_nothing(of_ten: int | None) -> None:
    dirk, due = asked()
    first = estimate(participant=dirk, statement_id=due, of_ten=of_ten)
    PerceivedView.objects.update(hour=1)
    assert estimate(participant=dirk, statement_id=due, of_ten=of_ten) == first
    kept = PerceivedView.objects.get(participant=dirk, statement=due)
    assert (kept.of_ten, kept.hour) == (of_ten, 1)


@pytest.mark.parametrize(("before", "after"), [(7, 4), (7, None), (None, 4)])
def test_a_second_thought_is_refused(before: int | None, after: int | None) -> None:
    dirk, due = asked()
    estimate(participant=dirk, statement_id=due, of_ten=before)
    with pytest.raises(StateRefused, match="before"):
        estimate(participant=dirk, statement_id=due, of_ten=after)
    assert PerceivedView.objects.get().of_ten == before


def test_only_of_the_statement_that_is_asked_about() -> None:
    dirk, due = asked()
    for other in dirk.conversation.statements.exclude(pk=due):
        with pytest.raises(NotDue):
            estimate(participant=dirk, statement_id=other.pk, of_ten=3)
    newcomer = cast.participant(dirk.conversation)
    with pytest.raises(NotDue):
        estimate(participant=newcomer, statement_id=due, of_ten=3)
    assert not PerceivedView.objects.exists()


def test_not_of_what_the_live_result_tells() -> None:
    dirk, due = asked()
    number = dirk.conversation.statements.get(pk=due).number
    live_snapshot(dirk.conversation, replace(live_result(dirk.conversation), binds=(number,), divides=()))
    forget_lists()
    with pytest.raises(NotDue):
        estimate(participant=dirk, statement_id=due, of_ten=3)


@pytest.mark.parametrize("of_ten", [-1, 11])
def test_only_what_can_be_of_ten(of_ten: int) -> None:
    conversation = cast.conversation()
    with pytest.raises(FieldRejected):
        estimate(
            participant=cast.participant(conversation),
            statement_id=conversation.statements.get(number=0).pk,
            of_ten=of_ten,
        )


def test_only_here_and_now() -> None:
    dirk, due = asked()
    elsewhere = cast.conversation().statements.get(number=0)
    with pytest.raises(StateRefused):
        estimate(participant=dirk, statement_id=elsewhere.pk, of_ten=3)
    conversation = dirk.conversation
    conversation.state = ConversationState.CLOSED
    conversation.save()
    with pytest.raises(StateRefused, match="closed"):
        estimate(participant=dirk, statement_id=due, of_ten=3)
    assert not PerceivedView.objects.exists()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a result computed when it may, of everybody who counts, in batches, and on whatever few votes there are?"""

from __future__ import annotations

import cast
import numpy as np
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from voters import add_voters, cast_again, leave

from houvast.actions.gather.landscapes import compute_landscape, prune_live, refresh_full, refresh_live
from houvast.domain.conversation import ConversationState
from houvast.domain.votes import Moderation
from houvast.domain.votes import Statement as VotedStatement
from houvast.engine.landscape.vote_table import build_vote_table
from houvast.queries.gather.landscapes import latest_landscape, latest_live
from houvast.queries.gather.vote_tables import vote_table
from houvast.store.models import Conversation, LandscapeSnapshot, Publication, RoutingModel, Vote

pytestmark = pytest.mark.django_db


def snapshots(of: Conversation, kind: str) -> int:
    return LandscapeSnapshot.objects.filter(conversation=of, kind=kind).count()


def close(conversation: Conversation) -> None:
    conversation.state, conversation.closed_at = ConversationState.CLOSED, timezone.now()
    conversation.save()


def test_fewer_than_k_people_change_nothing_and_k_people_do() -> None:
    conversation = cast.conversation(statements=8, k=10)
    add_voters(conversation, people=9)
    assert not refresh_live(conversation)
    assert not refresh_full(conversation)
    add_voters(conversation, people=60, seed=2)
    assert refresh_live(conversation)
    assert refresh_full(conversation)
    add_voters(conversation, people=9, seed=3)
    assert not refresh_live(conversation)
    assert not refresh_full(conversation)
    add_voters(conversation, people=1, seed=4)
    assert refresh_live(conversation)
    assert refresh_full(conversation)


def test_one_person_with_many_changes_is_one_person() -> None:
    conversation = cast.conversation(statements=8, k=3)
    people = add_voters(conversation, people=40)
    refresh_live(conversation)
    for statement in conversation.statements.all():
        for value in (1, -1, 0):
            cast_again(people[0], statement, value)
    assert not refresh_live(conversation)
    cast_again(people[1], conversation.statements.get(number=0), 1)
    leave(people[2])
    assert refresh_live(conversation)


def test_erased_people_count_as_changes_and_are_gone() -> None:
    conversation = cast.conversation(statements=8, k=5)
    people = add_voters(conversation, people=40)
    refresh_full(conversation)
    for person in people[:5]:
        leave(person)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.participants == 35


def test_previews_never_count() -> None:
    conversation = cast.conversation(statements=8, k=5)
    add_voters(conversation, people=40, is_test=True)
    assert not refresh_live(conversation)
    assert not refresh_full(conversation)
    close(conversation)
    assert refresh_full(conversation)
    assert latest_landscape(conversation.pk).is_too_few  # type: ignore[union-attr]


def test_a_rehearsal_counts_the_invented_people() -> None:
    conversation = cast.conversation(statements=8, k=5, state=ConversationState.REHEARSAL)
    add_voters(conversation, people=40, is_test=True)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.participants == 40


def test_at_the_end_everything_is_counted_and_earlier_results_go() -> None:
    conversation = cast.conversation(statements=8, k=10)
    add_voters(conversation, people=60)
    refresh_full(conversation)
    (last,) = add_voters(conversation, people=1, seed=9)
    close(conversation)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.participants == 61
    snapshot = LandscapeSnapshot.objects.get(conversation=conversation, kind="full")
    assert snapshot.last_vote == Vote.objects.filter(participant=last).order_by("-id")[0].pk


def test_what_was_published_stays() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=60)
    refresh_full(conversation)
    first = LandscapeSnapshot.objects.get(conversation=conversation)
    Publication.objects.create(conversation=conversation, snapshot=first, reading="Zo is het.", at=timezone.now())
    close(conversation)
    refresh_full(conversation)
    assert snapshots(conversation, "full") == 2
    for seed in range(4):
        conversation.state = ConversationState.OPEN
        add_voters(conversation, people=10, seed=seed)
        refresh_live(conversation)
    assert snapshots(conversation, "live") == 3
    assert prune_live(conversation.pk) == 0
    assert LandscapeSnapshot.objects.filter(pk=first.pk).exists()


def test_few_people_are_a_result_that_says_so() -> None:
    conversation = cast.conversation(statements=8, state=ConversationState.CLOSED)
    add_voters(conversation, people=4)
    assert refresh_full(conversation)
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert stored.is_too_few
    assert (stored.participants, stored.votes, stored.shown.statements) == (0, 0, ())
    assert latest_live(conversation.pk) is None
    assert not RoutingModel.objects.exists()


def test_left_out_statements_are_in_no_result() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=60)
    conversation.statements.filter(number=1).update(moderation=Moderation.OUT, is_shown=False)
    refresh_full(conversation)
    refresh_live(conversation)
    stored, live = latest_landscape(conversation.pk), latest_live(conversation.pk)
    assert stored is not None
    assert live is not None
    assert "1" not in {s.id for s in stored.shown.statements}
    assert "1" in stored.shown.left_out_statements
    assert 1 not in {s.number for s in live.statements}


def test_all_statements_left_out() -> None:
    conversation = cast.conversation(statements=3)
    add_voters(conversation, people=60)
    conversation.statements.update(moderation=Moderation.OUT, is_shown=False)
    assert refresh_full(conversation)
    assert latest_landscape(conversation.pk).is_too_few  # type: ignore[union-attr]
    assert refresh_live(conversation)
    assert latest_live(conversation.pk).statements == ()  # type: ignore[union-attr]


def test_the_model_gets_a_new_version_with_every_result() -> None:
    conversation = cast.conversation(statements=8)
    for seed in range(2):
        add_voters(conversation, people=60, seed=seed)
        refresh_full(conversation)
    assert RoutingModel.objects.get(conversation=conversation).version == 2


def test_the_live_result_equals_the_tallies_roughly() -> None:
    conversation = cast.conversation(statements=4, k=5)
    add_voters(conversation, people=200)
    refresh_live(conversation)
    table, live = vote_table(conversation.pk), latest_live(conversation.pk)
    assert live is not None
    for one in live.statements:
        values = table.value[table.statement == one.number]
        assert abs((values > 0).mean() - one.agree) < 0.11


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 30), st.integers(0, 6), st.sampled_from([(1,), (0,), (1, -1), (1, 0, -1)]), st.integers(0, 9))
def test_whatever_few_votes_there_are_there_is_a_result(
    people: int, statements: int, values: tuple[int, ...], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    cast_votes = rng.random((people, statements)) < 0.7
    person, statement = np.nonzero(cast_votes)
    table = build_vote_table(
        participants=np.arange(people),
        statements=tuple(VotedStatement(str(j), "x") for j in range(statements)),
        participant=person,
        statement=statement,
        value=rng.choice(values, len(person)) if len(person) else person,
        hour=np.zeros(len(person), dtype=np.int64),
    )
    shown, _model = compute_landscape(table, k=10, title="Plein")
    assert shown.participants == (0 if people < 10 or not len(person) else shown.participants)
    assert shown.public


class TinyConversations(TestCase):
    """Through the store, at the closing."""

    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 14), st.integers(0, 3), st.sampled_from([0.0, 0.1, 1.0]))
    def test_closing_always_gives_a_result(self, people: int, statements: int, passes: float) -> None:
        conversation = cast.conversation(statements=statements, state=ConversationState.CLOSED)
        add_voters(conversation, people=people, passes=passes)
        assert refresh_full(conversation)
        assert latest_landscape(conversation.pk) is not None

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the worker's memory equal the table, also when rows become visible late and people leave?"""

from __future__ import annotations

import random
import uuid

import cast
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from voters import add_voters, cast_again, leave

from houvast.engine.landscape.vote_table import VoteTable
from houvast.queries.gather.live_votes import LiveVotes
from houvast.queries.gather.vote_tables import gather_votes
from houvast.store.models import Conversation, Participant, Vote

pytestmark = pytest.mark.django_db


def same(first: VoteTable, second: VoteTable) -> bool:
    return all(
        np.array_equal(getattr(first, name), getattr(second, name))
        for name in ("participants", "indptr", "statement", "value", "hour")
    )


def agrees_with_the_table(live: LiveVotes, conversation: Conversation) -> bool:
    caught, read = live.catch_up(), gather_votes(conversation.pk)
    return same(caught.count(), read.count()) and caught.last_vote >= read.last_vote


def test_new_and_changed_votes_are_taken_in() -> None:
    conversation = cast.conversation()
    live = LiveVotes(conversation.pk)
    assert agrees_with_the_table(live, conversation)
    people = add_voters(conversation, people=5)
    assert agrees_with_the_table(live, conversation)
    for statement in conversation.statements.order_by("number"):
        cast_again(people[0], statement, -1)
    assert agrees_with_the_table(live, conversation)


def test_who_is_erased_is_forgotten() -> None:
    conversation = cast.conversation()
    live = LiveVotes(conversation.pk)
    people = add_voters(conversation, people=5)
    live.catch_up()
    leave(people[2])
    caught = live.catch_up()
    assert 2 not in caught.count().participants
    assert people[2].pk not in caught.rows.participant
    assert agrees_with_the_table(live, conversation)


def test_a_row_that_becomes_visible_late_is_found_within_a_minute() -> None:
    conversation, now = cast.conversation(), [0.0]
    live = LiveVotes(conversation.pk, clock=lambda: now[0])
    (somebody,) = add_voters(conversation, people=1)
    live.catch_up()
    highest = Vote.objects.order_by("-id").values_list("id", flat=True)[0]
    later = cast_again(somebody, conversation.statements.order_by("number")[0], 1)
    Vote.objects.filter(pk=later.pk).update(id=highest + 10)
    live.catch_up()
    _late(somebody, number=1, at=highest + 4)
    now[0] = 30.0
    assert agrees_with_the_table(live, conversation)
    now[0] = 59.0
    _late(somebody, number=2, at=highest + 5)
    assert agrees_with_the_table(live, conversation)


def _late(somebody: Participant, *, number: int, at: int) -> None:
    made = cast_again(somebody, somebody.conversation.statements.get(number=number), -1)
    Vote.objects.filter(pk=made.pk).update(id=at)


def test_a_restart_reads_the_table() -> None:
    conversation = cast.conversation()
    add_voters(conversation, people=6)
    assert agrees_with_the_table(LiveVotes(conversation.pk), conversation)


class AnythingInAnyOrder(TestCase):
    """Votes with ids that become visible in any order, changes and erasures."""

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32), st.integers(1, 40))
    def test_memory_equals_the_table(self, seed: int, count: int) -> None:
        rng = random.Random(seed)
        conversation = cast.conversation(statements=3)
        statements = list(conversation.statements.order_by("number"))
        people = [cast.participant(conversation) for _ in range(4)]
        other = cast.participant(cast.conversation())
        live, base = (
            LiveVotes(conversation.pk),
            (Vote.objects.order_by("-id").values_list("id", flat=True).first() or 0),
        )
        ids = list(range(base + 1, base + count + 1))
        rng.shuffle(ids)
        for number in ids:
            by = rng.choice([*people, other])
            Vote.objects.create(
                id=number, conversation=by.conversation, participant=by, request=uuid.uuid4(), hour=1,
                statement=rng.choice(statements), value=rng.choice([-1, 0, 1]),
            )  # fmt: skip
            if rng.random() < 0.1 and len(people) > 1:
                leave(people.pop())
            if rng.random() < 0.3:
                assert agrees_with_the_table(live, conversation)
        assert agrees_with_the_table(live, conversation)

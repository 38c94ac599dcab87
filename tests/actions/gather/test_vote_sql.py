# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the sentences written by hand say what the tables' own words would say, on both databases?"""

from __future__ import annotations

import uuid

import cast
import pytest
from django.db import transaction

from houvast.actions.gather.vote_sql import (
    COUNTED,
    FIND_BY_KEY,
    PARTICIPANT_COLUMNS,
    add_exposure,
    add_vote,
    count,
    forget_conversations,
    hold_by_key,
    is_offered,
    read_votes,
)
from houvast.domain.conversation import ConversationState
from houvast.store.models import Conversation, Exposure, Participant, Tally, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def dirk() -> Participant:
    forget_conversations()
    return cast.participant(cast.conversation(), batch="markt", language="en")


def hold(somebody: Participant) -> Participant:
    with transaction.atomic():
        held = hold_by_key(str(somebody.key_hash), somebody.conversation.code)
    assert held is not None
    return held


def test_a_participant_is_whole(dirk: Participant) -> None:
    held, read = hold(dirk), Participant.objects.get(pk=dirk.pk)
    for field in Participant._meta.concrete_fields:
        assert getattr(held, field.attname) == getattr(read, field.attname), field.name
    assert {*PARTICIPANT_COLUMNS, "conversation_id"} == {f.attname for f in Participant._meta.concrete_fields}
    assert all(f"p.{column}" in FIND_BY_KEY for column in PARTICIPANT_COLUMNS)
    assert held.is_test is False


def test_the_state_is_read_every_time_though_the_texts_are_kept(dirk: Participant) -> None:
    assert hold(dirk).conversation.state == ConversationState.OPEN
    Conversation.objects.update(state=ConversationState.CLOSED, next_statement_number=77)
    held = hold(dirk).conversation
    assert (held.state, held.next_statement_number, held.title) == ("closed", 77, dirk.conversation.title)


def test_a_wrong_key_or_code_finds_nobody(dirk: Participant) -> None:
    with transaction.atomic():
        assert hold_by_key("x" * 64, dirk.conversation.code) is None
        assert hold_by_key(str(dirk.key_hash), "elders") is None


def test_votes_are_added_and_read_with_their_click(dirk: Participant) -> None:
    first, second = dirk.conversation.statements.order_by("number")[:2]
    click = uuid.uuid4()
    add_vote(dirk, first.pk, 1, hour=5, request=click)
    add_vote(dirk, second.pk, 0, hour=5, request=uuid.uuid4())
    add_vote(dirk, first.pk, -1, hour=6, request=uuid.uuid4())
    assert read_votes(dirk.pk, click) == ({first.pk: -1, second.pk: 0}, True)
    assert read_votes(dirk.pk, uuid.uuid4())[1] is False
    row = Vote.objects.get(request=click)
    assert (row.conversation, row.participant, row.statement, row.value, row.hour) == (
        dirk.conversation, dirk, first, 1, 5,
    )  # fmt: skip


def test_a_showing_counts_once(dirk: Participant) -> None:
    first = dirk.conversation.statements.get(number=0)
    assert [add_exposure(dirk.pk, first.pk, p, hour=5) for p in (0.25, 0.5)] == [True, False]
    assert Exposure.objects.get().probability == 0.25


def test_what_is_offered_here_and_now(dirk: Participant) -> None:
    first, other = dirk.conversation.statements.get(number=0), cast.conversation().statements.get(number=0)
    assert is_offered(first.pk, dirk.conversation_id)
    assert not is_offered(other.pk, dirk.conversation_id)
    dirk.conversation.statements.filter(pk=first.pk).update(is_shown=False)
    assert not is_offered(first.pk, dirk.conversation_id)


def test_every_column_of_a_tally_is_counted(dirk: Participant) -> None:
    assert {*COUNTED, "statement_id"} == {field.attname for field in Tally._meta.concrete_fields}
    first, second = dirk.conversation.statements.order_by("number")[:2]
    count({(second.pk, "shown"): 2, (first.pk, "agree"): 3, (first.pk, "passed"): 1})
    count({(first.pk, "agree"): -1, (first.pk, "disagree"): 1, (second.pk, "shown"): 0})
    assert Tally.objects.filter(pk=first.pk).values_list(*COUNTED).get() == (2, 1, 1, 0)
    assert Tally.objects.filter(pk=second.pk).values_list(*COUNTED).get() == (0, 0, 0, 2)

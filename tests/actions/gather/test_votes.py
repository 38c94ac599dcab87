# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is every vote kept once, does the tally always say what the votes say, and is what was shown logged?"""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from residents import joined
from threads import at_once

from houvast.actions.gather.erasure import erase
from houvast.actions.gather.votes import cast_vote, cast_vote_and_draw, show_asked, show_next
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.errors import NotFound, StateRefused
from houvast.domain.participant_key import hash_key
from houvast.domain.votes import Vote
from houvast.queries.gather.cards import forget_decks
from houvast.queries.gather.routing import forget_offers
from houvast.store.models import Conversation, Exposure, Participant, Statement, Tally
from houvast.store.models import Vote as VoteRow

pytestmark = pytest.mark.django_db
KEY = "k" * 32


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_decks()
    forget_offers()


@pytest.fixture
def open_conversation() -> Conversation:
    return cast.conversation(asks_estimates=False)


@pytest.fixture
def dirk(open_conversation: Conversation) -> Participant:
    return cast.participant(open_conversation, key_hash=hash_key(KEY))


def tally(statement: Statement) -> tuple[int, int, int]:
    found = Tally.objects.get(statement=statement)
    return found.agree, found.passed, found.disagree


def statements(of: Conversation) -> list[Statement]:
    return list(of.statements.order_by("number"))


def vote(by: Participant, on: Statement, value: Vote = Vote.AGREE, request: uuid.UUID | None = None) -> None:
    cast_vote(participant=by, statement_id=on.pk, value=value, request=request or uuid.uuid4())


def test_a_vote_is_a_row_and_a_count(open_conversation: Conversation, dirk: Participant) -> None:
    first = statements(open_conversation)[0]
    vote(dirk, first, Vote.DISAGREE)
    row = VoteRow.objects.get()
    assert (row.participant, row.statement, row.value) == (dirk, first, -1)
    assert tally(first) == (0, 0, 1)


def test_the_same_click_twice_is_one_vote(open_conversation: Conversation, dirk: Participant) -> None:
    first, click = statements(open_conversation)[0], uuid.uuid4()
    vote(dirk, first, Vote.AGREE, click)
    vote(dirk, first, Vote.AGREE, click)
    vote(dirk, first, Vote.DISAGREE, click)  # the click was taken: what it said then counts
    assert (VoteRow.objects.count(), tally(first)) == (1, (1, 0, 0))


def test_a_changed_vote_is_added_and_counted_once(open_conversation: Conversation, dirk: Participant) -> None:
    first = statements(open_conversation)[0]
    for value in (Vote.AGREE, Vote.DISAGREE, Vote.PASS):
        vote(dirk, first, value)
    assert list(VoteRow.objects.order_by("id").values_list("value", flat=True)) == [1, -1, 0]
    assert tally(first) == (0, 1, 0)


@pytest.mark.parametrize(
    "state",
    [ConversationState.DRAFT, ConversationState.REHEARSAL, ConversationState.CLOSED, ConversationState.PUBLISHED],
)
def test_no_vote_unless_the_conversation_is_open(state: ConversationState) -> None:
    conversation = cast.conversation(state=state)
    with pytest.raises(StateRefused):
        vote(cast.participant(conversation), statements(conversation)[0])
    assert not VoteRow.objects.exists()


def test_no_vote_after_the_end_even_when_nobody_closed_it_yet() -> None:
    conversation = cast.conversation(closes_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(StateRefused, match="closed"):
        vote(cast.participant(conversation), statements(conversation)[0])


def test_a_rehearsal_takes_the_votes_of_simulated_residents() -> None:
    conversation = cast.conversation(state=ConversationState.REHEARSAL)
    vote(cast.participant(conversation, mode=Mode.REHEARSAL, is_test=True), statements(conversation)[0])
    assert VoteRow.objects.count() == 1


def test_no_vote_on_what_is_left_out_but_an_earlier_one_may_change(
    open_conversation: Conversation, dirk: Participant
) -> None:
    first, second = statements(open_conversation)[:2]
    vote(dirk, first)
    Statement.objects.filter(pk__in=(first.pk, second.pk)).update(is_shown=False)
    vote(dirk, first, Vote.DISAGREE)
    with pytest.raises(StateRefused):
        vote(dirk, second)
    assert (tally(first), tally(second)) == ((0, 0, 1), (0, 0, 0))


def test_no_vote_on_a_statement_of_another_conversation(dirk: Participant) -> None:
    with pytest.raises(StateRefused):
        vote(dirk, statements(cast.conversation())[0])


def test_no_vote_of_somebody_who_was_erased(open_conversation: Conversation, dirk: Participant) -> None:
    erase(participant=dirk)
    with pytest.raises(NotFound):
        vote(Participant(pk=99_999, conversation=open_conversation), statements(open_conversation)[0])


def test_every_statement_comes_once_and_its_showing_is_logged(
    open_conversation: Conversation, dirk: Participant
) -> None:
    step, seen = show_next(participant=dirk), []
    while step.statement_id is not None:
        seen.append(step.statement_id)
        step = cast_vote_and_draw(
            code=open_conversation.code, key=KEY, statement_id=seen[-1], value=Vote.AGREE, request=uuid.uuid4()
        )
        assert (step.answered, step.previous_id) == (len(seen), seen[-1])
    assert sorted(seen) == [statement.pk for statement in statements(open_conversation)]
    shown = Exposure.objects.filter(participant=dirk)
    assert sorted(shown.values_list("statement_id", flat=True)) == sorted(seen)
    assert all(0 < probability <= 1 for probability in shown.values_list("probability", flat=True))
    assert set(Tally.objects.values_list("agree", "shown")) == {(1, 1)}


def test_a_page_loaded_again_shows_the_same_statement_and_counts_one_showing(dirk: Participant) -> None:
    assert show_next(participant=dirk).statement_id == show_next(participant=dirk).statement_id
    assert (Exposure.objects.count(), sum(Tally.objects.values_list("shown", flat=True))) == (1, 1)


def test_a_repeated_click_leads_to_the_same_next_statement(open_conversation: Conversation, dirk: Participant) -> None:
    first, click = show_next(participant=dirk).statement_id, uuid.uuid4()
    assert first is not None
    answers = {
        cast_vote_and_draw(
            code=open_conversation.code, key=KEY, statement_id=first, value=Vote.PASS, request=click
        ).statement_id
        for _ in range(3)
    }
    assert len(answers) == 1
    assert Exposure.objects.count() == 2


def test_ones_own_statement_comes_first(open_conversation: Conversation, dirk: Participant) -> None:
    own = cast.statement(open_conversation, number=9, text="Er moet een fontein komen.", author=dirk)
    assert show_next(participant=dirk).statement_id == own.pk
    assert Exposure.objects.get(statement=own).probability == 1


def test_a_statement_that_was_asked_for_was_shown_for_certain(
    open_conversation: Conversation, dirk: Participant
) -> None:
    last = statements(open_conversation)[-1]
    show_asked(participant=dirk, statement_id=last.pk)
    show_asked(participant=dirk, statement_id=last.pk)
    assert (Exposure.objects.get(statement=last).probability, Tally.objects.get(statement=last).shown) == (1, 1)
    Statement.objects.filter(pk=last.pk).update(is_shown=False)
    with pytest.raises(StateRefused):
        show_asked(participant=dirk, statement_id=last.pk)


def test_what_was_left_out_a_moment_ago_is_not_shown(open_conversation: Conversation, dirk: Participant) -> None:
    first = show_next(participant=dirk).statement_id
    Statement.objects.filter(conversation=open_conversation).exclude(number=4).update(is_shown=False)
    forget_decks()
    step = show_next(participant=dirk)
    assert first is not None
    assert step.statement_id == statements(open_conversation)[4].pk


def test_every_fifth_vote_asks_for_an_estimate(open_conversation: Conversation) -> None:
    conversation = cast.conversation(statements=7, k=3)
    cast.participant(conversation, key_hash=hash_key(KEY))
    for _ in range(3):
        other = cast.participant(conversation)
        for statement in statements(conversation):
            cast.vote(other, statement, 1)
    asked = [
        cast_vote_and_draw(
            code=conversation.code, key=KEY, statement_id=statement.pk, value=Vote.AGREE, request=uuid.uuid4()
        ).asks_estimate
        for statement in statements(conversation)
    ]
    assert asked == [False, False, False, False, True, False, False]


@pytest.mark.django_db(transaction=True)
def test_the_same_click_at_once_is_one_vote() -> None:
    conversation = cast.conversation()
    _, dirk = joined(conversation)
    first, click = statements(conversation)[0], uuid.uuid4()
    assert at_once([lambda: vote(dirk, first, Vote.AGREE, click)] * 6) == []
    assert (VoteRow.objects.count(), tally(first)) == (1, (1, 0, 0))


@pytest.mark.django_db(transaction=True)
def test_different_votes_of_one_person_at_once_leave_one_count() -> None:
    conversation = cast.conversation()
    _, dirk = joined(conversation)
    first = statements(conversation)[0]
    assert at_once([lambda value=value: vote(dirk, first, value) for value in [*Vote, *Vote]]) == []
    last = VoteRow.objects.order_by("-id").first()
    assert last is not None
    assert VoteRow.objects.count() == 6
    assert tally(first) == tuple(int(last.value == value) for value in (1, 0, -1))


@pytest.mark.django_db(transaction=True)
def test_many_people_at_once_never_wait_for_each_other_in_a_circle() -> None:
    conversation = cast.conversation(statements=3, asks_estimates=False)
    keys = [letter * 32 for letter in "abcdef"]
    for key in keys:
        cast.participant(conversation, key_hash=hash_key(key))

    order = [conversation.statements.get(number=number).pk for number in (2, 0, 1)]

    def vote_on_all(key: str) -> None:
        for pk in order:
            click = uuid.uuid5(uuid.NAMESPACE_OID, f"{key} {pk}")
            cast_vote_and_draw(code=conversation.code, key=key, statement_id=pk, value=Vote.AGREE, request=click)

    assert at_once([lambda key=key: vote_on_all(key) for key in keys]) == []
    assert [tally(statement) for statement in statements(conversation)] == [(6, 0, 0)] * 3
    shown = Counter(Exposure.objects.values_list("statement_id", flat=True))
    assert dict(Tally.objects.filter(shown__gt=0).values_list("statement_id", "shown")) == shown

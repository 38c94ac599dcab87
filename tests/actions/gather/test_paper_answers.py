# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ballots typed over: whole or not at all, once, and taken back."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from uuid import uuid4

import cast
import pytest
from django.db import connection, transaction
from threads import at_once

from houvast.actions.gather.answering import hold_conversation
from houvast.actions.gather.paper_answers import (
    BallotFileRejected,
    PaperBallot,
    PaperFile,
    PaperPile,
    enter_ballot,
    enter_file,
    name_pile,
    undo_last,
)
from houvast.actions.gather.votes import cast_vote
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState, Mode, Origin
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation, Vote
from houvast.queries.gather.paper_entry import ballot_number
from houvast.store.models import (
    AuditRecord,
    Conversation,
    Erasure,
    Exposure,
    Participant,
    StaffMember,
    Statement,
    Tally,
)
from houvast.store.models import Vote as VoteRow

pytestmark = pytest.mark.django_db
PILE = PaperPile(Mode.PAPER, "bibliotheek")
ANSWERS = {0: Vote.AGREE, 2: Vote.DISAGREE, 4: Vote.PASS}


def ballot(**fields: object) -> PaperBallot:
    return PaperBallot(**{"answers": ANSWERS, "request": uuid4(), "has_consent": True, **fields})


def enter(conversation: Conversation, by: StaffMember | None = None, **fields: object) -> Participant:
    return enter_ballot(conversation=conversation, pile=PILE, ballot=ballot(**fields), by=by or cast.staff())


def counts(conversation: Conversation) -> list[tuple[int, int, int, int]]:
    tallies = Tally.objects.filter(statement__conversation=conversation).order_by("statement__number")
    return [(t.agree, t.disagree, t.passed, t.shown) for t in tallies]


def test_a_ballot_is_a_participant_with_its_mode_and_pile() -> None:
    conversation = cast.conversation()
    made = enter(conversation)
    assert (made.mode, made.batch, made.entered_by, made.is_test) == (Mode.PAPER, "bibliotheek", cast.staff(), False)
    votes = VoteRow.objects.filter(participant=made).order_by("statement__number")
    assert list(votes.values_list("statement__number", "value")) == [(0, 1), (2, -1), (4, 0)]
    assert counts(conversation) == [(1, 0, 0, 1), (0, 0, 0, 0), (0, 1, 0, 1), (0, 0, 0, 0), (0, 0, 1, 1)]
    assert Exposure.objects.filter(participant=made, probability=1.0).count() == 3


def test_a_form_sent_twice_is_one_ballot() -> None:
    conversation, request = cast.conversation(), uuid4()
    first = enter(conversation, request=request)
    assert enter(conversation, request=request).pk == first.pk
    assert (conversation.participants.count(), VoteRow.objects.count()) == (1, 3)


def test_the_same_answers_again_need_a_word() -> None:
    conversation = cast.conversation()
    enter(conversation)
    with pytest.raises(FieldRejected) as refused:
        enter(conversation)
    assert refused.value.field == "is_another"
    enter(conversation, is_another=True)
    enter(conversation, answers={0: Vote.AGREE})
    elsewhere = replace(PILE, batch="weekmarkt", mode=Mode.STREET)
    enter_ballot(conversation=conversation, pile=elsewhere, ballot=ballot(), by=cast.staff())
    assert conversation.participants.count() == 4


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"has_consent": False}, "consent"),
        ({"answers": {}}, "answers"),
        ({"answers": {0: Vote.AGREE, 77: Vote.AGREE}}, "answers"),
        ({"own": ("Bel mij op 06-12345678.",)}, "own_0"),
    ],
)
def test_a_wrong_ballot_leaves_nothing_behind(fields: dict[str, object], field: str) -> None:
    conversation = cast.conversation()
    with pytest.raises(FieldRejected) as refused:
        enter(conversation, **fields)
    assert refused.value.field == field
    assert (Participant.objects.count(), VoteRow.objects.count(), Statement.objects.count()) == (0, 0, 5)
    assert counts(conversation) == [(0, 0, 0, 0)] * 5
    assert not AuditRecord.objects.exists()


def test_a_refused_statement_takes_its_ballot_with_it() -> None:
    with pytest.raises(PersonDataRejected):
        enter(cast.conversation(), own=("Er moeten meer bankjes komen.", "Mail naar jan@voorbeeld.nl."))
    assert Participant.objects.count() == 0


def test_own_statements_wait_for_a_moderator() -> None:
    conversation = cast.conversation()
    made = enter(conversation, own=("Er moeten meer bankjes komen.",))
    statement = Statement.objects.get(author=made)
    assert (statement.origin, statement.moderation, statement.is_shown) == (Origin.RESIDENT, Moderation.OPEN, False)


def test_an_own_statement_that_is_there_already_is_told() -> None:
    conversation = cast.conversation(statements=0, next_statement_number=1)
    cast.statement(conversation, number=0, text="Er moeten meer bankjes komen op het plein.")
    own = ("Er moeten meer bankjes komen op het plein!",)
    with pytest.raises(FieldRejected, match="statement 0") as refused:
        enter(conversation, answers={}, own=own)
    assert refused.value.field == "is_new"
    enter(conversation, answers={}, own=own, is_new=True)
    assert conversation.statements.count() == 2


def test_only_while_open_and_only_by_those_who_may() -> None:
    with pytest.raises(StateRefused):
        enter(cast.conversation(state=ConversationState.CLOSED))
    with pytest.raises(PermissionRefused):
        enter(cast.conversation(), by=cast.staff(Role.COMMUNICATION))


def test_a_pile_has_the_name_of_a_place() -> None:
    conversation = cast.conversation()
    assert name_pile(conversation=conversation, mode=Mode.STREET, batch="  weekmarkt ") == "weekmarkt"
    with pytest.raises(FieldRejected):
        name_pile(conversation=conversation, mode=Mode.ONLINE, batch="weekmarkt")
    with pytest.raises(PersonDataRejected):
        name_pile(conversation=conversation, mode=Mode.PAPER, batch="bij Kerkstraat 12")


def test_the_last_ballot_can_be_taken_back_once() -> None:
    conversation = cast.conversation()
    first = enter(conversation, answers={1: Vote.AGREE})
    last = enter(conversation, own=("Er moeten meer bankjes komen.",))
    number = ballot_number(last)
    with pytest.raises(StateRefused):
        undo_last(conversation=conversation, number=ballot_number(first), by=cast.staff())
    with pytest.raises(StateRefused):
        undo_last(conversation=conversation, number=number, by=cast.staff(Role.PROFESSIONAL))
    undo_last(conversation=conversation, number=number, by=cast.staff())
    with pytest.raises(StateRefused):
        undo_last(conversation=conversation, number=number, by=cast.staff())
    assert list(conversation.participants.values_list("number", flat=True)) == [first.number]
    assert counts(conversation)[:5] == [(0, 0, 0, 0), (1, 0, 0, 1), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)]
    assert Erasure.objects.get().votes == 3
    assert Statement.objects.get(origin=Origin.RESIDENT).text == ""


@pytest.mark.parametrize("state", [ConversationState.CLOSED, ConversationState.PUBLISHED])
def test_no_ballot_is_taken_back_after_the_end(state: ConversationState) -> None:
    conversation = cast.conversation()
    last = enter(conversation)
    Conversation.objects.update(state=state)
    with pytest.raises(StateRefused):
        undo_last(conversation=conversation, number=ballot_number(last), by=cast.staff())
    assert (Participant.objects.count(), Erasure.objects.count()) == (1, 0)


def test_a_file_comes_in_whole_and_once() -> None:
    conversation = cast.conversation()
    file = PaperFile(b"ballot,statement,vote\n1,0,e\n1,1,o\n2,0,w\n3,0,\n", uuid4(), has_consent=True)
    enter = {"conversation": conversation, "pile": PILE, "by": cast.staff()}
    assert enter_file(**enter, file=file) == 2
    assert enter_file(**enter, file=file) == 2
    assert counts(conversation)[:2] == [(1, 0, 1, 2), (0, 1, 0, 1)]
    with pytest.raises(FieldRejected, match="2 of these ballots"):
        enter_file(**enter, file=replace(file, request=uuid4()))
    enter_file(**enter, file=replace(file, request=uuid4(), is_another=True))
    assert conversation.participants.count() == 4


def test_a_file_with_a_fault_leaves_nothing_behind() -> None:
    conversation = cast.conversation()
    file = PaperFile(b"ballot,statement,vote\n1,0,e\n2,99,e\n", uuid4(), has_consent=True)
    with pytest.raises(BallotFileRejected) as refused:
        enter_file(conversation=conversation, pile=PILE, file=file, by=cast.staff())
    assert [fault.line for fault in refused.value.faults] == [3]
    assert Participant.objects.count() == 0
    with pytest.raises(FieldRejected) as refused_consent:
        enter_file(conversation=conversation, pile=PILE, file=replace(file, has_consent=False), by=cast.staff())
    assert refused_consent.value.field == "consent"


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_twice_at_once_is_one_ballot() -> None:
    conversation, by, request = cast.conversation(), cast.staff(), uuid4()
    made: list[int] = []
    assert at_once([lambda: made.append(enter(conversation, by, request=request).pk)] * 2) == []
    assert len(made) == 2
    assert len(set(made)) == 1
    assert VoteRow.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_ballots_and_votes_of_residents_go_on_beside_each_other() -> None:
    """Both touch the same tallies: where one waits for the other and the other for it, the database breaks one off."""
    conversation, by, rounds = cast.conversation(statements=2, next_participant_number=3), cast.staff(), 12
    people = [cast.participant(conversation) for _ in range(3)]
    statements = list(conversation.statements.order_by("pk").values_list("pk", flat=True))

    def type_over() -> None:
        for _ in range(rounds):
            given = {"answers": {0: Vote.AGREE, 1: Vote.DISAGREE}, "is_another": True, "request": uuid4()}
            enter(conversation, by, **given)

    def answer(somebody: Participant) -> None:
        for turn in range(rounds):
            for pk in statements:
                value = (Vote.AGREE, Vote.DISAGREE)[turn % 2]
                cast_vote(participant=somebody, statement_id=pk, value=value, request=uuid4())

    assert at_once([type_over, *(partial(answer, somebody) for somebody in people)]) == []
    assert conversation.participants.count() == rounds + 3
    assert VoteRow.objects.count() == rounds * 2 * 4


@pytest.mark.django_db(transaction=True)
def test_a_held_conversation_keeps_no_vote_waiting() -> None:
    conversation = cast.conversation()
    somebody, first = cast.participant(conversation), conversation.statements.get(number=0)
    done = threading.Event()

    def answer() -> None:
        try:
            cast_vote(participant=somebody, statement_id=first.pk, value=Vote.AGREE, request=uuid4())
            done.set()
        finally:
            connection.close()

    thread = threading.Thread(target=answer)
    if connection.vendor == "sqlite":  # one writer at a time, whatever is held
        thread.start()
        thread.join(timeout=30)
    else:
        with transaction.atomic():
            hold_conversation(conversation.pk)
            thread.start()
            thread.join(timeout=10)
    assert done.is_set()

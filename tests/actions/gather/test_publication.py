# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a result go out only when it may, with a reading, and stay as it went out?"""

from __future__ import annotations

import cast
import pytest
from snapshots import full_snapshot
from voters import add_voters

from houvast.actions.gather.landscapes import refresh_full
from houvast.actions.gather.publication import publish, publish_reading
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.queries.gather.landscapes import read_landscape
from houvast.queries.gather.publications import publication_of
from houvast.queries.gather.readings import draft_of, read_reading
from houvast.store.models import AuditRecord, Conversation, Erasure, LandscapeSnapshot, Publication

pytestmark = pytest.mark.django_db
READING = "Bijna iedereen die meedeed wil meer groen."


def closed() -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
    return conversation


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COMMUNICATION])
def test_a_closed_and_counted_conversation_is_published(role: Role) -> None:
    conversation = closed()
    snapshot = full_snapshot(conversation)
    made = publish(conversation=conversation, reading=READING, by=cast.staff(role))
    conversation.refresh_from_db()
    assert (made.snapshot, made.reading, made.by) == (snapshot, READING, cast.staff(role))
    assert (conversation.state, conversation.published_at) == ("published", made.at)
    assert AuditRecord.objects.get().action == "conversation.publish"


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.READER, Role.MANAGER])
def test_others_may_not_publish(role: Role) -> None:
    conversation = closed()
    full_snapshot(conversation)
    with pytest.raises(PermissionRefused):
        publish(conversation=conversation, reading=READING, by=cast.staff(role))
    assert not Publication.objects.exists()


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL, ConversationState.OPEN])
def test_only_a_closed_conversation_is_published(state: ConversationState) -> None:
    conversation = cast.conversation(state=state)
    full_snapshot(conversation)
    with pytest.raises(StateRefused, match="Close the conversation"):
        publish(conversation=conversation, reading=READING, by=cast.staff())


def test_not_before_the_last_vote_is_counted() -> None:
    conversation = closed()
    with pytest.raises(StateRefused, match="still being computed"):
        publish(conversation=conversation, reading=READING, by=cast.staff())
    full_snapshot(conversation)
    for _ in range(10):
        cast.vote(cast.participant(conversation), conversation.statements.get(number=1), -1)
    with pytest.raises(StateRefused, match="still being computed"):
        publish(conversation=conversation, reading=READING, by=cast.staff())


def test_not_before_k_erasures_are_taken_out_and_fewer_stay_in() -> None:
    conversation = closed()
    snapshot = full_snapshot(conversation)
    for former in range(10):
        Erasure.objects.create(conversation=conversation, former_participant=former, votes=3, hour=1)
    with pytest.raises(StateRefused, match="still being computed"):
        publish(conversation=conversation, reading=READING, by=cast.staff())
    Erasure.objects.filter(former_participant=0).delete()
    assert publish(conversation=conversation, reading=READING, by=cast.staff()).snapshot == snapshot


def test_a_statement_that_was_left_out_before_is_not_published() -> None:
    conversation = closed()
    add_voters(conversation, people=60)
    refresh_full(conversation)
    counted = LandscapeSnapshot.objects.get(conversation=conversation)
    assert "1" in {statement.id for statement in read_landscape(counted.content).statements}
    conversation.statements.filter(number=1).update(moderation=Moderation.OUT, is_shown=False)
    made = publish(conversation=conversation, reading=READING, by=cast.staff())
    shown = read_landscape(made.snapshot.content)
    assert "1" not in {statement.id for statement in shown.statements}
    assert (made.snapshot.at, made.snapshot.last_vote) == (counted.at, counted.last_vote)
    conversation.statements.filter(number=2).update(moderation=Moderation.OUT, is_shown=False)
    assert "2" in {s.id for s in read_landscape(publication_of(conversation.pk).snapshot.content).statements}


def test_a_new_reading_keeps_the_old_one_and_the_figures() -> None:
    conversation = closed()
    snapshot = full_snapshot(conversation)
    first = publish(conversation=conversation, reading=READING, by=cast.staff())
    Erasure.objects.create(conversation=conversation, former_participant=99, votes=3, hour=1)
    full_snapshot(conversation)
    second = publish(conversation=conversation, reading="Bij nader inzien.", by=cast.staff())
    conversation.refresh_from_db()
    assert Publication.objects.count() == 2
    assert (second.snapshot, second.perception) == (snapshot, first.perception)
    assert (conversation.state, conversation.published_at) == ("published", first.at)


@pytest.mark.parametrize("reading", ["", "  \n "])
def test_never_without_a_reading(reading: str) -> None:
    conversation = closed()
    full_snapshot(conversation)
    with pytest.raises(FieldRejected):
        publish(conversation=conversation, reading=reading, by=cast.staff())


def test_a_reading_in_parts_says_which_part_is_wrong_and_comes_back_in_parts() -> None:
    conversation = closed()
    full_snapshot(conversation)
    parts = {"binds": "Het groen.\n\nEn het toilet.", "divides": "De auto.", "unknown": "De jongeren."}
    for field, text in (("divides", ""), ("unknown", "Bel 06-12345678.")):
        with pytest.raises(FieldRejected) as refused:
            publish_reading(conversation=conversation, by=cast.staff(), **{**parts, field: text})
        assert refused.value.field == field
    made = publish_reading(conversation=conversation, by=cast.staff(), further="Wij gaan verder.", **parts)
    assert [part.heading for part in read_reading(made.reading)] == [
        "Wat bindt",
        "Wat verdeelt",
        "Wat wij niet weten",
        "Wat verder telt",
    ]
    assert draft_of(made.reading) == {**parts, "further": "Wij gaan verder."}


def test_personal_data_stops_a_publication() -> None:
    conversation = closed()
    full_snapshot(conversation)
    with pytest.raises(PersonDataRejected):
        publish(conversation=conversation, reading="Mail naar piet@noorderhaaks.example.", by=cast.staff())
    conversation.refresh_from_db()
    assert conversation.state == "closed"

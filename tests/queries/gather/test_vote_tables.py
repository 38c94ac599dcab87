# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the table what people last answered, and nobody's rehearsal?"""

from __future__ import annotations

import cast
import pytest
from voters import cast_again

from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.votes import Moderation
from houvast.engine.landscape.vote_table import VoteTable
from houvast.queries.gather.vote_tables import gather_votes, vote_table

pytestmark = pytest.mark.django_db


def votes_in(table: VoteTable) -> dict[tuple[int, str], int]:
    names = [table.statements[j].id for j in table.statement]
    pairs = zip(table.participants[table.rows()].tolist(), names, strict=True)
    return dict(zip(pairs, table.value.tolist(), strict=True))


def test_the_last_vote_counts() -> None:
    conversation = cast.conversation(statements=3)
    first, second, third = conversation.statements.order_by("number")
    somebody, other, _silent = (cast.participant(conversation) for _ in range(3))
    cast_again(somebody, second, 1)
    cast_again(somebody, first, -1)
    cast_again(other, third, 0)
    cast_again(somebody, second, -1)
    table = vote_table(conversation.pk)
    assert votes_in(table) == {(0, "0"): -1, (0, "1"): -1, (1, "2"): 0}
    assert table.participants.tolist() == [0, 1]
    assert table.hour is not None
    assert [s.text for s in table.statements] == [first.text, second.text, third.text]
    assert all(s.is_seed for s in table.statements)


def test_previews_and_rehearsals_do_not_count_but_in_the_rehearsal() -> None:
    conversation = cast.conversation(statements=2)
    one = conversation.statements.first()
    assert one is not None
    cast_again(cast.participant(conversation, is_test=True), one, 1)
    cast_again(cast.participant(conversation), one, -1)
    assert votes_in(vote_table(conversation.pk)) == {(1, "0"): -1}
    conversation.state = ConversationState.REHEARSAL
    conversation.save()
    cast.statement(conversation, number=2, text="Verzonnen.", is_rehearsal=True)
    table = vote_table(conversation.pk)
    assert votes_in(table) == {(0, "0"): 1}
    assert len(table.statements) == 3


def test_ways_of_answering_can_be_taken_apart() -> None:
    conversation = cast.conversation(statements=1)
    one = conversation.statements.get()
    for mode, value in ((Mode.ONLINE, 1), (Mode.PAPER, -1), (Mode.STREET, 0)):
        cast_again(cast.participant(conversation, mode=mode), one, value)
    assert votes_in(vote_table(conversation.pk, modes=frozenset({Mode.PAPER, Mode.STREET}))) == {
        (1, "0"): -1,
        (2, "0"): 0,
    }


def test_left_out_statements_are_marked_and_waiting_ones_are_not_there() -> None:
    conversation = cast.conversation(statements=1)
    cast.statement(conversation, number=1, text="Eruit.", moderation=Moderation.OUT, is_shown=False)
    cast.statement(conversation, number=2, text="Wacht.", moderation=Moderation.OPEN, is_shown=False)
    cast.statement(conversation, number=3, text="Achteraf.", moderation=Moderation.OPEN, is_shown=True)
    table = vote_table(conversation.pk)
    assert [(s.id, s.moderation) for s in table.statements] == [
        ("0", Moderation.IN), ("1", Moderation.OUT), ("3", Moderation.OPEN)
    ]  # fmt: skip
    assert table.n_participants == 0


def test_votes_of_somebody_who_is_gone_do_not_count() -> None:
    conversation = cast.conversation(statements=1)
    one = conversation.statements.get()
    stays, goes = cast.participant(conversation), cast.participant(conversation)
    cast_again(stays, one, 1)
    gathered_before = [cast_again(goes, one, -1).pk]
    goes.delete()
    gathered = gather_votes(conversation.pk)
    assert votes_in(gathered.count()) == {(0, "0"): 1}
    assert gathered.last_vote < gathered_before[0]

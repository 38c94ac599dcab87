# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are votes read once each, in order, in whatever pieces?"""

from __future__ import annotations

import cast
import pytest
from voters import add_voters

from houvast.queries.gather import vote_rows
from houvast.queries.gather.vote_rows import read_votes_after, read_votes_by_id, read_votes_of
from houvast.store.models import Vote

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_pieces_do_not_matter(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    conversation, other = cast.conversation(), cast.conversation()
    add_voters(conversation, people=4)
    add_voters(other, people=3)
    monkeypatch.setattr(vote_rows, "PIECE", piece)
    rows = read_votes_after(conversation.pk)
    expected = list(Vote.objects.filter(conversation=conversation).order_by("id").values_list("id", "value", "hour"))
    assert list(zip(rows.id.tolist(), rows.value.tolist(), rows.hour.tolist(), strict=True)) == expected
    assert len(read_votes_after(conversation.pk, after=expected[-3][0])) == 2


def test_rows_by_id_and_of_one_person() -> None:
    conversation = cast.conversation()
    first, second = add_voters(conversation, people=2)
    ids = list(Vote.objects.filter(participant=second).order_by("id").values_list("id", flat=True))
    assert read_votes_by_id(ids[::-1]).id.tolist() == ids
    assert read_votes_of(second.pk).id.tolist() == ids
    assert set(read_votes_of(first.pk).participant.tolist()) == {first.pk}


def test_a_conversation_without_votes_has_no_rows() -> None:
    assert len(read_votes_after(cast.conversation().pk)) == 0

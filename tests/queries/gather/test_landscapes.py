# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the newest result read back as it was, without what was left out since?"""

from __future__ import annotations

import cast
import pytest
from voters import add_voters

from houvast.actions.gather.landscapes import refresh_full, refresh_live
from houvast.domain.conversation import ConversationState
from houvast.domain.votes import Moderation
from houvast.queries.gather.landscapes import latest_landscape, latest_live, read_landscape, write_result
from houvast.store.models import Conversation, LandscapeSnapshot

pytestmark = pytest.mark.django_db


def computed(**fields: object) -> Conversation:
    conversation = cast.conversation(statements=8, **fields)
    add_voters(conversation, people=120)
    refresh_full(conversation)  # for the places
    refresh_live(conversation)
    conversation.state = ConversationState.CLOSED
    conversation.save()
    refresh_full(conversation)
    return conversation


def test_a_whole_result() -> None:
    conversation = computed()
    stored = latest_landscape(conversation.pk)
    assert stored is not None
    assert (stored.participants, stored.is_too_few) == (120, False)
    assert stored.votes == stored.shown.votes
    assert stored.snapshot_id == LandscapeSnapshot.objects.get(conversation=conversation, kind="full").pk
    assert stored.shown.public
    assert stored.shown.people is None
    assert read_landscape(write_result(stored.shown)) == stored.shown
    assert latest_landscape(conversation.pk).shown is stored.shown  # type: ignore[union-attr]


def test_a_live_result() -> None:
    live = latest_live(computed().pk)
    assert live is not None
    assert live.people == 120
    assert {s.number for s in live.statements} <= set(range(8))
    assert all(s.people % live.k == 0 for s in live.statements)
    assert live.places is not None


def test_what_was_left_out_since_is_told_no_more() -> None:
    conversation = computed()
    conversation.statements.filter(number=2).update(moderation=Moderation.OUT, is_shown=False)
    live, stored = latest_live(conversation.pk), latest_landscape(conversation.pk)
    assert live is not None
    assert stored is not None
    assert 2 not in {s.number for s in live.statements}
    assert 2 not in {*live.binds, *live.divides}
    assert "2" not in {s.id for s in stored.shown.statements}
    assert {s.id: s.text for s in stored.shown.statements}["3"] != ""


def test_texts_of_live_results_are_those_of_now() -> None:
    conversation = computed()
    conversation.statements.filter(number=3).update(text="Verbeterd.")
    live = latest_live(conversation.pk)
    assert live is not None
    assert {s.number: s.text for s in live.statements}[3] == "Verbeterd."


def test_nothing_yet() -> None:
    pk = cast.conversation().pk
    assert latest_landscape(pk) is None
    assert latest_live(pk) is None

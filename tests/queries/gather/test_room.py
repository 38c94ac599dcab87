# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the big screen show one statement at a time, going round, and nothing that is not public?"""

from __future__ import annotations

import cast
import pytest
from snapshots import live_result, live_snapshot

from houvast.domain.conversation import ConversationState
from houvast.queries.gather.room import room_page, short_link

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("place", "kind", "previous", "following"), [(0, "binds", 1, 1), (1, "divides", 0, 0)])
def test_one_statement_at_a_time_and_round_again(place: int, kind: str, previous: int, following: int) -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    page = room_page(conversation.code, place=place, language="nl")
    assert (page.item.kind, page.place, page.places) == (kind, place, 2)
    assert (page.previous, page.next) == (previous, following)
    assert room_page(conversation.code, place=place + 2, language="nl").item == page.item


def test_people_are_rounded_down_and_nobody_is_counted_out() -> None:
    conversation = cast.conversation()
    for _ in range(7):
        cast.participant(conversation)
    assert room_page(conversation.code, place=0, language="nl").people == 0
    live_snapshot(conversation, live_result(conversation))
    assert room_page(conversation.code, place=0, language="nl").people == 50


def test_joining_is_offered_while_it_is_open() -> None:
    assert room_page(cast.conversation().code, place=0, language="nl").is_open
    closed = cast.conversation(state=ConversationState.CLOSED)
    assert not room_page(closed.code, place=3, language="nl").is_open


def test_the_link_is_short_enough_to_type_over() -> None:
    assert short_link("plein") == "localhost:8000/g/plein"

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may a conversation become, which way is its text written, and when is a statement put to people?"""

from __future__ import annotations

from itertools import product

import pytest

from houvast.domain.conversation import (
    TRANSITIONS,
    ConversationState,
    ModerationTiming,
    Origin,
    is_offered,
    may_follow,
    writing_direction,
)
from houvast.domain.votes import Moderation

DRAFT, REHEARSAL, OPEN, CLOSED, PUBLISHED = ConversationState


def reachable(start: ConversationState) -> set[ConversationState]:
    """All that a conversation may still become."""
    found: set[ConversationState] = set()
    todo = [start]
    while todo:
        fresh = TRANSITIONS[todo.pop()] - found
        found |= fresh
        todo.extend(fresh)
    return found


def test_every_state_says_what_may_follow() -> None:
    assert set(TRANSITIONS) == set(ConversationState)


def test_a_draft_can_become_anything() -> None:
    assert reachable(DRAFT) == set(ConversationState)


def test_what_residents_saw_never_becomes_a_draft_again() -> None:
    for seen in (OPEN, CLOSED, PUBLISHED):
        assert not reachable(seen) & {DRAFT, REHEARSAL}


def test_published_is_the_end() -> None:
    assert not any(may_follow(PUBLISHED, then) for then in ConversationState)


@pytest.mark.parametrize(("now", "then"), [(REHEARSAL, OPEN), (OPEN, PUBLISHED), (DRAFT, CLOSED), (DRAFT, PUBLISHED)])
def test_no_step_is_skipped(now: ConversationState, then: ConversationState) -> None:
    assert not may_follow(now, then)


def test_a_closed_conversation_can_open_again() -> None:
    assert may_follow(OPEN, CLOSED)
    assert may_follow(CLOSED, OPEN)


@pytest.mark.parametrize("state", list(ConversationState))
def test_nothing_follows_itself(state: ConversationState) -> None:
    assert not may_follow(state, state)


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("nl", "ltr"),
        ("tr", "ltr"),
        ("ar", "rtl"),
        ("ar-MA", "rtl"),
        ("AR", "rtl"),
        ("fa", "rtl"),
        ("arn", "ltr"),  # Mapudungun begins like Arabic
        ("ckb", "rtl"),
    ],
)
def test_the_direction_goes_by_the_language_alone(language: str, direction: str) -> None:
    assert writing_direction(language) == direction


@pytest.mark.parametrize(("timing", "origin"), list(product(ModerationTiming, Origin)))
def test_a_decision_is_final_whatever_the_timing_and_the_origin(timing: ModerationTiming, origin: Origin) -> None:
    assert is_offered(Moderation.IN, timing, origin)
    assert not is_offered(Moderation.OUT, timing, origin)


@pytest.mark.parametrize(
    ("timing", "origin", "offered"),
    [
        (ModerationTiming.BEFORE, Origin.RESIDENT, False),
        (ModerationTiming.BEFORE, Origin.IMPORTED, False),
        (ModerationTiming.BEFORE, Origin.MUNICIPALITY, True),
        (ModerationTiming.AFTER, Origin.RESIDENT, True),
        (ModerationTiming.AFTER, Origin.IMPORTED, True),
        (ModerationTiming.AFTER, Origin.MUNICIPALITY, True),
    ],
)
def test_without_a_decision_the_timing_says_whether_others_see_it(
    timing: ModerationTiming, origin: Origin, offered: bool
) -> None:
    assert is_offered(Moderation.OPEN, timing, origin) is offered

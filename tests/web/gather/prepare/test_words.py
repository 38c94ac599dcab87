# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from django.utils import translation

from houvast.actions.gather.rehearsal import Shape
from houvast.domain.conversation import ConversationState, ModerationTiming, Origin
from houvast.queries.gather.preparation import checks_before_opening
from houvast.store.models import Conversation
from houvast.web.gather.prepare.words import (
    CHECK_WORDS,
    ORIGIN_WORDS,
    SHAPE_WORDS,
    STATE_KINDS,
    STATE_WORDS,
    TIMING_WORDS,
)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ConversationState, STATE_WORDS),
        (ConversationState, STATE_KINDS),
        (ModerationTiming, TIMING_WORDS),
        (Origin, ORIGIN_WORDS),
        (Shape, SHAPE_WORDS),
    ],
)
def test_there_are_words_for_each(kind: type, words: dict[object, object]) -> None:
    assert set(words) == set(kind)  # type: ignore[call-overload]


@pytest.mark.django_db
def test_every_check_is_said() -> None:
    conversation = Conversation.objects.create(code="leeg", title="Leeg")
    assert {item.code for item in checks_before_opening(conversation)} == set(CHECK_WORDS)


def test_states_of_conversations_have_dutch_words() -> None:
    with translation.override("nl"):
        assert str(STATE_WORDS[ConversationState.REHEARSAL]) == "Oefening"

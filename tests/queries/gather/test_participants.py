# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is somebody known by their key alone, and only in their own conversation?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.participation import join
from houvast.domain.conversation import Mode
from houvast.domain.participant_key import new_token, personal_key
from houvast.queries.gather.participants import conversations_of, find_participant

pytestmark = pytest.mark.django_db


def test_a_key_opens_one_conversation() -> None:
    here, there, token = cast.conversation(), cast.conversation(), new_token()
    key = personal_key(token, here.code)
    dirk = join(conversation=here, key=key, mode=Mode.ONLINE)
    assert find_participant(here.code, key) == dirk
    assert find_participant(there.code, key) is None
    assert find_participant(there.code, personal_key(token, there.code)) is None


@pytest.mark.parametrize("key", ["", "x", "A" * 32, "a" * 31, "0" * 32, "é" * 32])
def test_what_is_no_key_opens_nothing(key: str) -> None:
    conversation = cast.conversation()
    cast.participant(conversation)
    assert find_participant(conversation.code, key) is None


def test_the_conversations_of_a_device() -> None:
    token = new_token()
    taken = [cast.conversation(code=code) for code in ("b-plein", "a-park")]
    cast.conversation(code="c-straat")
    for conversation in taken:
        join(conversation=conversation, key=personal_key(token, conversation.code), mode=Mode.ONLINE)
    assert conversations_of(token) == ("a-park", "b-plein")
    assert conversations_of(new_token()) == ()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a token lead only to its own participation, in its own conversation?"""

from __future__ import annotations

import cast
import pytest
from django.test import RequestFactory
from django.urls import ResolverMatch

from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.web.api.bearer import ParticipantBearer, bearer_of

pytestmark = pytest.mark.django_db


def test_the_participant_of_the_token_in_the_conversation_of_the_address(rf: RequestFactory) -> None:
    here, there = cast.conversation(), cast.conversation()
    key = personal_key(new_token(), here.code)
    somebody = cast.participant(here, key_hash=hash_key(key))
    for code, found in ((here.code, somebody), (there.code, None)):
        request = rf.get("/")
        request.resolver_match = ResolverMatch(lambda: None, (), {"code": code})
        assert ParticipantBearer().authenticate(request, key) == found


def test_nobody_without_an_address(rf: RequestFactory) -> None:
    assert ParticipantBearer().authenticate(rf.get("/"), "a" * 32) is None


def test_a_call_that_was_not_let_in_has_no_bearer(rf: RequestFactory) -> None:
    with pytest.raises(AssertionError):
        bearer_of(rf.get("/"))

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a device known by one random token alone, given only after a yes, and taken back when it has no more use?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse
from residents import TOKEN_COOKIE, joined

from houvast.store.models import Participant

pytestmark = pytest.mark.django_db


def test_no_cookie_before_the_yes_but_the_one_that_guards_forms() -> None:
    conversation, visitor = cast.conversation(), Client()
    for name in ("intro", "about"):
        visitor.get(reverse(f"resident:{name}", args=[conversation.code]))
    assert set(visitor.cookies) <= {"csrftoken"}


def test_one_token_for_all_conversations_that_scripts_and_other_sites_cannot_read() -> None:
    visitor = Client()
    for conversation in (cast.conversation(), cast.conversation()):
        visitor.post(reverse("resident:join", args=[conversation.code]))
        cookie = visitor.cookies[TOKEN_COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert len(cookie.value) >= 40
    assert Participant.objects.count() == 2
    hashes = set(Participant.objects.values_list("key_hash", flat=True))
    assert len(hashes) == 2
    assert cookie.value not in hashes


def test_the_token_goes_with_the_last_participation() -> None:
    here, there = cast.conversation(), cast.conversation()
    visitor, _ = joined(here)
    visitor.post(reverse("resident:join", args=[there.code]))
    visitor.post(reverse("resident:erase", args=[here.code]))
    assert visitor.cookies[TOKEN_COOKIE].value != ""
    visitor.post(reverse("resident:erase", args=[there.code]))
    assert visitor.cookies[TOKEN_COOKIE].value == ""


@pytest.mark.parametrize("name", ["vote", "my-page", "statement-new", "background", "erase"])
def test_pages_for_one_reader_are_kept_nowhere_and_tell_no_address(name: str) -> None:
    conversation = cast.conversation()
    visitor, _ = joined(conversation)
    answer = visitor.get(reverse(f"resident:{name}", args=[conversation.code]))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "strict-origin"

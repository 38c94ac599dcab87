# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Residents at the door, in tests: a browser that joined, the forms it sends."""

from __future__ import annotations

import re
import uuid

from django.test import Client

from houvast.actions.gather.participation import join
from houvast.domain.conversation import Mode
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.store.models import Conversation, Participant, Statement

TOKEN_COOKIE = "houvast"


def joined(conversation: Conversation, **fields: object) -> tuple[Client, Participant]:
    """A browser whose owner said yes, and who that is in the store."""
    browser, token = Client(), new_token()
    browser.cookies[TOKEN_COOKIE] = token
    key = personal_key(token, conversation.code)
    return browser, join(conversation=conversation, key=key, mode=Mode.ONLINE, **fields)  # type: ignore[arg-type]


def key_of(browser: Client, conversation: Conversation) -> str:
    """The key in this browser's personal link."""
    return personal_key(browser.cookies[TOKEN_COOKIE].value, conversation.code)


def somebody(browser: Client, conversation: Conversation) -> Participant | None:
    """Who this browser belongs to, read anew."""
    return Participant.objects.filter(key_hash=hash_key(key_of(browser, conversation))).first()


def statement_on(page: bytes) -> int:
    """The statement on the card of a page."""
    return int(re.search(rb'name="statement" value="(\d+)"', page)[1])  # type: ignore[index]


def ballot(statement: Statement | int, vote: str = "agree", **more: str) -> dict[str, str]:
    """The form of a card, as one click sends it."""
    number = statement if isinstance(statement, int) else statement.pk
    return {"statement": str(number), "vote": vote, "request": str(uuid.uuid4()), **more}

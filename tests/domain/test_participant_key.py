# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a key open one conversation, and does what is stored open nothing?"""

from __future__ import annotations

import base64
import hashlib
import hmac

from houvast.domain.participant_key import hash_key, is_key, new_token, personal_key


def test_the_key_is_the_published_construction() -> None:
    digest = hmac.new(b"token", b"plein", hashlib.sha256).hexdigest()
    key = personal_key("token", "plein")

    assert len(key) == 32
    assert is_key(key)
    assert digest[:40] == base64.b32decode(key.upper()).hex()


def test_one_device_has_other_keys_in_other_conversations() -> None:
    token = new_token()
    assert personal_key(token, "plein") == personal_key(token, "plein")
    assert personal_key(token, "plein") != personal_key(token, "station")


def test_tokens_are_new_every_time_and_long_enough() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert min(len(token) for token in tokens) >= 43


def test_what_is_stored_is_no_key() -> None:
    assert not is_key(hash_key(personal_key(new_token(), "plein")))
    assert not is_key("../../etc")
    assert not is_key("")

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is somebody recognised without an account? One random token on the device; a key per conversation made from it.

    token = 256 random bits (cookie),   key = HMAC-SHA256(token, code of the conversation) (personal link)
    stored = SHA-256(key)
The keys of two conversations cannot be tied together without the token, and what is stored opens nothing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

KEY_BYTES = 20
KEY_FORM = re.compile(r"[a-z2-7]{32}")


def new_token() -> str:
    """A new random token for a device."""
    return secrets.token_urlsafe(32)


def personal_key(token: str, conversation: str) -> str:
    """The key, 32 characters a-z and 2-7, of this device in the conversation with this code."""
    digest = hmac.new(token.encode(), conversation.encode(), hashlib.sha256).digest()[:KEY_BYTES]
    return base64.b32encode(digest).decode("ascii").lower()


def hash_key(key: str) -> str:
    """What is stored of a key: 64 hexadecimal characters."""
    return hashlib.sha256(key.encode()).hexdigest()


def is_key(text: str) -> bool:
    """Whether this could be a personal key."""
    return KEY_FORM.fullmatch(text) is not None

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does one connection send too much? Counted in memory for an hour, under a pseudonym that is gone at a restart."""

from __future__ import annotations

import secrets

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from houvast.domain.errors import StateRefused

MOST_AN_HOUR = 30  # a library or a school sends from one connection
HOUR = 3600
_SECRET = secrets.token_hex(32)


def take_turn(request: HttpRequest) -> None:
    """Count one message of this connection. StateRefused where it sent too many within the hour."""
    mark = salted_hmac("houvast.inbox.pace", request.META.get("REMOTE_ADDR", ""), secret=_SECRET).hexdigest()
    key = f"inbox-{mark}"
    if _count(key) > MOST_AN_HOUR:
        raise StateRefused(
            "Many messages came from your connection within an hour. Wait an hour and send it again. Nothing was kept."
        )


def _count(key: str) -> int:
    """How many there were in the hour that began with the first; that hour may end between the two steps."""
    for _ in range(2):
        if cache.add(key, 1, HOUR):
            return 1
        try:
            return cache.incr(key)
        except ValueError:
            continue
    return 1

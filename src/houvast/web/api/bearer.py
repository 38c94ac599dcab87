# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose participation is this call about? Only that of the token it bears, in the conversation of its address."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from houvast.queries.gather.participants import Participant, find_participant


class ParticipantBearer(HttpBearer):
    """Het token dat een deelnemer kreeg bij het meedoen."""

    def authenticate(self, request: HttpRequest, token: str) -> Participant | None:
        """The participant, or None: unknown, erased, or of another conversation."""
        match = request.resolver_match
        return find_participant(match.kwargs["code"], token) if match and "code" in match.kwargs else None


def bearer_of(request: HttpRequest) -> Participant:
    """The participant whom ParticipantBearer let in."""
    found = getattr(request, "auth", None)
    assert isinstance(found, Participant)  # noqa: S101 -- the router's auth came before
    return found

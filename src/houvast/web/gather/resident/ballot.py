# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What did somebody click? Read by hand, for this is the one form that hundreds a second may send."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from houvast.domain.errors import FieldRejected
from houvast.domain.votes import Vote

VOTES = {vote.name.lower(): vote for vote in Vote}
UNKNOWN = "unknown"
DAMAGED = "This form is incomplete. Load the page again and choose once more."


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote on a statement; `request` names the click."""

    statement_id: int
    value: Vote
    request: uuid.UUID


def read_ballot(sent: Mapping[str, str]) -> Ballot:
    """The vote in a sent form, or FieldRejected."""
    value = VOTES.get(sent.get("vote", ""))
    if value is None:
        raise FieldRejected("vote", DAMAGED)
    try:
        request = uuid.UUID(sent.get("request", ""))
    except ValueError as wrong:
        raise FieldRejected("request", DAMAGED) from wrong
    return Ballot(read_statement_id(sent), value, request)


def read_statement_id(sent: Mapping[str, str]) -> int:
    """The statement that a sent form is about, or FieldRejected."""
    number = sent.get("statement", "")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise FieldRejected("statement", DAMAGED)
    return int(number)


def read_of_ten(sent: list[str]) -> int | None:
    """How many of ten; None for not knowing; FieldRejected where nothing was chosen."""
    if UNKNOWN in sent:
        return None
    if not sent or not (sent[-1].isascii() and sent[-1].isdigit()):
        raise FieldRejected("of_ten", "Choose a number from 0 to 10, or say that you do not know.")
    return int(sent[-1][:3])

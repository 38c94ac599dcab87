# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a vote ask of the database? Written by hand, for hundreds a second take this path.

Composing these sentences anew for every vote cost more than the database's own work. They are the same on SQLite and
PostgreSQL; only the lock is said on PostgreSQL alone, as SQLite has one writer at a time.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from houvast.store.models import Conversation, Participant, Vote

PARTICIPANT_COLUMNS = (
    "id",
    "number",
    "key_hash",
    "mode",
    "batch",
    "language",
    "consent_version",
    "joined_hour",
    "entered_by_id",
    "is_test",
)
FIND_BY_KEY = (
    "SELECT p.id, p.number, p.key_hash, p.mode, p.batch, p.language, p.consent_version, p.joined_hour,"
    " p.entered_by_id, p.is_test, c.state, c.next_statement_number"
    " FROM store_participant p JOIN store_conversation c ON c.id = p.conversation_id"
    " WHERE p.key_hash = %s AND c.code = %s"
)
HOLD = " FOR NO KEY UPDATE OF p"
VOTES = "SELECT statement_id, value, request FROM store_vote WHERE participant_id = %s ORDER BY id"
OFFERED = "SELECT 1 FROM store_statement WHERE id = %s AND conversation_id = %s AND is_shown"
ADD_VOTE = (
    "INSERT INTO store_vote (conversation_id, participant_id, statement_id, value, hour, request)"
    " VALUES (%s, %s, %s, %s, %s, %s)"
)
# The first showing counts; the row count says whether this was it.
ADD_EXPOSURE = (
    "INSERT INTO store_exposure (participant_id, statement_id, probability, hour) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT (participant_id, statement_id) DO NOTHING"
)
COUNT = (
    "UPDATE store_tally SET agree = agree + %s, disagree = disagree + %s, passed = passed + %s, shown = shown + %s"
    " WHERE statement_id = %s"
)
COUNTED = ("agree", "disagree", "passed", "shown")
KEEP_SECONDS = 1.0  # a conversation's texts and settings; its state is read with every vote
MOST_KEPT = 64

_kept: dict[str, tuple[float, Conversation]] = {}


def hold_by_key(key_hash: str, code: str) -> Participant | None:
    """The participant with this hash, with the conversation, held until the end of the transaction; None if none."""
    sentence = FIND_BY_KEY + HOLD if connection.features.has_select_for_update else FIND_BY_KEY
    with connection.cursor() as cursor:
        cursor.execute(sentence, [key_hash, code])
        found = cursor.fetchone()
    if found is None:
        return None
    *columns, state, next_statement_number = found
    conversation = copy.copy(_read_conversation(code))
    conversation.state, conversation.next_statement_number = state, next_statement_number
    values = dict(zip(PARTICIPANT_COLUMNS, columns, strict=True))
    somebody = Participant(**{**values, "is_test": bool(values["is_test"])}, conversation=conversation)
    somebody._state.adding = False
    return somebody


def read_votes(participant_id: int, request: UUID) -> tuple[dict[int, int], bool]:
    """What somebody says now of each statement, in the order of their first votes; and whether this click is there."""
    known = _as_kept(request)
    with connection.cursor() as cursor:
        cursor.execute(VOTES, [participant_id])
        rows = cursor.fetchall()
    return {row[0]: row[1] for row in rows}, any(row[2] == known for row in rows)


def is_offered(statement_id: int, conversation_id: int) -> bool:
    """Whether the statement is put to people in this conversation, at this very moment."""
    with connection.cursor() as cursor:
        cursor.execute(OFFERED, [statement_id, conversation_id])
        return cursor.fetchone() is not None


def add_vote(somebody: Participant, statement_id: int, value: int, *, hour: int, request: UUID) -> None:
    """Add a row."""
    with connection.cursor() as cursor:
        row = [somebody.conversation_id, somebody.pk, statement_id, int(value), hour, _as_kept(request)]
        cursor.execute(ADD_VOTE, row)


def add_exposure(participant_id: int, statement_id: int, probability: float, *, hour: int) -> bool:
    """Log a showing; False where it was logged before."""
    with connection.cursor() as cursor:
        cursor.execute(ADD_EXPOSURE, [participant_id, statement_id, probability, hour])
        return bool(cursor.rowcount > 0)


def count(changes: Mapping[tuple[int, str], int]) -> None:
    """Change the tallies by statement and column, the lowest statement first, so that nobody waits in a circle."""
    with connection.cursor() as cursor:
        for statement_id in sorted({statement_id for statement_id, _ in changes}):
            by = [changes.get((statement_id, column), 0) for column in COUNTED]
            if any(by):
                cursor.execute(COUNT, [*by, statement_id])


def _as_kept(request: UUID) -> Any:
    """The click as this database holds it: an UUID, or 32 hexadecimal characters."""
    return Vote._meta.get_field("request").get_db_prep_value(request, connection, prepared=False)


def _read_conversation(code: str) -> Conversation:
    kept = _kept.get(code)
    if kept is not None and time.monotonic() < kept[0]:
        return kept[1]
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    found = Conversation.objects.get(code=code)
    _kept[code] = (time.monotonic() + KEEP_SECONDS, found)
    return found


def forget_conversations() -> None:
    """Read the settings anew; for who changed them and cannot wait a second."""
    _kept.clear()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes files out of the house, and for what? Nobody without saying so: it is written down."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from django.db import transaction

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import StateRefused
from houvast.domain.roles import Capability
from houvast.exchange.polis_writer import write_lines
from houvast.queries.gather.exports import (
    conversation_document,
    count_voters,
    polis_export,
    statement_lines,
    votes_lines,
)
from houvast.store.models import Conversation, StaffMember

IN_MEMORY = 8_000_000
LONGEST_PURPOSE = 300
BYTE_ORDER_MARK = "\ufeff"  # by it Excel knows that a CSV file is UTF-8


class ExportKind(StrEnum):
    """The files, by name."""

    POLIS = "polis.zip"
    VOTES = "stemmen.csv"
    STATEMENTS = "stellingen.csv"
    CONVERSATION = "gesprek.json"


WITH_VOTES = frozenset({ExportKind.POLIS, ExportKind.VOTES})
CONTENT_TYPES = {
    ExportKind.POLIS: "application/zip",
    ExportKind.VOTES: "text/csv; charset=utf-8",
    ExportKind.STATEMENTS: "text/csv; charset=utf-8",
    ExportKind.CONVERSATION: "application/json",
}


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to send: read from its beginning, closed by the reader."""

    name: str
    content_type: str
    content: IO[bytes]


@transaction.atomic
def export(*, conversation: Conversation, kind: ExportKind, purpose: str, by: StaffMember) -> ExportFile:
    """Make the file; the purpose goes into the audit trail."""
    require(by, Capability.EXPORT)
    kept = pass_gate(
        field="purpose", text=purpose, language="nl", not_a_person=True, most=LONGEST_PURPOSE, about=conversation.title
    )
    if kind in WITH_VOTES:
        _refuse_votes(conversation)
    record(by=by, action="conversation.export", subject=conversation, file=kind.value, purpose=kept)
    content: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- closed by the reader
    _fill(content, conversation, kind)
    content.seek(0)
    return ExportFile(f"{conversation.code}-{kind.value}", CONTENT_TYPES[kind], content)


def _refuse_votes(conversation: Conversation) -> None:
    if conversation.state == ConversationState.REHEARSAL:
        raise StateRefused("These votes are invented for a rehearsal. They do not leave the house.")
    if conversation.votes_removed_at is not None:
        raise StateRefused("The votes of this conversation were removed on the promised day. Only results remain.")
    if count_voters(conversation) < conversation.k:
        raise StateRefused(
            "Fewer than {k} people voted. A file with a row for each of them would tell who is who.", k=conversation.k
        )


def _fill(content: IO[bytes], conversation: Conversation, kind: ExportKind) -> None:
    if kind is ExportKind.POLIS:
        _fill_zip(content, conversation)
    elif kind is ExportKind.VOTES:
        _fill_text(content, votes_lines(conversation))
    elif kind is ExportKind.STATEMENTS:
        _fill_text(content, [BYTE_ORDER_MARK, *statement_lines(conversation)])
    else:
        text = json.dumps(conversation_document(conversation), indent=1, ensure_ascii=False)
        _fill_text(content, [text, "\n"])


def _fill_zip(content: IO[bytes], conversation: Conversation) -> None:
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in polis_export(conversation):
            about = zipfile.ZipInfo(table.name)  # with a fixed time: the same votes give the same file
            about.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(about, "w", force_zip64=True) as member:
                _fill_text(member, write_lines(table.head, table.rows))


def _fill_text(content: IO[bytes], lines: Iterable[str]) -> None:
    writer = io.TextIOWrapper(content, encoding="utf-8", newline="", write_through=True)
    writer.writelines(lines)
    writer.detach()

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a conversation written so that programs made for Polis read it? Four tables, in Polis's columns and signs.

comments.csv, votes.csv, participants-votes.csv and summary.csv as Polis exports them: agree = 1, disagree = -1,
pass = 0. One vote a person and statement; nothing tells who wrote a statement.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Moderation, Vote
from houvast.engine.landscape.tally import AGREE, DISAGREE, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
Row = Sequence[Any]

MODERATED = {Moderation.OUT: -1, Moderation.OPEN: 0, Moderation.IN: 1}
COMMENT_COLUMNS = (
    "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body",
    "is-seed", "is-meta",
)  # fmt: skip
VOTE_COLUMNS = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
PEOPLE_COLUMNS = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")


@dataclass(frozen=True, eq=False)
class PolisConversation:
    """What is written: the votes, when (milliseconds since 1970: statements (S,), votes (V,)), and the summary.

    author: the number in the column author-id of every statement; nobody has it.
    """

    table: VoteTable
    created: Ints
    cast: Ints
    topic: str
    description: str = ""
    url: str = ""
    author: int = 0


@dataclass(frozen=True, eq=False)
class PolisTable:
    """One of the four files: its name, its head, and its rows, made while they are read."""

    name: str
    head: Row
    rows: Iterable[Row]


def polis_tables(conversation: PolisConversation) -> tuple[PolisTable, ...]:
    """The four tables of the export."""
    summary = _summary(conversation)
    return (
        PolisTable("comments.csv", COMMENT_COLUMNS, _comments(conversation)),
        PolisTable("votes.csv", VOTE_COLUMNS, _votes(conversation)),
        PolisTable(
            "participants-votes.csv",
            (*PEOPLE_COLUMNS, *(s.id for s in conversation.table.statements)),
            _people(conversation.table),
        ),
        PolisTable("summary.csv", summary[0], summary[1:]),
    )


def write_lines(head: Row, rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a CSV file."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow(row)
        if buffer.tell() > 1 << 16:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def long_rows(table: VoteTable) -> Iterator[tuple[Any, ...]]:
    """(participant, statement, vote) of every vote."""
    ids = np.array([s.id for s in table.statements])
    people = table.participants[table.rows()].tolist()
    return zip(people, ids[table.statement].tolist() if len(ids) else [], table.value.tolist(), strict=True)


def _comments(conversation: PolisConversation) -> Iterator[Row]:
    table = conversation.table
    tally = count_votes(table)[0]
    for j, (statement, created) in enumerate(zip(table.statements, conversation.created.tolist(), strict=True)):
        yield (
            created, _moment(created), statement.id, conversation.author, int(tally[j, AGREE]), int(tally[j, DISAGREE]),
            MODERATED[statement.moderation], statement.text, str(statement.is_seed).lower(),
            str(statement.is_meta).lower(),
        )  # fmt: skip


def _votes(conversation: PolisConversation) -> Iterator[Row]:
    table = conversation.table
    for (person, statement, vote), time in zip(long_rows(table), conversation.cast.tolist(), strict=True):
        yield (time, _moment(time), statement, person, vote)


def _people(table: VoteTable) -> Iterator[Row]:
    for i, person in enumerate(table.participants.tolist()):
        span = slice(table.indptr[i], table.indptr[i + 1])
        cast = table.value[span]
        row: list[Any] = [""] * table.n_statements
        for j, vote in zip(table.statement[span].tolist(), cast.tolist(), strict=True):
            row[j] = vote
        counts = [len(cast), int(np.sum(cast == Vote.AGREE)), int(np.sum(cast == Vote.DISAGREE))]
        yield [person, "", 0, *counts, *row]


def _summary(conversation: PolisConversation) -> list[Row]:
    table = conversation.table
    return [
        ("topic", conversation.topic),
        ("url", conversation.url),
        ("views", table.n_participants),
        ("voters", int(np.sum(table.votes_per_participant > 0))),
        ("voters-in-conv", table.n_participants),
        ("commenters", 0),
        ("comments", table.n_statements),
        ("groups", 0),
        ("conversation-description", conversation.description),
    ]


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%a %b %d %H:%M:%S UTC %Y")

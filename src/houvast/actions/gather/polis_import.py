# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a conversation that was held elsewhere come in? A Polis export, in one transaction or not at all."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import IO

import numpy as np
from django.db import transaction
from django.utils import timezone
from numpy.typing import NDArray

from houvast.actions.audit import record
from houvast.actions.gather.conversation_texts import keep_title, read_language
from houvast.actions.gather.conversations import default_retention, new_code
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain import votes as domain
from houvast.domain.conversation import ConversationState, Mode, ModerationTiming, Origin
from houvast.domain.errors import FieldRejected, FileRejected, Place
from houvast.domain.hour import hour_of, start_of_hour
from houvast.domain.roles import Capability
from houvast.domain.votes import Moderation
from houvast.engine.landscape.tally import AGREE, DISAGREE, PASS, count_votes
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.language.person_data import find_person_data
from houvast.engine.language.plain_text import tidy
from houvast.exchange.polis_export import read_export_folder
from houvast.exchange.upload_folder import UploadedFile, fill_folder
from houvast.store.models import Conversation, Participant, StaffMember, Statement, Tally, Vote

MOST_VOTES = 3_000_000
MOST_UPLOADED = 200_000  # more would keep other writers waiting longer than a browser does
MOST_STATEMENTS = 20_000
MOST_NUMBER = 2**31 - 1
BATCH = 2000
TOLD_EVERY = 50_000
LONGEST_SOURCE = 200
TOO_BIG_TO_UPLOAD = (
    "This export has more than {most} votes: too many for the browser. Ask whoever looks after Houvast to bring it in "
    "with the command: houvast import."
)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Times:
    """Hours since 1970: of each vote (V,), of the first vote on each statement (S,), of each participant (P,)."""

    vote: NDArray[np.int64]
    statement: NDArray[np.int64]
    participant: NDArray[np.int64]


def import_upload(
    *, files: Sequence[tuple[str, IO[bytes]]], title: str, language: str, source: str, licence: str, by: StaffMember
) -> Conversation:
    """Import uploaded files, (name, content) each: a zip, or the CSV files themselves."""
    require(by, Capability.PREPARE)
    if not files:
        raise FieldRejected("files", "Choose the files of an export.")
    if not licence.strip():
        raise FieldRejected("licence", "Say under which licence the export may be used.")
    with tempfile.TemporaryDirectory(prefix="houvast-import-") as folder:
        try:
            fill_folder(Path(folder), [UploadedFile(name, content) for name, content in files])
        except FileRejected as refused:
            raise _as_field(refused) from refused
        where = f"{source.strip()} – {licence.strip()}" if source.strip() else ""
        return import_polis(
            folder=Path(folder), title=title, language=language, source=where, by=by, uploaded=True
        )  # fmt: skip


def import_polis(
    *,
    folder: Path,
    title: str,
    language: str,
    source: str,
    by: StaffMember,
    uploaded: bool = False,
    progress: Progress | None = None,
) -> Conversation:
    """The conversation in a folder with a Polis export, closed. title: empty for the export's own.

    uploaded: through the browser, where big ones are refused. progress is called with votes written and all votes.

    Participants keep their numbers, statements their numbers and moderation. A statement that may hold personal data
    waits for a person. Nothing is written when anything is wrong.
    """
    require(by, Capability.PREPARE)
    tag = read_language("language", language)
    if not source.strip():
        raise FieldRejected("source", "Say where the export comes from and under which licence.")
    kept_source = pass_gate(field="source", text=source, language=tag, not_a_person=True, most=LONGEST_SOURCE)
    table, own_title = _read(folder)
    if uploaded and table.n_votes > MOST_UPLOADED:
        raise FieldRejected("files", TOO_BIG_TO_UPLOAD, most=MOST_UPLOADED)
    kept_title = keep_title(title.strip() or own_title[:120], language=tag, not_a_person=True)
    return _write(table, title=kept_title, language=tag, source=kept_source, by=by, tell=progress or _tell_nobody)


def _as_field(refused: FileRejected) -> FieldRejected:
    """The reader's message at the field, without the place of the temporary folder."""
    place = replace(refused.place, path=Path(refused.place.path).name)
    reason = str(FileRejected(place if "." in place.path else Place("export"), refused.what, refused.now))
    return FieldRejected("files", "The export cannot be read. {reason}", reason=reason)


def _read(folder: Path) -> tuple[VoteTable, str]:
    try:
        found = read_export_folder(str(folder), lenient=False)
    except FileRejected as refused:
        raise _as_field(refused) from refused
    table = found.table
    if table.n_votes > MOST_VOTES or table.n_statements > MOST_STATEMENTS:
        raise FieldRejected(
            "files", "This export is too big: at most {votes} votes on {statements} statements.",
            votes=MOST_VOTES, statements=MOST_STATEMENTS,
        )  # fmt: skip
    longest = Statement._meta.get_field("text").max_length or 0
    for statement in table.statements:
        if len(tidy(statement.text, lines=False)) > longest:
            raise FieldRejected(
                "files", "Statement {number} is longer than {most} characters. Shorten it in comments.csv.",
                number=statement.id, most=longest,
            )  # fmt: skip
    return table, found.facts.title


def _tell_nobody(_done: int, _all: int) -> None:
    """For who does not want to follow the progress."""


@transaction.atomic
def _write(
    table: VoteTable, *, title: str, language: str, source: str, by: StaffMember, tell: Progress
) -> Conversation:
    now = timezone.now()
    times = _times(table, default=hour_of(now))
    people = _numbers(table.participants)
    ids = _numbers(np.array([s.id for s in table.statements]))
    last = start_of_hour(int(times.vote.max())) + timedelta(hours=1)
    made = Conversation.objects.create(
        code=new_code(),
        state=ConversationState.CLOSED,
        language=language,
        title=title,
        source=source,
        is_listed=False,
        moderation_timing=ModerationTiming.BEFORE,
        residents_add_statements=False,
        asks_estimates=False,
        opened_at=start_of_hour(int(times.vote.min())),
        closed_at=min(last, now),
        retention_until=default_retention(now),
        next_statement_number=int(ids.max()) + 1,
        next_participant_number=int(people.max()) + 1,
        created_by=by,
    )
    statements = _write_statements(made, table, ids, times)
    participants = Participant.objects.bulk_create(
        (
            Participant(
                conversation=made, number=number, mode=Mode.IMPORTED, language=language, joined_hour=hour
            )
            for number, hour in zip(people.tolist(), times.participant.tolist(), strict=True)
        ),
        batch_size=BATCH,
    )  # fmt: skip
    _write_votes(made, table, statements, participants, times, tell)
    held = sum(s.moderation == Moderation.OPEN for s in statements)
    record(by=by, action="conversation.import", subject=made, votes=table.n_votes, waiting=held, source=source)
    return made


def _numbers(ids: NDArray[np.generic]) -> NDArray[np.int64]:
    """The ids as numbers where they all are whole numbers that fit; their places otherwise."""
    try:
        numbers = ids.astype(np.int64)
    except ValueError:
        return np.arange(len(ids))
    fits = len(numbers) == 0 or (numbers.min() >= 0 and numbers.max() <= MOST_NUMBER)
    return numbers if fits and len(np.unique(numbers)) == len(numbers) else np.arange(len(ids))


def _times(table: VoteTable, *, default: int) -> _Times:
    vote = np.full(table.n_votes, default) if table.hour is None else table.hour.astype(np.int64)
    first = int(vote.min())
    statement = np.full(table.n_statements, np.iinfo(np.int64).max)
    np.minimum.at(statement, table.statement, vote)
    participant = np.full(table.n_participants, np.iinfo(np.int64).max)
    np.minimum.at(participant, table.rows(), vote)
    return _Times(vote, *(np.where(at == np.iinfo(np.int64).max, first, at) for at in (statement, participant)))


def _write_statements(
    made: Conversation, table: VoteTable, numbers: NDArray[np.int64], times: _Times
) -> list[Statement]:
    rows = []
    for source, number, hour in zip(table.statements, numbers.tolist(), times.statement.tolist(), strict=True):
        text = tidy(source.text, lines=False)
        moderation = _moderation(source, text, made.language)
        rows.append(
            Statement(
                conversation=made,
                number=number,
                text=text,
                language=made.language,
                origin=Origin.MUNICIPALITY if source.is_seed else Origin.IMPORTED,
                moderation=moderation,
                is_shown=moderation is Moderation.IN,
                created_hour=hour,
            )
        )
    statements = Statement.objects.bulk_create(rows, batch_size=BATCH)
    counts = count_votes(table)[0]
    Tally.objects.bulk_create(
        (
            Tally(statement=row, agree=agree, passed=passed, disagree=disagree, shown=agree + passed + disagree)
            for row, (agree, passed, disagree) in zip(statements, _tallies(counts), strict=True)
        ),
        batch_size=BATCH,
    )
    return statements


def _moderation(source: domain.Statement, text: str, language: str) -> Moderation:
    """As it was moderated there; but what may hold personal data waits for a person."""
    if source.moderation is Moderation.OUT or not find_person_data(text, language=language):
        return source.moderation
    return Moderation.OPEN


def _tallies(counts: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    return [(int(row[AGREE]), int(row[PASS]), int(row[DISAGREE])) for row in counts]


def _write_votes(
    made: Conversation,
    table: VoteTable,
    statements: list[Statement],
    participants: list[Participant],
    times: _Times,
    tell: Progress,
) -> None:
    """In the order in which they were cast, as far as the hour tells it."""
    order = np.argsort(times.vote, kind="stable")
    person, statement = table.rows()[order].tolist(), table.statement[order].tolist()
    value, hour = table.value[order].tolist(), times.vote[order].tolist()
    rows = (
        Vote(
            conversation=made,
            participant=participants[i],
            statement=statements[j],
            value=v,
            hour=h,
            request=uuid.uuid4(),
        )
        for i, j, v, h in zip(person, statement, value, hour, strict=True)
    )
    done = 0
    while some := list(islice(rows, TOLD_EVERY)):
        Vote.objects.bulk_create(some, batch_size=BATCH)
        done += len(some)
        tell(done, table.n_votes)

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import csv
import http.server
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import cast
import numpy as np
import pytest
from django.utils import timezone

from houvast.actions.gather.exports import ExportKind, export
from houvast.actions.gather.polis_import import import_polis
from houvast.domain.conversation import ConversationState, Mode, ModerationReason
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Capability, Role, may
from houvast.domain.votes import Moderation
from houvast.exchange.vote_reader import read_votes
from houvast.store.models import AuditRecord, BackgroundAnswer, Conversation, ModerationDecision

pytestmark = pytest.mark.django_db
WHY = "Onderzoek door de universiteit"


def fetch(conversation: Conversation, kind: ExportKind) -> bytes:
    with export(conversation=conversation, kind=kind, purpose=WHY, by=cast.staff()).content as content:
        return content.read()


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))


def unzip(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at an address of this machine, as red-dwarf wants it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def red_dwarf(folder: Path, *, only_votes: bool = False) -> Any:
    """The votes as red-dwarf loads them: participants x statements."""
    data_loader = pytest.importorskip("reddwarf.data_loader")
    from reddwarf.utils.matrix import generate_raw_matrix  # noqa: PLC0415

    with served(folder) as address:
        if only_votes:
            # Older exports have no is-meta, and red-dwarf then asks the network: here its own reader of votes alone.
            loader = data_loader.Loader()
            loader.is_cache_enabled = False
            loader.init_http_client()
            loader.load_remote_export_data_votes(address)
            loader.filter_duplicate_votes(keep="recent")
        else:
            loader = data_loader.Loader(directory_url=address, is_cache_enabled=False)
        return generate_raw_matrix(votes=loader.votes_data).sort_index(axis=0).sort_index(axis=1)


@pytest.mark.parametrize(
    "name", ["london.youth.policing", "15-per-hour-seattle", "brexit-consensus", "scoop-hivemind.biodiversity"]
)
def test_red_dwarf_reads_the_same_votes_from_the_source_and_from_our_export(
    conversations: Path, tmp_path: Path, name: str
) -> None:
    source = conversations / name
    made = import_polis(folder=source, title="", language="en", source="pol.is, CC BY 4.0", by=cast.staff())
    ours = unzip(fetch(made, ExportKind.POLIS), tmp_path / "ours")
    before, after = red_dwarf(source, only_votes=True), red_dwarf(ours)
    assert before.shape == after.shape
    assert before.index.tolist() == after.index.tolist()
    assert before.columns.tolist() == after.columns.tolist()
    assert np.array_equal(before.to_numpy(dtype=float), after.to_numpy(dtype=float), equal_nan=True)


@pytest.mark.parametrize("name", ["brexit-consensus", "austria-climate"])
def test_our_reader_finds_in_our_export_what_it_found_in_the_source(
    conversations: Path, tmp_path: Path, name: str
) -> None:
    made = import_polis(
        folder=conversations / name, title="", language="de", source="pol.is, CC BY 4.0", by=cast.staff()
    )
    before = read_votes(conversations / name).table
    after = read_votes(unzip(fetch(made, ExportKind.POLIS), tmp_path / "ours")).table
    assert [s.id for s in before.statements] == [s.id for s in after.statements]
    for part in ("participants", "indptr", "statement", "value"):
        assert np.array_equal(getattr(before, part), getattr(after, part)), part
    held = {s.id for s in after.statements if s.moderation is Moderation.OPEN}
    moderation = {s.id: s.moderation for s in before.statements}
    assert all(moderation[s.id] is s.moderation for s in after.statements if s.id not in held)


@pytest.fixture
def busy() -> Conversation:
    """A closed conversation in which twelve people voted, one of them changed a vote, and one was invented."""
    conversation = cast.conversation(state=ConversationState.CLOSED)
    first, second = conversation.statements.order_by("number")[:2]
    for at in range(12):
        somebody = cast.participant(conversation)
        cast.vote(somebody, first, 1 if at % 2 else -1)
        if at == 3:
            cast.vote(somebody, first, 0)
            cast.vote(somebody, second, -1)
    cast.vote(cast.participant(conversation, mode=Mode.REHEARSAL, is_test=True), second, 1)
    return conversation


def test_only_last_votes_to_the_hour_and_nobody_invented(busy: Conversation, tmp_path: Path) -> None:
    folder = unzip(fetch(busy, ExportKind.POLIS), tmp_path)
    votes = rows((folder / "votes.csv").read_bytes())
    assert len(votes) == 13
    (twice,) = {r["voter-id"] for r in votes if r["comment-id"] == "1"}
    assert [r["vote"] for r in votes if r["voter-id"] == twice] == ["0", "-1"]
    assert {int(r["timestamp"]) % 3_600_000 for r in votes} == {0}
    people = rows((folder / "participants-votes.csv").read_bytes())
    numbers = [int(r["participant"]) for r in people]
    assert (numbers, len(numbers)) == (sorted(set(numbers)), 12)
    comments = rows((folder / "comments.csv").read_bytes())
    assert {r["author-id"] for r in comments} == {str(max(numbers) + 1)}
    assert [r["is-seed"] for r in comments] == ["true"] * 5
    long = rows(fetch(busy, ExportKind.VOTES))
    assert len(long) == 13
    assert [(r["stelling"], r["stem"]) for r in long if r["deelnemer"] == twice] == [("0", "pas"), ("1", "oneens")]


def voters(conversation: Conversation) -> dict[int, str]:
    """The number in the file by the number inside, of people who each voted on one statement of their own."""
    found = {r["stelling"]: r["deelnemer"] for r in rows(fetch(conversation, ExportKind.VOTES))}
    return {n: found[str(n)] for n in range(len(found))}


def test_nobody_finds_who_joined_when_and_numbers_stay() -> None:
    conversation = cast.conversation(statements=24)
    for statement in conversation.statements.order_by("number")[:20]:
        cast.vote(cast.participant(conversation), statement, 1)
    before = voters(conversation)
    in_order = [int(before[n]) for n in range(20)]
    assert in_order not in (sorted(in_order), sorted(in_order, reverse=True))
    assert not {str(n) for n in range(24)} & set(before.values())
    order = [int(r["deelnemer"]) for r in rows(fetch(conversation, ExportKind.VOTES))]
    assert order == sorted(order)
    cast.vote(cast.participant(conversation), conversation.statements.get(number=20), 1)
    after = voters(conversation)
    assert {n: after[n] for n in before} == before
    elsewhere = cast.conversation(statements=20)
    for statement in elsewhere.statements.order_by("number"):
        cast.vote(cast.participant(elsewhere), statement, 1)
    assert voters(elsewhere) != before


def test_what_went_out_and_came_in_goes_out_the_same(busy: Conversation, tmp_path: Path) -> None:
    first = unzip(fetch(busy, ExportKind.POLIS), tmp_path / "first")
    made = import_polis(folder=first, title=busy.title, language="nl", source="eigen, CC0", by=cast.staff())
    second = unzip(fetch(made, ExportKind.POLIS), tmp_path / "second")
    for name in ("votes.csv", "participants-votes.csv"):
        assert (first / name).read_bytes() == (second / name).read_bytes()
    authors = [{r["author-id"] for r in rows((at / "comments.csv").read_bytes())} for at in (first, second)]
    assert authors[0] == authors[1]


def test_the_zip_is_packed_and_the_same_each_time(busy: Conversation) -> None:
    first, second = fetch(busy, ExportKind.POLIS), fetch(busy, ExportKind.POLIS)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def test_words_that_told_of_a_person_stay_inside(busy: Conversation, tmp_path: Path) -> None:
    for number, reason in ((0, ModerationReason.PERSONAL_DATA), (1, ModerationReason.DUPLICATE)):
        statement = busy.statements.get(number=number)
        statement.moderation = Moderation.OUT
        statement.save()
        ModerationDecision.objects.create(
            statement=statement, decision=Moderation.OUT, reason=reason, at=timezone.now()
        )
    comments = rows((unzip(fetch(busy, ExportKind.POLIS), tmp_path) / "comments.csv").read_bytes())
    assert [(r["moderated"], bool(r["comment-body"])) for r in comments[:3]] == [
        ("-1", False),
        ("-1", True),
        ("1", True),
    ]
    texts = rows(fetch(busy, ExportKind.STATEMENTS))
    assert [(r["besluit"], bool(r["tekst"])) for r in texts[:2]] == [
        ("niet opgenomen", False),
        ("niet opgenomen", True),
    ]


def test_the_purpose_is_asked_and_written_down(busy: Conversation) -> None:
    with pytest.raises(FieldRejected):
        export(conversation=busy, kind=ExportKind.VOTES, purpose="  ", by=cast.staff())
    assert AuditRecord.objects.count() == 0
    fetch(busy, ExportKind.VOTES)
    record = AuditRecord.objects.get()
    assert (record.action, record.details) == ("conversation.export", {"file": "stemmen.csv", "purpose": WHY})


@pytest.mark.parametrize("kind", [ExportKind.POLIS, ExportKind.VOTES])
def test_no_votes_after_the_promised_day_nor_of_few_nor_of_invented_people(
    busy: Conversation, kind: ExportKind
) -> None:
    removed = cast.conversation(state=ConversationState.CLOSED, votes_removed_at=timezone.now())
    few = cast.conversation()
    for _ in range(9):
        cast.vote(cast.participant(few), few.statements.get(number=0), 1)
    rehearsed = cast.conversation(state=ConversationState.REHEARSAL)
    for conversation in (removed, few, rehearsed):
        with pytest.raises(StateRefused):
            fetch(conversation, kind)
    assert AuditRecord.objects.count() == 0


def test_texts_can_always_be_had_and_hold_no_answers(busy: Conversation) -> None:
    busy.languages = ["en"]
    busy.votes_removed_at = timezone.now()
    busy.save()
    cast.statement(busy, number=8, text="=1+1 is te weinig.")
    cast.statement(busy, number=9, text="Verzonnen: iets.", is_rehearsal=True)
    assert not BackgroundAnswer.objects.exists()
    texts = rows(fetch(busy, ExportKind.STATEMENTS))
    assert list(texts[0]) == ["nummer", "tekst", "taal", "afkomstig_van", "besluit", "tekst_en"]
    assert [r["nummer"] for r in texts] == ["0", "1", "2", "3", "4", "8"]
    assert not texts[-1]["tekst"].startswith("=")
    document = json.loads(fetch(busy, ExportKind.CONVERSATION))
    assert document["texts"]["title"] == busy.title
    assert [s["number"] for s in document["statements"]] == [0, 1, 2, 3, 4, 8]
    assert set(document["statements"][0]) == {"number", "text", "language", "origin", "moderation", "translations"}


@pytest.mark.parametrize("role", list(Role))
def test_who_may_take_files(busy: Conversation, role: Role) -> None:
    if may(role, Capability.EXPORT):
        export(conversation=busy, kind=ExportKind.VOTES, purpose=WHY, by=cast.staff(role)).content.close()
    else:
        with pytest.raises(PermissionRefused):
            export(conversation=busy, kind=ExportKind.VOTES, purpose=WHY, by=cast.staff(role))

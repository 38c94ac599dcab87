# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import io
import shutil
import time
import zipfile
from pathlib import Path

import cast
import pytest

from houvast.actions.gather import polis_import
from houvast.actions.gather.polis_import import import_polis, import_upload
from houvast.domain.conversation import ConversationState, Mode, Origin
from houvast.domain.errors import FieldRejected, PermissionRefused
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.exchange.vote_reader import read_votes
from houvast.store.models import AuditRecord, Conversation, Participant, Statement, Tally, Vote

pytestmark = pytest.mark.django_db
SOURCE = "pol.is/2demo, CC BY 4.0"


def write(folder: Path, *, comments: str, votes: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "comments.csv").write_text(comments, "utf-8")
    (folder / "votes.csv").write_text(votes, "utf-8")
    return folder


def small(folder: Path, *, text: str = "There should be more trees.") -> Path:
    comments = (
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-seed,is-meta\n"
        f"1700000000000,x,3,0,0,0,1,{text},false,false\n1700000000000,x,5,0,0,0,1,The square is nice.,true,false\n"
        "1700000000000,x,6,0,0,0,-1,Out it went.,false,false\n"
    )
    votes = (
        "timestamp,datetime,comment-id,voter-id,vote\n1700003700000,x,3,7,1\n1700000000000,x,5,7,-1\n"
        "1700007300000,x,3,2,0\n1700007400000,x,3,2,1\n"
    )
    return write(folder, comments=comments, votes=votes)


def test_numbers_moderation_origin_and_hours_are_kept(tmp_path: Path) -> None:
    made = import_polis(folder=small(tmp_path), title="Bomen", language="en", source=SOURCE, by=cast.staff())
    assert (made.state, made.title, made.source) == (ConversationState.CLOSED, "Bomen", SOURCE)
    assert list(made.statements.order_by("number").values_list("number", "origin", "moderation", "is_shown")) == [
        (3, Origin.IMPORTED, Moderation.IN, True),
        (5, Origin.MUNICIPALITY, Moderation.IN, True),
        (6, Origin.IMPORTED, Moderation.OUT, False),
    ]
    assert list(made.participants.order_by("number").values_list("number", "mode", "key_hash")) == [
        (2, Mode.IMPORTED, None),
        (7, Mode.IMPORTED, None),
    ]
    hour = 1_700_000_000_000 // 3_600_000
    votes = Vote.objects.order_by("id").values_list("participant__number", "statement__number", "value", "hour")
    assert list(votes) == [(7, 5, -1, hour), (7, 3, 1, hour + 1), (2, 3, 1, hour + 2)]
    assert (made.next_participant_number, made.next_statement_number) == (8, 7)
    assert made.retention_until is not None
    tally = Tally.objects.get(statement__number=3)
    assert (tally.agree, tally.passed, tally.disagree, tally.shown) == (2, 0, 0, 2)
    assert AuditRecord.objects.get().action == "conversation.import"


def test_the_whole_of_a_real_conversation_comes_in(conversations: Path) -> None:
    folder = conversations / "15-per-hour-seattle"
    made = import_polis(folder=folder, title="", language="en", source=SOURCE, by=cast.staff())
    table = read_votes(folder).table
    assert made.title == "$15/hour"
    assert Vote.objects.filter(conversation=made).count() == table.n_votes
    assert Participant.objects.filter(conversation=made).count() == table.n_participants
    assert Statement.objects.filter(conversation=made).count() == table.n_statements
    assert sum(sum(t) for t in Tally.objects.values_list("agree", "disagree", "passed")) == table.n_votes


def test_a_statement_that_may_name_somebody_waits(tmp_path: Path) -> None:
    folder = small(tmp_path, text="Call 06-12345678 about the trees.")
    made = import_polis(folder=folder, title="Bomen", language="en", source=SOURCE, by=cast.staff())
    held = made.statements.get(number=3)
    assert (held.moderation, held.is_shown) == (Moderation.OPEN, False)


def test_nothing_is_written_when_anything_is_wrong(tmp_path: Path) -> None:
    good = small(tmp_path / "good")
    broken = small(tmp_path / "broken")
    with (broken / "votes.csv").open("a", encoding="utf-8") as file:
        file.write("1700007300000,x,3,9,7\n")
    with pytest.raises(FieldRejected, match=r"votes.csv, line 6.*7") as refused:
        import_polis(folder=broken, title="Bomen", language="en", source=SOURCE, by=cast.staff())
    assert refused.value.field == "files"
    assert str(tmp_path) not in str(refused.value)
    long = small(tmp_path / "long", text="lang " * 100)
    with pytest.raises(FieldRejected, match="longer than 400"):
        import_polis(folder=long, title="Bomen", language="en", source=SOURCE, by=cast.staff())
    with pytest.raises(FieldRejected, match="licence"):
        import_polis(folder=good, title="Bomen", language="en", source=" ", by=cast.staff())
    with pytest.raises(PermissionRefused):
        import_polis(folder=good, title="Bomen", language="en", source=SOURCE, by=cast.staff(Role.READER))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(FieldRejected, match="no Polis export"):
        import_polis(folder=empty, title="Bomen", language="en", source=SOURCE, by=cast.staff())
    assert not Conversation.objects.exists()


def test_uploaded_as_a_zip_or_as_files(conversations: Path) -> None:
    folder = conversations / "london.youth.policing"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"export/{path.name}")
    loose = [(path.name, path.open("rb")) for path in folder.iterdir()]
    for files in ([("export.zip", packed)], loose):
        made = import_upload(
            files=files, title="", language="en", source="pol.is/9xxwa9jpkm", licence="CC BY 4.0", by=cast.staff()
        )
        assert made.source == "pol.is/9xxwa9jpkm – CC BY 4.0"
        assert Vote.objects.filter(conversation=made).count() == 638
    for _, file in loose:
        file.close()


def test_a_big_upload_is_told_of_the_command_that_has_no_such_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polis_import, "MOST_UPLOADED", 2)
    monkeypatch.setattr(polis_import, "TOLD_EVERY", 2)
    folder = small(tmp_path)
    files = [(path.name, io.BytesIO(path.read_bytes())) for path in folder.iterdir()]
    with pytest.raises(FieldRejected, match="houvast import") as refused:
        import_upload(files=files, title="B", language="en", source="pol.is", licence="CC0", by=cast.staff())
    assert (refused.value.field, Conversation.objects.count()) == ("files", 0)
    told = list[tuple[int, int]]()
    import_polis(
        folder=folder, title="B", language="en", source=SOURCE, by=cast.staff(),
        progress=lambda done, votes: told.append((done, votes)),
    )  # fmt: skip
    assert told == [(2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("field", "values"), [("licence", {"licence": " "}), ("source", {"source": ""}), ("files", {"files": []})]
)
def test_an_upload_says_where_it_is_from(field: str, values: dict[str, object]) -> None:
    given = {"files": [("a.csv", io.BytesIO(b"x"))], "source": "pol.is", "licence": "CC BY 4.0", **values}
    with pytest.raises(FieldRejected) as refused:
        import_upload(title="", language="en", by=cast.staff(), **given)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_ids_that_are_no_numbers_get_numbers(tmp_path: Path) -> None:
    folder = small(tmp_path)
    text = (folder / "votes.csv").read_text("utf-8").replace(",7,", ",zeven,")
    (folder / "votes.csv").write_text(text, "utf-8")
    made = import_polis(folder=folder, title="Bomen", language="en", source=SOURCE, by=cast.staff())
    assert sorted(made.participants.values_list("number", flat=True)) == [0, 1]


def test_a_big_conversation_comes_in_within_seconds(conversations: Path, tmp_path: Path) -> None:
    folder = tmp_path / "austria"
    shutil.copytree(conversations / "austria-climate", folder)
    start = time.monotonic()
    made = import_polis(folder=folder, title="", language="de", source=SOURCE, by=cast.staff())
    assert Vote.objects.filter(conversation=made).count() == 79_315
    assert time.monotonic() - start < 60

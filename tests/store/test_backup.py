# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is everything there again after a backup is put back, and is nothing touched by a broken one?"""

from __future__ import annotations

import json
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import cast
import pytest
from database_server import wants_postgres
from django.conf import settings

from houvast.actions.notice.sealed_notes import public_key
from houvast.domain.errors import ActionRefused, FileRejected
from houvast.store.backup import NOTE_KEY, holds_data, restore_backup, write_backup
from houvast.store.models import Conversation, Participant, Statement, Tally, Vote

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables that hold people's answers."""
    tables = (Conversation, Statement, Tally, Participant, Vote)
    return {table.__name__: sorted(table.objects.values_list(), key=str) for table in tables}


def some_votes() -> None:
    square = cast.conversation()
    dirk = cast.participant(square)
    for number, statement in enumerate(square.statements.order_by("number")):
        cast.vote(dirk, statement, number % 3 - 1)


def test_what_was_saved_is_there_again(tmp_path: Path) -> None:
    some_votes()
    before = everything()
    write_backup(tmp_path / "saved.zip", version="0.1.0", at=AT)
    Vote.objects.all().delete()
    cast.conversation()
    manifest = restore_backup(tmp_path / "saved.zip", replace=True)
    assert everything() == before
    assert manifest["at"] == AT.isoformat()


def test_a_backup_is_for_its_owner_only(tmp_path: Path) -> None:
    write_backup(tmp_path / "saved.zip", version="0.1.0", at=AT)
    assert stat.S_IMODE((tmp_path / "saved.zip").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["saved.zip"]


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "saved.zip").write_text("mine")
    with pytest.raises(ActionRefused, match="exists"):
        write_backup(tmp_path / "saved.zip", version="0.1.0", at=AT)
    assert (tmp_path / "saved.zip").read_text() == "mine"


def test_data_is_not_lost_by_accident(tmp_path: Path) -> None:
    write_backup(tmp_path / "empty.zip", version="0.1.0", at=AT)
    assert not holds_data()
    some_votes()
    before = everything()
    with pytest.raises(ActionRefused, match="--replace"):
        restore_backup(tmp_path / "empty.zip", replace=False)
    assert everything() == before


def _missing(place: Path) -> None:
    place.unlink()


def _cut(place: Path) -> None:
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


def _other_form(place: Path) -> None:
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("backup.json", json.dumps({"form": "something-else/1"}))


def _other_database(place: Path) -> None:
    other = "houvast.sqlite3" if wants_postgres() else "houvast.pgdump"
    manifest = {"form": "houvast-backup/1", "database": other}
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("backup.json", json.dumps(manifest))
        archive.writestr("secret-key", "x")
        archive.writestr(other, b"")


@pytest.mark.parametrize("spoil", [_missing, _cut, _other_form, _other_database])
def test_a_broken_backup_changes_nothing(tmp_path: Path, spoil: object) -> None:
    some_votes()
    place = tmp_path / "saved.zip"
    write_backup(place, version="0.1.0", at=AT)
    before = everything()
    spoil(place)  # type: ignore[operator]
    with pytest.raises(FileRejected):
        restore_backup(place, replace=True)
    assert everything() == before


def test_the_key_of_waiting_notes_comes_back(tmp_path: Path) -> None:
    note_key = settings.HOUVAST.data / NOTE_KEY
    name = public_key().name
    write_backup(tmp_path / "a.zip", version="1", at=AT)
    note_key.unlink()
    restore_backup(tmp_path / "a.zip", replace=True)
    assert public_key().name == name
    assert stat.S_IMODE(note_key.stat().st_mode) == 0o600

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is everything saved in one file, and put back? The database at one moment, with the keys beside it.

SQLite: a copy by its own online backup, so that writing may go on. PostgreSQL: pg_dump's and pg_restore's own format.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from houvast.domain.errors import ActionRefused, FileRejected, Place

FORM = "houvast-backup/1"
MANIFEST = "backup.json"
KEY = "secret-key"
NOTE_KEY = "note-key.pem"  # opens notes that wait on telephones; there only where somebody noted offline
SQLITE, POSTGRES = "houvast.sqlite3", "houvast.pgdump"


def write_backup(place: Path, *, version: str, at: datetime) -> None:
    """Save the database and the keys to a new zip file, readable by its owner only; whole or not at all."""
    if place.exists():
        raise ActionRefused("{place} exists. Give another name, or move it away first.", place=place)
    with tempfile.TemporaryDirectory(dir=place.parent) as scratch:
        database = _dump(Path(scratch))
        manifest = {"form": FORM, "houvast": version, "at": at.isoformat(), "database": database.name}
        made = Path(scratch) / "backup.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest))
            archive.writestr(KEY, settings.SECRET_KEY)
            if (note_key := settings.HOUVAST.data / NOTE_KEY).exists():
                archive.write(note_key, NOTE_KEY)
            archive.write(database, database.name)
        made.chmod(0o600)
        _settle(made)
        made.replace(place)


def restore_backup(place: Path, *, replace: bool) -> dict[str, str]:
    """Put a backup back; the manifest. Refused where there is data already, unless it may be replaced."""
    if holds_data() and not replace:
        raise ActionRefused(
            "There is data in this installation already. Restore into an empty one, "
            "or add --replace to lose what is here."
        )
    with tempfile.TemporaryDirectory() as scratch:
        manifest = _unpack(place, Path(scratch))
        wanted = SQLITE if connection.vendor == "sqlite" else POSTGRES
        if manifest["database"] != wanted:
            raise _rejected(place, f"this backup is of another kind of database ({manifest['database']})")
        _load(Path(scratch) / wanted)
        if not settings.HOUVAST.text("HOUVAST_SECRET_KEY"):
            _keep_key(KEY, (Path(scratch) / KEY).read_bytes())
        if (note_key := Path(scratch) / NOTE_KEY).exists():
            _keep_key(NOTE_KEY, note_key.read_bytes())
    return manifest


def holds_data() -> bool:
    """Whether there is an account or a conversation in the database."""
    tables = {"store_staffmember", "store_conversation"} & set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 -- two names of our own
            if cursor.fetchone():
                return True
    return False


def _dump(folder: Path) -> Path:
    if connection.vendor == "sqlite":
        made = folder / SQLITE
        connection.ensure_connection()
        with closing(sqlite3.connect(made)) as target:
            connection.connection.backup(target)
        return made
    made = folder / POSTGRES
    _run_postgres("pg_dump", ["--format=custom", "--no-owner", f"--file={made}"])
    return made


def _load(dump: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(dump)) as source:
            source.backup(connection.connection)
        return
    connection.close()
    _run_postgres("pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", str(dump)])


def _run_postgres(program: str, arguments: Sequence[str]) -> None:
    """Run PostgreSQL's own tool on our database; the password goes by the environment, never by the arguments."""
    found = shutil.which(program)
    if found is None:
        raise ActionRefused(
            "{program} is not installed. Install PostgreSQL's client tools (on Debian and Ubuntu: apt install "
            "postgresql-client).",
            program=program,
        )
    database = settings.DATABASES["default"]
    name = connection.settings_dict["NAME"]
    place = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    values = {variable: str(database[key]) for variable, key in place.items() if database.get(key)}
    done = subprocess.run(  # noqa: S603 -- no shell, and no argument from outside
        [found, f"--dbname={name}", *arguments],
        env={**os.environ, **values},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ActionRefused("{program} did not succeed: {why}", program=program, why=done.stderr.strip()[-400:])


def _unpack(place: Path, folder: Path) -> dict[str, str]:
    """The manifest; the files of the archive are written to the folder under their known names only."""
    try:
        with zipfile.ZipFile(place) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest.get("form") != FORM or manifest.get("database") not in {SQLITE, POSTGRES}:
                raise _rejected(place, "this is not a backup that this version can read")
            optional = [NOTE_KEY] if NOTE_KEY in archive.namelist() else []
            for name in (KEY, *optional, manifest["database"]):
                with archive.open(name) as source, (folder / name).open("wb") as target:
                    shutil.copyfileobj(source, target)
    except FileNotFoundError as wrong:
        raise _rejected(place, "there is no such file") from wrong
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as wrong:
        raise _rejected(place, "this file is broken or is not a backup") from wrong
    return {key: str(value) for key, value in manifest.items()}


def _rejected(place: Path, what: str) -> FileRejected:
    return FileRejected(Place(str(place)), what, "Choose a file made by houvast backup; nothing was changed.")


def _keep_key(name: str, key: bytes) -> None:
    """A key of the backup holds again."""
    place = settings.HOUVAST.data / name
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key)


def _settle(place: Path) -> None:
    with place.open("rb") as file:
        os.fsync(file.fileno())

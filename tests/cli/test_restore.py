# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a new installation begin where the old one was saved?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from installation import run_houvast

MARIA = ("colleague", "--email", "maria@noorderhaaks.example", "--name", "Maria")


def accounts(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "houvast.sqlite3")) as database:
        return [email for (email,) in database.execute("SELECT email FROM store_staffmember ORDER BY email")]


def test_an_empty_installation_becomes_the_saved_one(tmp_path: Path) -> None:
    run_houvast(tmp_path / "old", *MARIA)
    run_houvast(tmp_path / "old", "backup", str(tmp_path / "saved.zip"))
    done = run_houvast(tmp_path / "new", "restore", str(tmp_path / "saved.zip"))
    assert done.returncode == 0, done.stderr
    assert accounts(tmp_path / "new") == ["maria@noorderhaaks.example"]
    assert (tmp_path / "new" / "secret-key").read_text() == (tmp_path / "old" / "secret-key").read_text()


def test_an_installation_with_data_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    run_houvast(tmp_path / "old", *MARIA)
    run_houvast(tmp_path / "old", "backup", str(tmp_path / "saved.zip"))
    leo = ("--email", "leo@noorderhaaks.example", "--name", "Leo", "--role", "reader")
    run_houvast(tmp_path / "old", "colleague", *leo)
    refused = run_houvast(tmp_path / "old", "restore", str(tmp_path / "saved.zip"))
    assert refused.returncode == 3
    assert len(accounts(tmp_path / "old")) == 2
    assert run_houvast(tmp_path / "old", "restore", str(tmp_path / "saved.zip"), "--replace").returncode == 0
    assert accounts(tmp_path / "old") == ["maria@noorderhaaks.example"]


def test_a_broken_file_is_one_line_and_2(tmp_path: Path) -> None:
    (tmp_path / "saved.zip").write_bytes(b"not a zip")
    done = run_houvast(tmp_path / "new", "restore", str(tmp_path / "saved.zip"))
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1

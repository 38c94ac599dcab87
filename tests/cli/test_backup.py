# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the whole installation in one file?"""

from __future__ import annotations

import zipfile
from pathlib import Path

from installation import run_houvast


def test_a_backup_holds_the_database_and_the_key(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    run_houvast(folder, "colleague", "--email", "maria@noorderhaaks.example", "--name", "Maria")
    done = run_houvast(folder, "backup", str(tmp_path / "saved.zip"))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "saved.zip") as archive:
        assert sorted(archive.namelist()) == ["backup.json", "houvast.sqlite3", "secret-key"]
        assert archive.read("secret-key").decode() == (folder / "secret-key").read_text()


def test_a_second_backup_does_not_replace_the_first(tmp_path: Path) -> None:
    run_houvast(tmp_path / "data", "colleague", "--email", "maria@noorderhaaks.example", "--name", "Maria")
    run_houvast(tmp_path / "data", "backup", str(tmp_path / "saved.zip"))
    done = run_houvast(tmp_path / "data", "backup", str(tmp_path / "saved.zip"))
    assert done.returncode == 3
    assert "exists" in done.stderr

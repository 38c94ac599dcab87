# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""All files or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from disclosed_landscapes import disclosed

from houvast.domain.errors import OptionRejected
from houvast.exchange.landscape_files import make_files, write_files


def test_participants_are_a_file_only_when_the_landscape_holds_them() -> None:
    assert set(make_files(disclosed(), language="nl")) == {
        "landscape.json", "statements.csv", "groups.csv", "report.html",
    }  # fmt: skip
    assert "participants.csv" in make_files(disclosed(participants=True), language="nl")


def test_files_are_written_and_nothing_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "map"
    paths = write_files({"a.csv": "x\n", "b.html": "é"}, folder=folder)
    assert [p.name for p in paths] == ["a.csv", "b.html"] == sorted(p.name for p in folder.iterdir())
    assert (folder / "b.html").read_text("utf-8") == "é"


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    with pytest.raises(OptionRejected, match="cannot be written"):
        write_files({"a.csv": "x", "no/such/folder.csv": "y"}, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("x")
    with pytest.raises(OptionRejected, match="Choose another folder"):
        write_files({"a.csv": "x"}, folder=tmp_path / "map")

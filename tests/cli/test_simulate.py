# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from houvast.cli.simulate import simulate
from houvast.domain.errors import OptionRejected


def run(*arguments: str) -> str:
    return CliRunner().invoke(simulate, arguments, catch_exceptions=False).output


def test_same_seed_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        run(str(tmp_path / name), "--participants", "40", "--groups", "3", "--shares", "0.5,0.3,0.2", "--seed", "7")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_it_names_what_it_wrote_and_keeps_the_settings(tmp_path: Path) -> None:
    told = run(str(tmp_path / "x"), "--format", "csv", "--participants", "50", "--brigade", "6", "--density", "0.5")
    assert [Path(line).name for line in told.splitlines()] == ["votes.csv", "truth.csv", "truth.json"]
    settings = json.loads((tmp_path / "x" / "truth.json").read_text())["settings"]
    assert (settings["participants"], settings["brigade"], settings["seed"]) == (50, 6, 1)


def test_few_statements_need_no_option(tmp_path: Path) -> None:
    run(str(tmp_path / "x"), "--statements", "4", "--format", "csv")
    assert len((tmp_path / "x" / "votes.csv").read_text().splitlines()) == 1 + 300 * 4


def test_shares_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionRejected, match="write numbers"):
        run(str(tmp_path / "x"), "--groups", "2", "--shares", "half,half")
    assert not (tmp_path / "x").exists()

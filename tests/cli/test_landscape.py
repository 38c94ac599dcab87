# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""houvast landscape, from argv to files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from houvast.cli.landscape_server import open_server
from houvast.cli.main import run

VOTES = "participant,statement,vote\n" + "".join(
    f"p{i},s{j},{1 if i > 18 + (i * 7 + j * 13) % 23 else -1}\n" for i in range(60) for j in range(8) if (i * j) % 7
)
FOUND = "Er is |Er zijn "


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    path = tmp_path / "votes.csv"
    path.write_text(VOTES)
    return path


def test_a_summary_and_a_hint(votes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["landscape", str(votes)]) == 0
    out, err = capsys.readouterr()
    assert re.match(FOUND, out)
    assert "--out MAP" in out
    assert err == ""


def test_json_is_alone_on_standard_output(votes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["landscape", str(votes), "--json", "--language", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "houvast/landscape/1"


def test_files_are_written(votes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "map"
    assert run(["landscape", str(votes), "--out", str(out)]) == 0
    names = ["groups.csv", "landscape.json", "report.html", "statements.csv"]
    assert sorted(p.name for p in out.iterdir()) == names
    printed = capsys.readouterr().out
    assert all(str(out / name) in printed for name in names)


def test_participants_come_with_a_warning(votes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "map"
    assert run(["landscape", str(votes), "--out", str(out), "--participants"]) == 0
    assert (out / "participants.csv").exists()
    assert "political opinions of single people" in capsys.readouterr().err
    assert run(["landscape", str(votes), "--out", str(out), "--public"]) == 2
    assert "holds participants.csv of an earlier run" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--public", "--participants", "--out", "x"], "cannot go together"),
        (["--participants"], "needs a folder"),
        (["--serve"], "needs a folder"),
        (["--background", "b.csv"], "belong together"),
    ],
)
def test_combinations_that_cannot_be(
    votes: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["landscape", str(votes), *options]) == 2
    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True)


def test_a_broken_file_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text("participant,statement,vote\np1,s1,maybe\n")
    out = tmp_path / "map"
    assert run(["landscape", str(broken), "--out", str(out)]) == 2
    assert not out.exists()
    err = capsys.readouterr().err
    assert "line 2" in err
    assert "Traceback" not in err


def test_skipped_rows_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text(VOTES + "p3,s1,maybe\n")
    assert run(["landscape", str(broken), "--lenient"]) == 0
    out, err = capsys.readouterr()
    assert "1 onleesbare rij is overgeslagen" in out
    assert err.startswith("skipped: ")


def test_a_port_in_use_is_refused_before_any_work(
    votes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "map"
    with open_server(port=0) as taken:
        port = str(taken.server_port)
        assert run(["landscape", str(votes), "--out", str(out), "--serve", "--port", port]) == 2
    told = capsys.readouterr()
    assert (told.out, out.exists()) == ("", False)
    assert told.err.startswith(f"houvast: --port {port}: cannot be used")
    assert told.err.count("\n") == 1

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""houvast scrub, from argv to lines of JSON, a table or a file; and nothing but an error on a broken file."""

from __future__ import annotations

import csv
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.cli.main import run

ROWS = "id,text\n1,Bel 06-12345678 of mail a@example.com\n2,de markt was druk\n3,Fatima Yilmaz op Lindelaan 4\n"
FOUND = [
    {"row": 1, "spans": [{"kind": "phone", "start": 4, "end": 15}, {"kind": "email", "start": 24, "end": 37}]},
    {"row": 2, "spans": []},
    {"row": 3, "spans": [{"kind": "name", "start": 0, "end": 13}, {"kind": "address", "start": 17, "end": 28}]},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "signalen.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def lines(text: str) -> list[object]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_json_object_a_row_and_nothing_else(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scrub", str(file), "--column", "text", "--json"]) == 0
    out, err = capsys.readouterr()
    assert lines(out) == FOUND
    assert err == ""


@pytest.mark.parametrize("form", ["utf-16", "utf-8-sig", "gzip", "semicolon"])
def test_other_encodings_and_separators_say_the_same(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    if form == "gzip":
        path.write_bytes(gzip.compress(ROWS.encode()))
    elif form == "semicolon":
        path.write_text(ROWS.replace(",", ";"), encoding="utf-8")
    else:
        path.write_text(ROWS, encoding=form)
    assert run(["scrub", str(path), "--json"]) == 0
    assert lines(capsys.readouterr().out) == FOUND


def test_a_table_with_counts_and_no_words_of_the_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scrub", str(file)]) == 0
    out = capsys.readouterr().out
    assert "3 rows, 2 with something found" in out
    assert [line.split() for line in out.splitlines() if line.startswith("  [")] == [
        ["[E-MAIL]", "1"], ["[TELEFOON]", "1"], ["[ADRES]", "1"], ["[NAAM]", "1"],
    ]  # fmt: skip
    assert "Fatima" not in out


def test_the_file_again_with_marks(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "zonder.csv"
    assert run(["scrub", str(file), "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["text"] for row in csv.DictReader(stream)] == [
            "Bel [TELEFOON] of mail [E-MAIL]", "de markt was druk", "[NAAM] op [ADRES]",
        ]  # fmt: skip
    assert run(["scrub", str(out), "--json"]) == 0
    assert all(row["spans"] == [] for row in lines(capsys.readouterr().out))  # type: ignore[index]


def test_words_that_are_nobodys(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["scrub", str(file), "--allow", "Fatima", "--allow", "yilmaz", "--json"]) == 0
    assert [span["kind"] for span in lines(capsys.readouterr().out)[2]["spans"]] == ["address"]  # type: ignore[index]


def test_what_cannot_be_used_is_told_and_ends_with_two(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, told in (
        (["--column", "melding"], 'line 1: there is no column "melding"'),
        (["--out", str(file)], "that is the file itself"),
        (["--out", str(tmp_path / "no" / "x.csv")], "there is no such folder"),
        (["--language", "xx"], "xx"),
    ):
        assert run(["scrub", str(file), *arguments]) == 2
        assert told in capsys.readouterr().err
    assert run(["scrub", str(tmp_path / "none.csv")]) == 2
    assert file.read_text("utf-8") == ROWS


def test_it_needs_no_settings_and_no_database(file: Path) -> None:
    code = (
        "import sys; from houvast.cli.main import run; code = run(['scrub', sys.argv[1], '--json']); "
        "assert not [m for m in sys.modules if m.split('.')[0] in ('django', 'structlog')]; sys.exit(code)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HOUVAST", "DJANGO"))}
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    assert lines(done.stdout) == FOUND


@given(
    st.binary(max_size=200)
    | st.text(max_size=120).map(str.encode)
    | st.text(max_size=80).map(lambda t: f"text\n{t}\n".encode())
)
def test_any_bytes_give_rows_or_one_clear_line(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_bytes(content)
        assert run(["scrub", str(path), "--json", "--out", str(Path(folder) / "y.csv")]) in {0, 2}
        assert not list(Path(folder).glob("*.part"))

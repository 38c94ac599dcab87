# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""houvast themes, from argv to summary, JSON and table."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from engine.language.language_data import read_rows
from engine.language.theme_data import TEXTS

from houvast.cli.main import run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Twenty weeks of signals with a new subject in the last three."""
    rng = np.random.default_rng(1)
    new = [row["text"] for row in read_rows("emerging")]
    path = tmp_path / "signalen.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["week", "melder", "tekst"])
        for week in range(1, 21):
            texts = [TEXTS[i] for i in rng.integers(89, size=10)] + (new[:4] if week > 17 else [])
            writer.writerows([f"2026-W{week:02d}", f"m{rng.integers(12)}", text] for text in texts)
    return path


def test_a_summary(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes", str(file), "--k", "2"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("212 texts\n")
    assert "Verkeer en bereikbaarheid" in out
    assert "no theme yet" in out
    assert "fatbike" in out
    assert "Languages: nl" in out
    assert err == ""
    assert [text for text in TEXTS if text in out] == []


def test_few_reporters_hide_the_words(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes", str(file), "--k", "13"]) == 0
    out = capsys.readouterr().out
    assert "fatbike" not in out
    assert "something new, used by too few reporters to show" in out


def test_json_is_alone_on_standard_output(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["themes", str(file), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["schema"], document["n"], len(document["rows"])) == ("houvast/themes/1", 212, 212)
    assert sum(theme["first"] for theme in document["themes"]) + document["no_theme_yet"] == 212


def test_a_table_with_an_own_list(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, out = tmp_path / "own.json", tmp_path / "out.csv"
    own.write_text(json.dumps({"themes": [{"code": "bus", "names": {"nl": "De bus"}, "words": ["bus"]}]}))
    assert run(["themes", str(file), "--themes", str(own), "--out", str(out)]) == 0
    assert capsys.readouterr().out.rstrip().endswith(str(out))
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 212
    assert {row["theme_1"] for row in rows} == {"", "bus"}


def test_without_weeks_nothing_new_is_looked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,n\nGeen huis,1\n,2\n")
    assert run(["themes", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 texts, 1 rows without one\n")
    assert "no column holds the week" in out
    assert "too few Dutch texts" in out


def test_too_short_a_history_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,week\n" + "".join(f"Geen huis,2026-W{week:02d}\n" for week in range(1, 8)))
    assert run(["themes", str(path)]) == 0
    assert "4 weeks before the last three, and twelve are needed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--column", "wat"], "has no column 'wat'"),
        (["--languages", "nl,xx"], "--languages nl,xx: give two or more languages that the model knows, not xx"),
        (["--themes", "none.json"], "none.json: the file cannot be opened"),
        (["--out", "no-such-folder/x.csv"], "there is no such folder"),
    ],
)
def test_what_cannot_be_is_one_line_and_2(
    file: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["themes", str(file), *options]) == 2
    out, err = capsys.readouterr()
    assert (out, said in err, err.count("\n")) == ("", True, 1)


def test_a_broken_file_names_its_place_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "a.csv", tmp_path / "out.csv"
    path.write_text("week,text\nsoon,Geen huis\n")
    assert run(["themes", str(path), "--out", str(out)]) == 2
    assert "a.csv, line 2, column 1 (week): 'soon' is no day and no week" in capsys.readouterr().err
    assert not out.exists()


def test_it_works_without_the_web_app(file: Path) -> None:
    code = (
        f"import sys; from houvast.cli.main import run; run(['themes', {str(file)!r}]); "
        "print([m for m in ('django', 'granian') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"

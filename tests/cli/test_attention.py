# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""houvast attention, from argv to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from houvast.cli.main import run


@pytest.fixture
def signals(project_root: Path) -> str:
    return str(project_root / "examples" / "observations" / "noorderhaaks.csv")


def test_the_same_file_and_seed_give_the_same_list(signals: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for _ in range(2):
        assert run(["attention", signals, "--json"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    document = json.loads(printed[0])
    assert (document["week"], document["budget_a_month"], document["settings"]["seed"]) == ("2026-W48", 1.0, 1)


def test_an_earlier_week_and_a_smaller_budget(signals: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["attention", signals, "--week", "2026-W30", "--budget", "0.25", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Attention list of week 2026-W30\n")
    assert "at most 0.2 unnecessary points" in said or "at most 0.3 unnecessary points" in said


def test_a_short_file_says_what_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "few.csv"
    path.write_text("week,area,theme,wat\n2026-W40,a,t,x\n2026-W41,a,t,y\n")
    assert run(["attention", str(path), "--language", "en"]) == 0
    said = capsys.readouterr()
    assert "There are 2 weeks of signals; 8 are needed to know what is usual." in said.out
    assert "Nothing stands out" not in said.out
    assert said.err == "not read: wat\n"


def test_files_are_written(signals: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "week"
    assert run(["attention", signals, "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["attention.json", "report.html"]
    assert str(out / "report.html") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--week", "vorige"], "--week vorige: this is no week"),
        (["--week", "1999-W01"], "no signals up to week 1999-W01"),
        (["--areas", "nowhere.csv"], "nowhere.csv: the file cannot be opened"),
        (["--budget", "0"], "budget"),
    ],
)
def test_what_cannot_be_used_is_said_and_ends_with_2(
    signals: str, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["attention", signals, *arguments]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


def test_the_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["attention", "--help"]) == 0
    assert "houvast attention signals.csv --areas neighbours.csv --budget 0.5" in capsys.readouterr().out

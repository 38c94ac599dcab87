# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors become one line and an exit code; help is quick and needs nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import click
import pytest
from click.testing import CliRunner

from houvast.cli.main import COMMANDS, houvast, run


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    code = (
        "import sys; from houvast.cli.main import run; run(['--help']); "
        "print([m for m in ('numpy', 'scipy', 'numba', 'jinja2', 'babel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(f"\n  {name}" in done.stdout for name in COMMANDS)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"houvast, version {version('houvast')}"


def test_a_wrong_command_and_a_wrong_option_are_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fly"]) == 2
    assert run(["landscape", "x", "--wings"]) == 2
    assert "No such option" in capsys.readouterr().err


def test_a_rejected_input_is_one_line_and_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["landscape", "no-such-file.csv"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("houvast: no-such-file.csv")
    assert err.count("\n") == 1


def test_every_command_can_be_loaded() -> None:
    context = click.Context(houvast)
    assert all(houvast.get_command(context, name) is not None for name in COMMANDS)
    assert houvast.get_command(context, "fly") is None


@pytest.mark.parametrize(
    ("asked", "example"),
    [
        ([], "  houvast landscape votes.csv --out map    the landscape of a file of votes, without the app"),
        (["--help"], "  houvast serve                            the web app with its background work"),
        (["landscape", "--help"], "  houvast landscape polis-export/ --out map --serve"),
    ],
)
def test_every_example_in_the_help_has_a_line_of_its_own(asked: list[str], example: str) -> None:
    shown = CliRunner().invoke(houvast, asked, prog_name="houvast").output
    assert example in shown.splitlines()
    assert "\\b" not in shown
    assert "\b" not in shown

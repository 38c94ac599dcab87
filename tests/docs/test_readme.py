# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the example in the README run, and do its commands exist?"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from project_tree import ROOT

HOUVAST = Path(sysconfig.get_path("scripts")) / "houvast"
README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_example_runs_and_gives_a_verdict() -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.stderr == ""
    assert done.stdout.strip() in {"no structure", "one spectrum", "groups"}


def test_the_subcommands_and_options_exist() -> None:
    used = re.findall(r"^houvast (\w+)(.*?)(?:#|$)", README, re.MULTILINE)
    assert {"landscape", "simulate", "serve", "doctor", "backup"} <= {command for command, _ in used}
    for command, rest in used:
        done = subprocess.run([HOUVAST, command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert [option for option in re.findall(r"--[a-z]+", rest) if option not in done.stdout] == []

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""One measurement, one process: so that the peak memory is that of the measured work alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True)
class Measured:
    """What the child says (seconds and more) and the peak of its resident memory in MB."""

    said: dict[str, Any]
    peak_mb: float

    @property
    def seconds(self) -> float:
        """Wall time of the measured work, without imports, reading and compiling."""
        return float(self.said["seconds"])


def measure(task: str, *arguments: str | float | Path) -> Measured:
    """Run bench/child.py TASK ... and wait for it; the kernel says what it used.

    A child starts as a copy of its parent, and that counts in its peak: so nothing large is made in the parent.
    """
    process = subprocess.Popen([sys.executable, str(CHILD), task, *map(str, arguments)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{task} {arguments} failed with exit code {process.returncode}")
    return Measured(json.loads(told), used.ru_maxrss / 1024)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)

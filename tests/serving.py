# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole app in processes of its own: a port for it, whether it answers, and which process does what."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request

COMMAND = "from houvast.cli.main import main; main()"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def answers(port: int) -> bool:
    """Whether the app answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond/leeft", timeout=2):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def wait_until_it_answers(port: int) -> None:
    """Wait at most a minute and a half."""
    latest = time.monotonic() + 90
    while not answers(port):
        assert time.monotonic() < latest, "it does not answer"
        time.sleep(0.2)


def child_of(parent: int, name: str) -> int:
    """The process id of a subcommand, 0 where there is none."""
    command = ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(parent)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    rows = [line.split(maxsplit=1) for line in found.stdout.splitlines()]
    return next((int(pid) for pid, line in rows if f"main() {name} " in line), 0)

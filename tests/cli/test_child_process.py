# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a child end when its parent is gone?"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys

from houvast.cli.child_process import command_of

PROGRAM = "from houvast.cli.child_process import stop_with_parent; stop_with_parent(); import time; time.sleep(60)"


def test_a_closed_input_ends_the_child() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE) as child:
        assert child.poll() is None
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(20) == -signal.SIGTERM


def test_an_open_input_does_not() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE) as child:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(1)
        assert child.poll() is None
        child.kill()


def test_the_command_runs_in_this_python() -> None:
    assert command_of("web", "--port", "1")[0] == sys.executable
    assert command_of("web", "--port", "1")[-4:] == ["web", "--port", "1", "--child"]

# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the whole app start with one command, answer, and end cleanly, also when a part of it is killed?"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from serving import COMMAND, answers, child_of, free_port, wait_until_it_answers

from houvast.cli.serve import require_free
from houvast.domain.errors import OptionRejected


def test_a_port_that_is_taken_is_refused_in_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OptionRejected, match="Choose another port"):
            require_free("127.0.0.1", taken.getsockname()[1])
    require_free("127.0.0.1", free_port())


def test_it_starts_answers_survives_and_ends(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("HOUVAST_", "DJANGO_"))}
    environment |= {"HOUVAST_DATA": str(tmp_path / "data"), "HOUVAST_ADDRESS": f"http://127.0.0.1:{port}"}
    command = [sys.executable, "-c", COMMAND, "serve", "--port", str(port), "--workers", "1"]
    with log.open("w") as out, subprocess.Popen(command, env=environment, stdout=out, stderr=out) as serving:
        try:
            wait_until_it_answers(port)
            worker = _wait_for_worker(serving.pid, other_than=0)
            os.kill(worker, signal.SIGKILL)
            _wait_for_worker(serving.pid, other_than=worker)
            assert answers(port)
        finally:
            serving.send_signal(signal.SIGTERM)
            assert serving.wait(40) == 0, log.read_text()
    assert f"Houvast is running on http://127.0.0.1:{port}" in log.read_text()
    assert "The worker stopped (code -9)" in log.read_text()
    assert not answers(port)


def _wait_for_worker(parent: int, *, other_than: int) -> int:
    """The process id of the worker, once there is one."""
    latest = time.monotonic() + 30
    while (found := child_of(parent, "work")) in {0, other_than}:
        assert time.monotonic() < latest, "there is no worker"
        time.sleep(0.2)
    return found

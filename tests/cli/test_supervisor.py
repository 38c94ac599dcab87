# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are died processes started again, and do all end together?"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from houvast.cli import supervisor
from houvast.cli.supervisor import Supervisor

SLEEP = [sys.executable, "-c", "import time; time.sleep(100)"]
STUBBORN = [
    sys.executable, "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(100)",
]  # fmt: skip


def wait_until(true: Callable[[], bool]) -> None:
    latest = time.monotonic() + 20
    while not true():
        assert time.monotonic() < latest
        time.sleep(0.02)


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def running(commands: dict[str, list[str]], told: list[str]) -> Iterator[Supervisor]:
    stopping, kept = threading.Event(), Supervisor(commands, tell=told.append)
    thread = threading.Thread(target=kept.run, args=(stopping,))
    thread.start()
    try:
        wait_until(lambda: len(kept.processes()) == len(commands))
        yield kept
    finally:
        stopping.set()
        thread.join(20)
    assert not thread.is_alive()


def test_all_end_together() -> None:
    with running({"web": SLEEP, "worker": SLEEP}, []) as kept:
        pids = list(kept.processes().values())
        assert all(map(lives, pids))
    assert not any(map(lives, pids))


def test_a_killed_process_is_started_again_and_the_other_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "FIRST_WAIT", 0.05)
    told: list[str] = []
    with running({"web": SLEEP, "worker": SLEEP}, told) as kept:
        before = kept.processes()
        os.kill(before["web"], signal.SIGKILL)
        wait_until(lambda: kept.processes().get("web", before["web"]) != before["web"])
        assert kept.processes()["worker"] == before["worker"]
    assert told == ["web stopped (code -9); starting it again in 1 s."]


def test_what_keeps_dying_is_started_less_and_less_often() -> None:
    told: list[str] = []
    kept = Supervisor({"web": [sys.executable, "-c", "raise SystemExit(3)"]}, tell=told.append)
    kept.look()
    for seconds in (1, 2):
        wait_until(lambda: bool(kept._children["web"].process and kept._children["web"].process.poll() is not None))
        kept.look()
        assert told[-1] == f"web stopped (code 3); starting it again in {seconds} s."
        assert kept.processes() == {}
        kept._children["web"].start_at = 0.0
        kept.look()
    kept.end()


def test_who_does_not_want_to_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "PATIENCE", 0.3)
    kept = Supervisor({"worker": STUBBORN}, tell=print)
    kept.look()
    time.sleep(0.3)
    (pid,) = kept.processes().values()
    kept.end()
    assert not lives(pid)

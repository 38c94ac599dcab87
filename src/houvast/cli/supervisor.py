# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do several processes run as one? Start them, start a died one again, each time later, and end them together."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event

FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
LIVED_LONG = 60.0
LOOK_EVERY = 0.2
PATIENCE = 15.0

Tell = Callable[[str], None]


@dataclass(slots=True)
class _Child:
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    start_at: float = 0.0
    wait: float = FIRST_WAIT


class Supervisor:
    """Keeps the processes of these commands running, by name, until it is told to stop."""

    def __init__(self, commands: Mapping[str, Sequence[str]], *, tell: Tell) -> None:
        self._children = {name: _Child(command) for name, command in commands.items()}
        self._tell = tell

    def run(self, stopping: Event) -> None:
        """Until the event is set. Then all have ended."""
        try:
            while not stopping.is_set():
                self.look()
                stopping.wait(LOOK_EVERY)
        finally:
            self.end()

    def look(self) -> None:
        """Start what does not run and may be started now."""
        now = time.monotonic()
        for name, child in self._children.items():
            if child.process is not None and child.process.poll() is not None:
                self._note_death(name, child, now)
            if child.process is None and now >= child.start_at:
                # The pipe closes when this process ends, however it ends: cli/child_process.py waits for that.
                child.process = subprocess.Popen(child.command, stdin=subprocess.PIPE)  # noqa: S603 -- our own
                child.started = now

    def end(self) -> None:
        """Ask all to end, wait, and make an end to those that do not."""
        running = [child.process for child in self._children.values() if child.process is not None]
        for process in running:
            process.terminate()
        latest = time.monotonic() + PATIENCE
        for process in running:
            try:
                process.wait(max(latest - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def processes(self) -> dict[str, int]:
        """The process ids of what runs."""
        return {name: child.process.pid for name, child in self._children.items() if child.process is not None}

    def _note_death(self, name: str, child: _Child, now: float) -> None:
        if child.process is None:
            return
        if now - child.started > LIVED_LONG:
            child.wait = FIRST_WAIT
        self._tell(f"{name} stopped (code {child.process.returncode}); starting it again in {child.wait:.0f} s.")
        child.start_at, child.wait, child.process = now + child.wait, min(2 * child.wait, LONGEST_WAIT), None

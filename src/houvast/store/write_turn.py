# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose turn is it to write to SQLite? One process at a time, and the next begins as soon as the last has ended.

SQLite itself lets a process that finds the database taken sleep for up to a tenth of a second before it looks again.
Where hundreds of votes a second come in on several processes, that sleep is most of the waiting. The turn only keeps
the queue: who writes without it, or on a system that has none, waits for SQLite's own lock.

With full durability SQLite waits for the disk at every commit, and everybody waits with it. Within a turn the commit
itself does not wait; after the turn this process waits until the log of the database (the -wal file) is on the disk,
while the next one writes. Nothing is acknowledged before that, so what was promised survives a power cut as well.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

if os.name == "posix":
    import fcntl

keep_on_disk = getattr(os, "fdatasync", os.fsync)  # macOS has no fdatasync

_files = threading.local()


@contextmanager
def write_turn() -> Iterator[None]:
    """Wait for this thread's turn, and keep what was written in it; nothing where SQLite is not, or in a transaction.

    Around transaction.atomic, which commits within the turn. OSError where the disk cannot keep it.
    """
    where = str(connection.settings_dict["NAME"])
    if os.name != "posix" or connection.vendor != "sqlite" or connection.in_atomic_block or "memory" in where:
        yield
        return
    file = _file_beside(where)
    is_full = waits_for_disk()
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        if is_full:
            _set_synchronous("NORMAL")
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
        if is_full:
            _set_synchronous("FULL")
    if is_full:
        _flush(f"{where}-wal")


def waits_for_disk() -> bool:
    """Whether this installation was set to full durability, however this connection stands now."""
    return "synchronous=FULL" in str(connection.settings_dict["OPTIONS"].get("init_command", ""))


def _set_synchronous(how: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA synchronous={how}")


def _flush(log: str) -> None:
    """Opened anew each time: the log is another file after the last connection was closed. SQLite locks other files."""
    try:
        file = os.open(log, os.O_RDONLY)
    except FileNotFoundError:  # taken into the database, which was flushed then
        return
    try:
        keep_on_disk(file)
    finally:
        os.close(file)


def _file_beside(where: str) -> int:
    """This thread's own open file beside the database: a lock belongs to an opening, so threads wait for each other."""
    kept: dict[str, int] | None = getattr(_files, "by_path", None)
    if kept is None:
        kept = _files.by_path = {}
    if where not in kept:
        kept[where] = os.open(f"{where}-turn", os.O_RDWR | os.O_CREAT, 0o600)
    return kept[where]

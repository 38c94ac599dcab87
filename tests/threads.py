# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several people at once: jobs in threads that begin together, each on a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from django.db import connection

PATIENCE = 60.0  # seconds


def at_once(jobs: Iterable[Callable[[], object]]) -> list[Exception]:
    """Run all jobs in threads that begin together; what went wrong. A job that does not end is an AssertionError."""
    acts = list(jobs)
    start, trouble = threading.Barrier(len(acts)), list[Exception]()

    def run(act: Callable[[], object]) -> None:
        start.wait(PATIENCE)
        try:
            act()
        except Exception as wrong:
            trouble.append(wrong)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,), daemon=True) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return trouble

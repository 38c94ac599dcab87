# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a process end with the one that started it, even one that was killed? Its standard input closes."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence

CHILD = "--child"


def command_of(*arguments: str) -> Sequence[str]:
    """The command line that runs a subcommand as a child, in the same Python."""
    return [sys.executable, "-c", "from houvast.cli.main import main; main()", *arguments, CHILD]


def stop_with_parent() -> None:
    """Send ourselves SIGTERM when standard input, a pipe held by the parent, closes."""
    threading.Thread(target=_wait_for_end, name="houvast-parent", daemon=True).start()


def _wait_for_end() -> None:
    try:
        while os.read(0, 1):
            pass
    except OSError:
        return  # there never was a standard input
    os.kill(os.getpid(), signal.SIGTERM)
